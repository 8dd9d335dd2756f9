import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import {
  authCommand,
  command,
  formatCommand,
  LINE_LIMIT,
  parseCommand,
} from '../../../../src/sim/mail/smtp/command.ts'

const mailbox = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,20}(?:[.+-][a-z0-9]{1,9})?$/), fc.domain())
  .map(([local, domain]) => `${local}@${domain}`)
  .filter((text) => text.length < 200)

describe('reading a command', () => {
  it.each([
    ['EHLO out.sender.example', command('EHLO', 'out.sender.example')],
    ['helo [192.0.2.1]', command('HELO', '[192.0.2.1]')],
    ['MAIL FROM:<>', command('MAIL')],
    ['MAIL FROM:<a@b.example> SIZE=441', command('MAIL', 'a@b.example', 441)],
    ['mail from: <a@b.example> BODY=8BITMIME size=5', command('MAIL', 'a@b.example', 5)],
    ['MAIL FROM:<@r.example,@s.example:a@b.example>', command('MAIL', 'a@b.example')],
    ['MAIL FROM:<"a > b"@c.example>', command('MAIL', '"a > b"@c.example')],
    ['RCPT TO:<b@c.example> ORCPT=rfc822;b@c.example', command('RCPT', 'b@c.example')],
    ['RCPT TO:<b@c.example> NOTIFY=FAILURE,DELAY', command('RCPT', 'b@c.example')],
    ['RCPT TO:<postmaster>', command('RCPT', 'postmaster')],
    ['DATA', command('DATA')],
    ['quit ', command('QUIT')],
    ['NOOP anything', command('NOOP')],
    ['ETRN branch.example', command('ETRN', 'branch.example')],
    ['etrn a-1.branch.example ', command('ETRN', 'a-1.branch.example')],
    ['ATRN', command('ATRN')],
    ['ATRN a.example', command('ATRN', 'a.example')],
    ['atrn a.example,b.c.example', command('ATRN', 'a.example,b.c.example')],
    ['AUTH PLAIN AGFsaWNlAHNlY3JldA==', authCommand('alice', 'secret')],
  ])('%s', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected)
  })

  it.each([
    ['', R.badSyntax],
    [' EHLO x', R.badSyntax],
    ['EHLO', R.syntaxEhlo],
    ['HELO  ', R.syntaxHelo],
    ['MAIL', R.syntaxMail],
    ['MAIL FROM:a@b.example', R.syntaxMail],
    ['MAIL FROM:<a@b.example', R.syntaxMail],
    ['MAIL FROM:<a b@c.example>', R.badSender],
    ['MAIL FROM:<a..b@c.example>', R.badSender],
    ['MAIL FROM:<a@b.example> SIZE=many', R.badSize],
    ['MAIL FROM:<a@b.example> XYZ=1', R.unsupportedOption],
    ['RCPT TO:<>', R.badRecipient],
    ['RCPT TO:<bob>', R.badRecipient],
    [`RCPT TO:<${'x'.repeat(65)}@b.example>`, R.badRecipient],
    [`RCPT TO:<x@${'y'.repeat(256)}>`, R.badRecipient],
    ['RCPT FROM:<a@b.example>', R.syntaxRcpt],
    ['RCPT TO:<a@b.example> SIZE=1', R.unsupportedOption],
    ['DATA x', R.syntaxData],
    ['RSET x', R.syntaxRset],
    ['QUIT x', R.syntaxQuit],
    ['STARTTLS x', R.syntaxStartTls],
    ['VRFY', R.syntaxVrfy],
    ['AUTH', R.syntaxAuth],
    ['AUTH LOGIN', R.unknownMechanism],
    ['AUTH PLAIN', R.syntaxAuth],
    ['AUTH PLAIN !!!', R.badAuthEncoding],
    ['AUTH PLAIN YWxpY2U=', R.badAuthEncoding],
    ['HELLO there', R.unknownCommand],
    ['GET / HTTP/1.1', R.unknownCommand],
    ['BDAT 5 LAST', R.notImplemented],
    ['TURN', R.notImplemented],
    ['ETRN', R.syntaxEtrn],
    ['ETRN a.example b.example', R.syntaxEtrn],
    ['ETRN @a.example', R.badEtrn],
    ['ETRN #queue', R.badEtrn],
    ['ETRN branch', R.badEtrn],
    ['ETRN -a.example', R.badEtrn],
    ['ETRN a.example.', R.badEtrn],
    ['ETRN a..example', R.badEtrn],
    [`ETRN ${'a'.repeat(250)}.example`, R.badEtrn],
    ['ATRN a', R.syntaxAtrn],
    ['ATRN a.example,', R.syntaxAtrn],
    ['ATRN a.example, b.example', R.syntaxAtrn],
    ['ATRN @a.example', R.syntaxAtrn],
    [`EHLO ${'x'.repeat(LINE_LIMIT.command)}`, R.lineTooLong],
    [`MAIL FROM:<a@b.example> ENVID=${'x'.repeat(LINE_LIMIT.envelope)}`, R.lineTooLong],
  ])('%s is at fault', (line, fault) => {
    expect(parseCommand(line).fault).toBe(fault)
  })

  it('never throws', () => {
    const start = fc.constantFrom(
      '',
      'MAIL FROM:<',
      'RCPT TO:<',
      'AUTH PLAIN ',
      'EHLO ',
      'ETRN ',
      'ATRN ',
    )
    const wild = fc.string({ unit: 'binary', maxLength: 600 })
    fc.assert(
      fc.property(start, wild, (head, tail) => {
        const c = parseCommand(head + tail)
        expect(formatCommand(c)).toBeTypeOf('string')
      }),
      { numRuns: 2000 },
    )
  })

  it('is quick with hostile lines', () => {
    const nasty = [
      `MAIL FROM:<${'"\\"'.repeat(300)}`,
      `RCPT TO:<${'a.'.repeat(450)}>`,
      `RCPT TO:<a@${'a-'.repeat(450)}>`,
      `ETRN ${'a-'.repeat(250)}`,
      `ATRN ${'a.'.repeat(250)}`,
    ]
    const before = performance.now()
    for (const line of nasty) parseCommand(line)
    expect(performance.now() - before).toBeLessThan(100)
  })
})

