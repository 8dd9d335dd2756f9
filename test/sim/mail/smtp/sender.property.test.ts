import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reply, replyClass } from '../../../../src/sim/mail/reply.ts'
import { R, REPLIES } from '../../../../src/sim/mail/reply-catalogue.ts'
import type { Command } from '../../../../src/sim/mail/smtp/command.ts'
import { parseCommand } from '../../../../src/sim/mail/smtp/command.ts'
import type { ReceiverSite } from '../../../../src/sim/mail/smtp/receiver.ts'
import { newReceiver, receive } from '../../../../src/sim/mail/smtp/receiver.ts'
import {
  isDecided,
  askedResult,
  isFinished,
  newSender,
  nextBatch,
  onReply,
  recipientResult,
} from '../../../../src/sim/mail/smtp/sender.ts'
import { config, converse, pickySite, plan, site } from './dialogue.ts'

const planned = fc
  .record({
    recipients: fc.array(fc.constantFrom('bob@r.example', 'no@r.example', 'grey@r.example'), {
      minLength: 1,
      maxLength: 30,
    }),
    octets: fc.constantFrom(1, 441, 999, 1001, 5000),
    reversePath: fc.constantFrom('', 'alice@sender.example', 'bad@sender.example'),
    submission: fc.boolean(),
    user: fc.constantFrom('', 'alice'),
    secret: fc.constantFrom('wonderland', 'x'),
    usesEhlo: fc.boolean(),
    pipelines: fc.boolean(),
    quits: fc.boolean(),
  })
  .map(plan)

const asking = fc
  .record({
    asks: fc.record({
      verb: fc.constantFrom('ETRN' as const, 'ATRN' as const),
      domain: fc.constant('branch.example'),
    }),
    recipients: fc.constant([]),
    submission: fc.boolean(),
    user: fc.constantFrom('', 'alice'),
    secret: fc.constantFrom('wonderland', 'x'),
    usesEhlo: fc.boolean(),
    pipelines: fc.boolean(),
    quits: fc.boolean(),
  })
  .map(plan)

const server = fc
  .record({
    service: fc.constantFrom('relay-in' as const, 'submission' as const, 'odmr' as const),
    sizeLimitOctets: fc.constantFrom(0, 1000),
    recipientLimit: fc.constantFrom(1, 3, 1000),
    hardErrorLimit: fc.integer({ min: 1, max: 25 }),
    pipelining: fc.boolean(),
    etrn: fc.boolean(),
  })
  .map(config)

const moods = fc.constantFrom(
  { ...pickySite },
  site({ content: () => reply(R.contentLater) }),
  site({ content: () => reply(R.contentSpam) }),
  site({ greeting: () => reply(R.noService) }),
  site({ greeting: () => reply(R.shuttingDown) }),
  site({ hello: () => reply(R.shuttingDown) }),
  site({ hello: (_, name) => reply(R.heloRefused, name) }),
  site({ data: () => reply(R.dataLater) }),
  { ...pickySite, sender: (_: unknown, from: string) => (from === '' ? reply(R.spfFail) : null) },
)

