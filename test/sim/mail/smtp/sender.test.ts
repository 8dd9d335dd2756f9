import { describe, expect, it } from 'vitest'
import { reply } from '../../../../src/sim/mail/reply.ts'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import type { Command } from '../../../../src/sim/mail/smtp/command.ts'
import { EXT } from '../../../../src/sim/mail/smtp/extensions.ts'
import {
  abandon,
  isDecided,
  isFinished,
  newSender,
  nextBatch,
  onReply,
  recipientResult,
  SENDER,
  SMTP_TIMEOUT,
} from '../../../../src/sim/mail/smtp/sender.ts'
import { codes, config, converse, pickySite, plan, site } from './dialogue.ts'

const fates = (d: ReturnType<typeof converse>): string[] =>
  d.sender.recipientReplies.map((_, i) => recipientResult(d.sender, i).fate)

describe('a session, pipelined', () => {
  it('sends the groups of a real client', () => {
    const d = converse(plan())
    expect(d.groups).toEqual([['EHLO'], ['MAIL', 'RCPT', 'DATA'], ['CONTENT', 'QUIT']])
    expect(d.lines).toEqual([
      'S: 220 mx.receiver.example ESMTP Postfix',
      'C: EHLO out.sender.example',
      'S: 250-mx.receiver.example',
      'C: MAIL FROM:<alice@sender.example> SIZE=441',
      'C: RCPT TO:<bob@receiver.example>',
      'C: DATA',
      'S: 250 2.1.0 Ok',
      'S: 250 2.1.5 Ok',
      'S: 354 End data with <CR><LF>.<CR><LF>',
      'C: (441)',
      'C: QUIT',
      expect.stringMatching(/^S: 250 2\.0\.0 Ok: queued as [0-9A-F]{11}$/),
      'S: 221 2.0.0 Bye',
    ])
    expect(d.sender).toMatchObject({ delivered: true, decidedAt: 'content', step: 'closed' })
    expect(fates(d)).toEqual(['delivered'])
  })

  it('ends a greylisted try as recorded: 250, 450, 554, then RSET and QUIT', () => {
    const d = converse(plan({ recipients: ['grey@receiver.example'] }), config(), pickySite)
    expect(d.groups.slice(1)).toEqual([
      ['MAIL', 'RCPT', 'DATA'],
      ['RSET', 'QUIT'],
    ])
    expect(codes(d).slice(2)).toEqual([250, 450, 554, 250, 221])
    const result = recipientResult(d.sender, 0)
    expect(result).toMatchObject({ fate: 'retry', step: 'rcpt', triesNextHost: true })
    expect(result.reply?.spec).toBe(R.greylisted)
    expect(d.receiver).toMatchObject({ phase: 'closed', errors: 2 })
  })

  it('gives up on an unknown user', () => {
    const d = converse(plan({ recipients: ['nobody@receiver.example'] }), config(), pickySite)
    expect(codes(d).slice(2)).toEqual([250, 550, 554, 250, 221])
    expect(fates(d)).toEqual(['failed'])
  })

  it('gives each of many recipients its own result', () => {
    const recipients = ['no@r.example', 'bob@r.example', 'grey@r.example', 'eve@r.example']
    const d = converse(plan({ recipients }), config(), pickySite)
    expect(codes(d).slice(2)).toEqual([250, 550, 250, 450, 250, 354, 250, 221])
    expect(fates(d)).toEqual(['failed', 'delivered', 'retry', 'delivered'])
    expect(d.sender.acceptedCount).toBe(2)
  })

  it('hears 503 only for what stood behind a refused MAIL', () => {
    const d = converse(plan({ octets: 20_000_000 }))
    expect(codes(d).slice(2)).toEqual([552, 503, 503, 250, 221])
    expect(recipientResult(d.sender, 0)).toMatchObject({ fate: 'failed', step: 'mail' })
    expect(d.sender.recipientReplies).toEqual([null])
  })

  it('sends the dot alone when 354 comes although nobody was accepted', () => {
    const p = plan()
    const state = newSender(p)
    const out: Command[] = []
    onReply(state, p, reply(R.greeting))
    nextBatch(state, p, out)
    onReply(state, p, reply(R.ehlo, '', EXT.PIPELINING))
    nextBatch(state, p, out)
    for (const spec of [R.senderOk, R.greylisted, R.startContent]) onReply(state, p, reply(spec))
    out.length = 0
    nextBatch(state, p, out)
    expect(out.map((each) => [each.verb, each.octets])).toEqual([
      ['CONTENT', 0],
      ['QUIT', 0],
    ])
    onReply(state, p, reply(R.queued))
    expect(state.delivered).toBe(false)
    expect(recipientResult(state, 0)).toMatchObject({ fate: 'retry', step: 'rcpt' })
  })
})