describe('writing a command', () => {
  const commands = fc.oneof(
    fc
      .constantFrom('DATA', 'RSET', 'NOOP', 'QUIT', 'STARTTLS', 'ATRN')
      .map((verb) => command(verb)),
    fc.tuple(mailbox, fc.nat()).map(([from, size]) => command('MAIL', from, size)),
    fc.nat().map((size) => command('MAIL', '', size)),
    mailbox.map((to) => command('RCPT', to)),
    fc.domain().map((name) => command('EHLO', name)),
    fc.domain().map((name) => command('HELO', name)),
    fc.domain().map((name) => command('ETRN', name)),
    fc
      .array(fc.domain(), { minLength: 1, maxLength: 2 })
      .map((names) => command('ATRN', names.join(',')))
      .filter((c) => c.text.length < 500),
    fc
      .tuple(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }))
      .filter((parts) => !parts.join('').includes('\u0000'))
      .map(([user, secret]) => authCommand(user, secret)),
  )

  it('and reading it again gives the same', () => {
    fc.assert(
      fc.property(commands, (c) => {
        expect(parseCommand(formatCommand(c))).toEqual(c)
      }),
    )
  })

  it('can hide a password', () => {
    expect(formatCommand(authCommand('alice', 'secret'), '*')).toBe('AUTH PLAIN AGFsaWNlACo=')
  })

  it('knows the steps that are no lines', () => {
    expect(formatCommand(command('TLS'))).toBe('')
    expect(formatCommand(command('CONTENT', '', 9))).toBe('.')
    expect(formatCommand(parseCommand('WHAT?'))).toBe('WHAT?')
  })

  it('shares what has no argument', () => {
    expect(command('DATA')).toBe(command('DATA'))
    expect(command('MAIL', '', 5)).toEqual({ ...command('MAIL'), octets: 5 })
  })
})
