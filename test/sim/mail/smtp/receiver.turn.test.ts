import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../src/sim/mail/reply.ts'
import { reply } from '../../../../src/sim/mail/reply.ts'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import type { ReplySpec } from '../../../../src/sim/mail/reply-spec.ts'
import type { Command } from '../../../../src/sim/mail/smtp/command.ts'
import { authCommand, command, parseCommand, VERBS } from '../../../../src/sim/mail/smtp/command.ts'
import { EXT, ODMR_EXTENSIONS } from '../../../../src/sim/mail/smtp/extensions.ts'
import type {
  ReceiverConfig,
  ReceiverSite,
  ReceiverState,
} from '../../../../src/sim/mail/smtp/receiver.ts'
import { greet, newReceiver, receive } from '../../../../src/sim/mail/smtp/receiver.ts'
import { config, site } from './dialogue.ts'

const ehlo = command('EHLO', 'branch.example')
const etrn = command('ETRN', 'branch.example')
const atrn = command('ATRN', 'branch.example')
const login = authCommand('alice', 'wonderland')
const transaction = [command('MAIL', 'a@b.example'), command('RCPT', 'c@d.example')]

/** The reply to the last of these commands. */
function say(
  state: ReceiverState,
  commands: readonly Command[],
  c: ReceiverConfig = config(),
  s: ReceiverSite = site(),
): ReplySpec {
  let last: Reply | null = null
  for (const each of commands) last = receive(state, each, c, s)
  return last?.spec ?? R.greeting
}

describe('instead of the greeting', () => {
  it('nothing: the session begins', () => {
    const state = newReceiver()
    expect(greet(state, config(), site())).toBe(reply(R.greeting))
    expect(state).toEqual(newReceiver())
  })

  it('421 closes', () => {
    const state = newReceiver()
    const closing = site({ greeting: () => reply(R.shuttingDown) })
    expect(greet(state, config(), closing).spec).toBe(R.shuttingDown)
    expect(state.phase).toBe('closed')
  })

  it.each(['relay-in', 'submission', 'odmr'] as const)('554 leaves only QUIT: %s', (service) => {
    const c = config({ service, hardErrorLimit: 100 })
    const state = newReceiver()
    const refusing = site({ greeting: () => reply(R.noService) })
    expect(greet(state, c, refusing).spec).toBe(R.noService)
    for (const verb of VERBS.filter((each) => each !== 'QUIT')) {
      expect(say(state, [command(verb, 'x.example')], c)).toBe(R.badSequence)
      expect(state.phase).toBe('refused')
    }
    expect(say(state, [parseCommand('HELLO there')], c)).toBe(R.badSequence)
    expect(say(state, [command('QUIT')], c)).toBe(R.bye)
    expect(state.phase).toBe('closed')
  })
})

describe('a site in trouble', () => {
  it.each(['EHLO', 'HELO'] as const)('refuses %s and stays as it was', (verb) => {
    const named: string[] = []
    const refusing = site({
      hello: (_, name) => {
        named.push(name)
        return reply(R.heloRefused, name)
      },
    })
    const state = newReceiver()
    say(state, [ehlo, ...transaction])
    const before = structuredClone(state)
    expect(say(state, [command(verb, 'new.example')], config(), refusing)).toBe(R.heloRefused)
    expect(state).toEqual({ ...before, errors: 1 })
    expect(named).toEqual(['new.example'])
  })

  it('may close at EHLO', () => {
    const state = newReceiver()
    const closing = site({ hello: () => reply(R.shuttingDown) })
    expect(say(state, [ehlo], config(), closing)).toBe(R.shuttingDown)
    expect(state.phase).toBe('closed')
  })

  it.each([R.dataLater, R.dataRefused])('refuses DATA: $code', (spec) => {
    const state = newReceiver()
    const refusing = site({ data: () => reply(spec) })
    expect(say(state, [ehlo, ...transaction, command('DATA')], config(), refusing)).toBe(spec)
    expect(state).toMatchObject({ phase: 'rcpt', recipients: ['c@d.example'], errors: 1 })
    expect(say(state, [command('RSET')])).toBe(R.ok)
  })

  it('is not asked at DATA when there is nobody to write to', () => {
    const refusing = site({ data: () => reply(R.dataLater), recipient: () => reply(R.userUnknown) })
    const commands = [ehlo, ...transaction, command('DATA')]
    expect(say(newReceiver(), commands, config(), refusing)).toBe(R.noValidRecipients)
  })
})