describe('a session, one command at a time', () => {
  it('follows the order of the standard', () => {
    const d = converse(plan({ pipelines: false }))
    expect(d.groups.flat()).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'CONTENT', 'QUIT'])
    expect(d.groups.every((group) => group.length === 1)).toBe(true)
    expect(fates(d)).toEqual(['delivered'])
  })

  it('does so too when the server does not offer PIPELINING', () => {
    const d = converse(plan(), config({ pipelining: false }))
    expect(d.groups.every((group) => group.length === 1)).toBe(true)
  })

  it('does not send DATA for nobody', () => {
    const p = plan({ pipelines: false, recipients: ['no@r.example', 'grey@r.example'] })
    const d = converse(p, config(), pickySite)
    expect(d.groups.flat()).toEqual(['EHLO', 'MAIL', 'RCPT', 'RCPT', 'RSET', 'QUIT'])
    expect(fates(d)).toEqual(['failed', 'retry'])
  })

  it('says HELO where EHLO is not known, and then no SIZE', () => {
    const p = plan()
    const state = newSender(p)
    const out: Command[] = []
    onReply(state, p, reply(R.greeting))
    nextBatch(state, p, out)
    onReply(state, p, reply(R.unknownCommand))
    nextBatch(state, p, out)
    onReply(state, p, reply(R.helo))
    nextBatch(state, p, out)
    expect(out.map((each) => each.verb)).toEqual(['EHLO', 'HELO', 'MAIL'])
    expect(out[2]?.octets).toBe(0)
  })

  it('a simple program says HELO, and hangs up without QUIT', () => {
    const d = converse(plan({ usesEhlo: false, quits: false }))
    expect(d.groups.flat()).toEqual(['HELO', 'MAIL', 'RCPT', 'DATA', 'CONTENT'])
    expect(d.receiver).toMatchObject({ phase: 'ready', esmtp: false })
    const refused = converse(
      plan({ recipients: ['no@r.example'], quits: false }),
      config(),
      pickySite,
    )
    expect(refused.groups.at(-1)).toEqual(['MAIL', 'RCPT', 'DATA'])
    expect(isFinished(refused.sender)).toBe(true)
  })

  it('carries the null reverse-path', () => {
    const d = converse(plan({ reversePath: '' }))
    expect(d.lines).toContain('C: MAIL FROM:<> SIZE=441')
    expect(d.sender.delivered).toBe(true)
  })
})

describe('submission', () => {
  const account = { submission: true, user: 'alice', secret: 'wonderland' }
  const server = config({ service: 'submission' })

  it('encrypts, logs in, sends', () => {
    const d = converse(plan(account), server)
    expect(d.groups).toEqual([
      ['EHLO'],
      ['STARTTLS'],
      ['TLS'],
      ['EHLO'],
      ['AUTH'],
      ['MAIL', 'RCPT', 'DATA'],
      ['CONTENT', 'QUIT'],
    ])
    expect(d.sender.delivered).toBe(true)
  })

  it('stops at a wrong password', () => {
    const d = converse(plan({ ...account, secret: 'x' }), server)
    expect(codes(d).slice(-2)).toEqual([535, 221])
    expect(d.sender).toMatchObject({ decidedAt: 'auth', delivered: false })
    expect(recipientResult(d.sender, 0)).toMatchObject({ fate: 'retry', step: 'auth' })
  })

  it('never logs in unencrypted', () => {
    const d = converse(plan(account), config())
    expect(d.groups.flat()).toEqual(['EHLO', 'QUIT'])
    expect(recipientResult(d.sender, 0).reply?.spec).toBe(R.tlsNotOffered)
  })

  it('hears 530 when it has no account', () => {
    const d = converse(plan({ submission: true }), server)
    expect(d.sender.deciding?.spec).toBe(R.authRequired)
  })
})

describe('a session that breaks off', () => {
  it('is decided for all by a greeting that refuses, which is never final', () => {
    const p = plan({ recipients: ['a@r.example', 'b@r.example'] })
    const state = newSender(p)
    onReply(state, p, reply(R.blocklisted, 'dnsbl.example'))
    expect(state.step).toBe('quit')
    for (const i of [0, 1]) {
      expect(recipientResult(state, i)).toMatchObject({ fate: 'retry', step: 'greeting' })
    }
  })

  it('ends at 421 with that reply for the undecided', () => {
    const recipients = ['no1@r.example', 'no2@r.example', 'no3@r.example', 'bob@r.example']
    const d = converse(plan({ recipients }), config({ hardErrorLimit: 2 }), pickySite)
    expect(codes(d).slice(2)).toEqual([250, 550, 550, 421])
    expect(fates(d)).toEqual(['failed', 'failed', 'retry', 'retry'])
    expect(recipientResult(d.sender, 3).reply?.spec).toBe(R.tooManyErrors)
    expect(isFinished(d.sender)).toBe(true)
  })

  it('takes silence for a failure that passes, unless all was said', () => {
    const p = plan()
    const state = newSender(p)
    abandon(state, reply(R.lostConnection))
    expect(recipientResult(state, 0)).toMatchObject({ fate: 'retry', step: 'greeting' })
    const done = converse(plan()).sender
    abandon(done, reply(R.lostConnection))
    expect(recipientResult(done, 0).fate).toBe('delivered')
  })

  it('knows before QUIT is answered what became of everybody', () => {
    const p = plan({ quits: true, pipelines: false })
    const d = converse(p, config(), site())
    expect(isDecided(d.sender)).toBe(true)
    const state = newSender(p)
    expect(isDecided(state)).toBe(false)
    expect(recipientResult(state, 0)).toEqual({
      reply: null,
      delivered: false,
      fate: 'undecided',
      step: null,
      triesNextHost: false,
    })
  })

  it('refuses replies that nothing was sent for', () => {
    const p = plan()
    const state = newSender(p)
    onReply(state, p, reply(R.greeting))
    expect(() => onReply(state, p, reply(R.ok))).toThrow(/nothing was sent/)
  })
})

describe('the sender table', () => {
  it('names steps that exist, and a timeout for each', () => {
    for (const [step, row] of Object.entries(SENDER)) {
      for (const target of [row.done, row.notNow, row.no]) expect(SENDER).toHaveProperty([target])
      expect(SMTP_TIMEOUT).toHaveProperty([step])
    }
    expect(SMTP_TIMEOUT).toMatchObject({ data: 120_000, content: 600_000, rset: 20_000 })
  })

  it('gives state that is plain data', () => {
    const d = converse(plan({ recipients: ['no@r.example', 'bob@r.example'] }))
    expect(JSON.parse(JSON.stringify(d.sender))).toEqual(d.sender)
  })
})
