import { describe, expect, it } from 'vitest'
import { reply } from '../../../../src/sim/mail/reply.ts'
import { R } from '../../../../src/sim/mail/reply-catalogue.ts'
import type { SenderPlan } from '../../../../src/sim/mail/smtp/sender.ts'
import {
  abandon,
  askedResult,
  isDecided,
  isFinished,
  newSender,
  onReply,
  recipientResult,
  SMTP_TIMEOUT,
} from '../../../../src/sim/mail/smtp/sender.ts'
import { codes, config, converse, plan, site } from './dialogue.ts'

const asking = (verb: 'ETRN' | 'ATRN', over: Partial<SenderPlan> = {}): SenderPlan =>
  plan({
    recipients: [],
    octets: 0,
    asks: { verb, domain: 'branch.example' },
    ...(verb === 'ATRN' ? { user: 'alice', secret: 'wonderland' } : {}),
    ...over,
  })

const verbs = (d: ReturnType<typeof converse>): string[] => d.groups.flat()

describe('a session that asks by ETRN', () => {
  it('has nothing but the request between EHLO and QUIT', () => {
    const d = converse(asking('ETRN'))
    expect(d.lines).toEqual([
      'S: 220 mx.receiver.example ESMTP Postfix',
      'C: EHLO out.sender.example',
      'S: 250-mx.receiver.example',
      'C: ETRN branch.example',
      'S: 250 Queuing started',
      'C: QUIT',
      'S: 221 2.0.0 Bye',
    ])
    expect(askedResult(d.sender)).toBe(reply(R.etrnStarted))
    expect(d.sender).toMatchObject({ decidedAt: 'etrn', delivered: false, step: 'closed' })
  })

  it.each([R.etrnNothing, R.etrnUnable, R.etrnNotServed])('is answered $code', (spec) => {
    const d = converse(asking('ETRN'), config(), site({ turn: () => reply(spec) }))
    expect(verbs(d)).toEqual(['EHLO', 'ETRN', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(spec)
  })

  it('asks where it is not offered, and hears 502', () => {
    const d = converse(asking('ETRN'), config({ etrn: false }))
    expect(codes(d)).toEqual([220, 250, 502, 221])
    expect(askedResult(d.sender)?.spec).toBe(R.notImplemented)
  })

  it('never logs in, and does not ask for encryption', () => {
    const d = converse(asking('ETRN', { user: 'alice', secret: 'wonderland', submission: true }))
    expect(verbs(d)).toEqual(['EHLO', 'ETRN', 'QUIT'])
  })

  it('says HELO if that is its way, and hangs up if that is its way', () => {
    const d = converse(asking('ETRN', { usesEhlo: false, quits: false }))
    expect(verbs(d)).toEqual(['HELO', 'ETRN'])
    expect(askedResult(d.sender)?.spec).toBe(R.etrnStarted)
  })
})

describe('a session that asks by ATRN', () => {
  const odmr = config({ service: 'odmr' })

  it('logs in, asks, and leaves the connection to the other side', () => {
    const d = converse(asking('ATRN'), odmr)
    expect(d.groups).toEqual([['EHLO'], ['AUTH'], ['ATRN']])
    expect(codes(d)).toEqual([220, 250, 235, 250])
    expect(askedResult(d.sender)).toBe(reply(R.atrnReversing))
    expect(d.sender).toMatchObject({ decidedAt: 'atrn', step: 'closed' })
    expect(d.receiver.phase).toBe('closed')
  })

  it.each([R.atrnRefused, R.atrnNotNow, R.atrnNoMail])('says goodbye after $code', (spec) => {
    const d = converse(asking('ATRN'), odmr, site({ turn: () => reply(spec) }))
    expect(verbs(d)).toEqual(['EHLO', 'AUTH', 'ATRN', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(spec)
  })

  it('hears 530 without an account', () => {
    const d = converse(asking('ATRN', { user: '' }), odmr)
    expect(verbs(d)).toEqual(['EHLO', 'ATRN', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(R.authRequired)
  })

  it('stops at a wrong password', () => {
    const d = converse(asking('ATRN', { secret: 'x' }), odmr)
    expect(verbs(d)).toEqual(['EHLO', 'AUTH', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(R.badCredentials)
    expect(d.sender.decidedAt).toBe('auth')
  })

  it('shows no password to a server that does not ask for one', () => {
    const d = converse(asking('ATRN'), config())
    expect(verbs(d)).toEqual(['EHLO', 'ATRN', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(R.notImplemented)
  })

  it('waits longer than for other replies', () => {
    expect(SMTP_TIMEOUT).toMatchObject({ etrn: 300_000, atrn: 600_000 })
  })
})

describe('a request that is not heard', () => {
  it.each([
    [R.shuttingDown, []],
    [R.noService, ['QUIT']],
  ])('is decided by the greeting: %o', (spec, rest) => {
    const d = converse(asking('ETRN'), config(), site({ greeting: () => reply(spec) }))
    expect(verbs(d)).toEqual(rest)
    expect(askedResult(d.sender)?.spec).toBe(spec)
    expect(d.sender.decidedAt).toBe('greeting')
  })

  it('is decided by HELO, after EHLO was refused', () => {
    const refusing = site({ hello: (_, name) => reply(R.heloRefused, name) })
    const d = converse(asking('ETRN'), config(), refusing)
    expect(verbs(d)).toEqual(['EHLO', 'HELO', 'QUIT'])
    expect(askedResult(d.sender)?.spec).toBe(R.heloRefused)
  })

  it('is undecided until there is an answer, and silence is one', () => {
    const p = asking('ETRN')
    const state = newSender(p)
    expect(isDecided(state)).toBe(false)
    expect(askedResult(state)).toBeNull()
    onReply(state, p, reply(R.greeting))
    expect(isDecided(state)).toBe(false)
    abandon(state, reply(R.lostConnection))
    expect(isFinished(state)).toBe(true)
    expect(askedResult(state)?.spec).toBe(R.lostConnection)
  })
})

describe('a message', () => {
  it.each([
    [R.dataLater, 'retry'],
    [R.dataRefused, 'failed'],
  ])('is decided at DATA: %o', (spec, fate) => {
    const d = converse(plan(), config(), site({ data: () => reply(spec) }))
    expect(d.groups.at(-1)).toEqual(['RSET', 'QUIT'])
    const result = recipientResult(d.sender, 0)
    expect(result).toMatchObject({ fate, step: 'data', reply: reply(spec) })
  })
})