describe('ETRN', () => {
  it('is listed and carried out only where it is offered', () => {
    for (const offered of [true, false]) {
      const c = config({ etrn: offered })
      const state = newReceiver()
      const { detail } = receive(state, ehlo, c, site())
      expect((detail & EXT.ETRN) !== 0).toBe(offered)
      expect(detail & EXT.ATRN).toBe(0)
      expect(say(state, [etrn], c)).toBe(offered ? R.etrnStarted : R.notImplemented)
      expect(say(state, [parseCommand('ETRN')], c)).toBe(offered ? R.syntaxEtrn : R.notImplemented)
      expect(state.phase).toBe('ready')
    }
  })

  it.each([R.etrnStarted, R.etrnNothing, R.etrnUnable, R.etrnNotServed])(
    'asks the site: $code',
    (spec) => {
      const asked: unknown[] = []
      const answering = site({
        turn: (_, verb, domains) => {
          asked.push([verb, ...domains])
          return reply(spec)
        },
      })
      const state = newReceiver()
      expect(say(state, [ehlo, etrn], config(), answering)).toBe(spec)
      expect(asked).toEqual([['ETRN', 'branch.example']])
      expect(state).toMatchObject({ phase: 'ready', errors: spec.code < 400 ? 0 : 1 })
    },
  )

  it.each([
    [0, R.helloFirst],
    [2, R.inTransaction],
    [3, R.inTransaction],
    [4, R.badSequence],
  ])('after %i commands of a transaction is out of order', (count, spec) => {
    const commands = [ehlo, ...transaction, command('DATA')].slice(0, count)
    const state = newReceiver()
    say(state, commands)
    const { phase } = state
    const never = site({ turn: () => expect.unreachable() })
    expect(say(state, [etrn], config(), never)).toBe(spec)
    expect(state.phase).toBe(phase)
  })

  it('needs a login on submission', () => {
    const c = config({ service: 'submission' })
    const state = newReceiver()
    expect(say(state, [ehlo, etrn], c)).toBe(R.mustStartTls)
    expect(say(state, [command('STARTTLS'), command('TLS'), ehlo, etrn], c)).toBe(R.authRequired)
    expect(say(state, [login, etrn], c)).toBe(R.etrnStarted)
  })
})

describe('an on-demand mail relay', () => {
  const c = config({ service: 'odmr' })

  it('offers AUTH and ATRN, whatever else is set', () => {
    expect(receive(newReceiver(), ehlo, c, site()).detail).toBe(ODMR_EXTENSIONS)
  })

  it('carries out nothing else', () => {
    const state = newReceiver()
    say(state, [ehlo], c)
    const served = new Set(['EHLO', 'AUTH', 'ATRN', 'QUIT'])
    const apart = new Set(['UNKNOWN', 'TLS'])
    const others = VERBS.filter((verb) => !served.has(verb) && !apart.has(verb))
    expect(others).toHaveLength(10)
    for (const verb of others) {
      expect([verb, say(state, [command(verb, 'x.example')], c)]).toEqual([verb, R.notImplemented])
    }
    expect(state).toMatchObject({ phase: 'ready', errors: 10 })
  })

  it('wants EHLO, then AUTH, then ATRN', () => {
    const state = newReceiver()
    expect(say(state, [atrn], c)).toBe(R.helloFirst)
    expect(say(state, [login], c)).toBe(R.helloFirst)
    expect(say(state, [ehlo, atrn], c)).toBe(R.authRequired)
    expect(say(state, [authCommand('alice', 'x'), atrn], c)).toBe(R.authRequired)
    expect(state.phase).toBe('ready')
    expect(say(state, [login, parseCommand('ATRN nonsense')], c)).toBe(R.syntaxAtrn)
    expect(say(state, [atrn], c)).toBe(R.atrnReversing)
    expect(state.phase).toBe('closed')
    expect(say(state, [atrn], c)).toBe(R.shuttingDown)
  })

  it.each([
    ['ATRN', []],
    ['ATRN a.example', ['a.example']],
    ['ATRN a.example,b.example', ['a.example', 'b.example']],
  ])('asks the site about the domains of %s', (line, domains) => {
    const asked: unknown[] = []
    const noting = site({
      turn: (state, verb, names) => {
        asked.push(state.user, verb, names)
        return reply(R.atrnNoMail)
      },
    })
    expect(say(newReceiver(), [ehlo, login, parseCommand(line)], c, noting)).toBe(R.atrnNoMail)
    expect(asked).toEqual(['alice', 'ATRN', domains])
  })

  it.each([R.atrnRefused, R.atrnNotNow, R.atrnNoMail])('goes on after $code', (spec) => {
    const state = newReceiver()
    const refusing = site({ turn: () => reply(spec) })
    expect(say(state, [ehlo, login, atrn], c, refusing)).toBe(spec)
    expect(state.phase).toBe('ready')
    expect(say(state, [command('QUIT')], c)).toBe(R.bye)
  })

  it.each(['relay-in', 'submission'] as const)('is not what %s does', (service) => {
    const state = newReceiver()
    const other = config({ service })
    say(state, [ehlo], other)
    if (service === 'submission') say(state, [command('STARTTLS'), command('TLS'), ehlo], other)
    expect(say(state, [atrn], other)).toBe(R.notImplemented)
    expect(state.phase).toBe('ready')
  })
})