describe('sender against receiver', () => {
  it('always ends, decides for everybody, and is never out of order by itself', () => {
    fc.assert(
      fc.property(planned, server, moods, (p, c, s) => {
        const d = converse(p, c, s)
        expect(isFinished(d.sender)).toBe(true)
        expect(isDecided(d.sender)).toBe(true)
        const mailRefused = d.sender.decidedAt === 'mail'
        // RFC 2920 §3.1: what stood behind a refused MAIL in the same group cannot be unsaid
        const outOfOrder = d.replies.filter((each) => each.spec.code === 503)
        const excused = mailRefused ? p.recipients.length + 1 : 0
        const authNotNeeded = outOfOrder.filter((each) => each.spec === R.authNotEnabled).length
        expect(authNotNeeded).toBe(0)
        expect(outOfOrder.length).toBeLessThanOrEqual(excused)
        const delivered = p.recipients.map((_, i) => recipientResult(d.sender, i).delivered)
        expect(delivered.some(Boolean)).toBe(d.sender.delivered)
      }),
      { numRuns: 500 },
    )
  })

  it('asks for mail, hears one answer, and is turned round only by a 250 to ATRN', () => {
    const answers = fc.constantFrom(
      [R.etrnStarted, R.atrnReversing],
      [R.etrnNothing, R.atrnNoMail],
      [R.etrnNotServed, R.atrnRefused],
      [R.etrnUnable, R.atrnNotNow],
    )
    fc.assert(
      fc.property(asking, server, moods, answers, (p, c, s, [toEtrn, toAtrn]) => {
        const turn: ReceiverSite['turn'] = (_, verb) =>
          reply((verb === 'ETRN' ? toEtrn : toAtrn) ?? R.ok)
        const d = converse(p, c, { ...s, turn })
        expect(isFinished(d.sender)).toBe(true)
        expect(isDecided(d.sender)).toBe(true)
        expect(d.sender.delivered).toBe(false)
        const asked = d.commands.filter(({ verb }) => verb === p.asks?.verb)
        expect(asked.length).toBe(['etrn', 'atrn'].includes(d.sender.decidedAt ?? '') ? 1 : 0)
        const turned = askedResult(d.sender)?.spec === R.atrnReversing
        const { phase, user } = d.receiver
        expect(!turned || (phase === 'closed' && user === 'alice')).toBe(true)
        const hungUp = !p.quits || turned || d.replies.at(-1)?.spec.code === 421
        expect(hungUp || d.commands.at(-1)?.verb === 'QUIT').toBe(true)
        expect(d.commands.some(({ verb }) => ['MAIL', 'STARTTLS'].includes(verb))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees on who was accepted', () => {
    fc.assert(
      fc.property(planned, server, (p, c) => {
        const taken: string[] = []
        const noting = {
          ...pickySite,
          content: (state: { recipients: string[] }) => {
            taken.push(...state.recipients)
            return reply(R.queued, '', 7)
          },
        }
        const d = converse(p, c, noting)
        const mine = p.recipients.filter((_, i) => recipientResult(d.sender, i).delivered)
        expect(mine).toEqual(taken)
      }),
    )
  })
})

describe('sender against nonsense', () => {
  it('ends whatever the replies are', () => {
    const answers = fc.array(fc.constantFrom(...REPLIES), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(planned, asking), answers, (p, specs) => {
        const state = newSender(p)
        let k = 0
        // more replies than any session has steps
        const enough = 2 * p.recipients.length + 60
        while (!isFinished(state) && k < enough) {
          const out: Command[] = []
          nextBatch(state, p, out)
          onReply(state, p, reply(specs[k % specs.length] ?? R.ok))
          k += 1
        }
        expect(isFinished(state)).toBe(true)
        expect(isDecided(state)).toBe(true)
        expect(p.asks === null || askedResult(state) !== null).toBe(true)
        for (const [i] of p.recipients.entries()) {
          const result = recipientResult(state, i)
          expect(result.fate).not.toBe('undecided')
          expect(result.delivered).toBe(
            result.reply !== null && replyClass(result.reply) === 2 && result.step === 'content',
          )
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('receiver against nonsense', () => {
  it('answers every line and keeps its transaction in order', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('EHLO a.example', 'MAIL FROM:<>', 'RCPT TO:<b@c.example>', 'DATA', 'RSET'),
      fc.constantFrom('STARTTLS', 'AUTH PLAIN AGEAYg==', 'QUIT', 'NOOP', 'HELO x', 'VRFY y'),
      fc.constantFrom('ETRN a.example', 'ETRN @a.example', 'ATRN', 'ATRN a.example,b.example'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), server, (lines, c) => {
        const state = newReceiver()
        for (const each of lines) {
          const answer = receive(state, parseCommand(each), c, pickySite)
          expect(answer.spec.index).toBeGreaterThanOrEqual(0)
          expect(state.hasSender).toBe(['mail', 'rcpt', 'data'].includes(state.phase))
          expect(state.recipients.length > 0).toBe(['rcpt', 'data'].includes(state.phase))
        }
      }),
    )
  })
})
