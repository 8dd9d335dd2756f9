/**
 * Lines that are not always there, and lines that are slow: what waits for a call, what a call costs,
 * and what becomes of a content when the line goes down. Times were worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { ledgerAt, type HostLedger } from '../../src/sim/facts/ledger.ts'
import type { Act } from '../../src/sim/run.ts'
import type { MailSpec } from '../../src/sim/scenarios/scenario.ts'
import { arrivals, letter, live, states, world } from '../helpers/calls.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'
import { triesOf } from '../helpers/tries.ts'

function ledger(index: FactIndex, id: string): HostLedger {
  const { hosts, facts } = index.record
  const host = hosts.findIndex((one) => one.id === id)
  return ledgerAt(index, facts.at(facts.length - 1))[host]!
}

const CALLS = {
  'relay.line.kind': 'calls',
  'relay.line.first': '10 min',
  'relay.line.every': '20 min',
}
const ON_DEMAND = { 'relay.line.kind': 'on-demand' }

describe('planned calls', () => {
  it('are when mail leaves: all that waits, in one batch', () => {
    const mail = ['0 s', '5 min', '9 min', '12 min', '13 min'].map((at) => letter(at))
    const index = live(world(mail, CALLS))
    // Thirty seconds to dial, and a session of less than a second.
    expect(arrivals(index).map((at) => Math.floor(at / 1000))).toEqual([630, 630, 630, 1830, 1830])
    expect(states(index, 'relay').map((one) => one.replace(/\d{3}$/, ''))).toEqual([
      'offline@0',
      'up@630',
      'offline@640',
      'up@1830',
      'offline@1840',
    ])
  })

  it('take what is not due yet with them', () => {
    const down: Act = { kind: 'power', host: 'mx', power: 'refused' }
    const up: Act = { kind: 'power', host: 'mx', power: 'up' }
    const settings = { ...CALLS, 'relay.queue.law': 'fixed', 'relay.queue.fixed': '1 d' }
    const acts: Wanted['acts'] = [
      [0, down],
      [700_000, up],
    ]
    const index = live(world([letter('0 s')], settings), { acts })
    expect(arrivals(index).map((at) => Math.floor(at / 1000))).toEqual([1830])
    const flushes = factsOf(index).filter((fact) => fact.kind === 'flush')
    expect(flushes.map(({ at, by }) => `${by}@${at}`)).toEqual(['call@1830000'])
  })

  it('are not waited for by a colleague’s letter', () => {
    const index = live(world([letter('0 s', { to: ['carol@school.example'] })], CALLS))
    expect(arrivals(index)).toEqual([0])
    const to = ['carol@school.example', 'ghost@school.example', 'bob@college.example']
    const three = live(world([letter('0 s', { to })], CALLS))
    const rows = factsOf(three).filter((fact) => fact.kind === 'end')
    expect(rows.map(({ at, outcome }) => `${outcome}@${Math.floor(at / 1000)}`)).toEqual([
      'delivered@0',
      'bounced@0',
      'delivered@0',
      'delivered@630',
    ])
  })

  it('end with the last letter, and begin again with the next, by the same clock', () => {
    const send: Act = {
      kind: 'send',
      host: 'relay',
      from: 'alice@school.example',
      to: ['bob@college.example'],
      subject: 'Later',
    }
    const index = live(world([letter('0 s')], CALLS), { acts: [[36_000_000, send]] })
    expect(states(index, 'relay').filter((one) => one.startsWith('up'))).toEqual([
      'up@630000',
      // Ten hours are thirty calls from the first.
      'up@36630000',
    ])
  })
})

describe('a call when there is something to send', () => {
  it('is made at once, and over when nothing has happened for as long as is said', () => {
    const index = live(world([letter('60 s')], { ...ON_DEMAND, 'relay.line.idle': '7 s' }))
    const last = factsOf(index).findLast((fact) => fact.kind === 'close')!
    expect(states(index, 'relay').slice(0, 2)).toEqual(['offline@0', 'up@90000'])
    // Both ends are closed when the answer to the goodbye has come.
    expect(states(index, 'relay')[2]).toBe(`offline@${last.at + 7000}`)
  })

  it('goes on for a letter that comes meanwhile', () => {
    const mail = [letter('0 s'), letter('36 s')]
    const index = live(world(mail, ON_DEMAND))
    expect(states(index, 'relay').filter((one) => one.startsWith('up'))).toEqual(['up@30000'])
    expect(arrivals(index)).toHaveLength(2)
  })

  it('is not made for nothing', () => {
    const lid = (at: number, closed: boolean): readonly [number, Act] => [
      at,
      { kind: 'lid', host: 'laptop', closed },
    ]
    const settings = { 'laptop.line.kind': 'on-demand', 'laptop.retry': 'outbox' }
    const acts = [lid(1000, true), lid(2000, false)]
    expect(states(live(world([], settings), { acts }), 'laptop')).toEqual([
      'offline@0',
      'asleep@1000',
      'offline@2000',
    ])
  })

  it('is made again when the last one was too short for all', () => {
    // Nine thousand octets at 100 a second: one letter in a call, and not even that of the last.
    const mail = Array.from({ length: 8 }, () => letter('0 s', { octets: 9000, host: 'laptop' }))
    const settings = {
      'laptop.line.kind': 'on-demand',
      'laptop.line.speed': '100',
      'laptop.line.longest': '100 s',
      'laptop.retry': 'never',
    }
    const rows = rowsFor(world(mail, settings), 'direct', { road: 'direct' })
    expect(rows.map(({ outcome }) => outcome)).not.toContain('queued')
    expect(rows.filter(({ outcome }) => outcome === 'delivered').length).toBeGreaterThan(1)
  })
})

describe('a line that goes down', () => {
  const slow = { ...ON_DEMAND, 'relay.line.speed': '100', 'relay.queue.law': 'fixed' }
  const big = [letter('0 s', { octets: 9000 })]
  const gap = { 'relay.queue.fixed': '10 min', 'relay.queue.lifetime': '1 h' }

  it('after its longest time takes the content with it, however often', () => {
    const index = live(world(big, { ...slow, ...gap, 'relay.line.longest': '60 s' }))
    expect(arrivals(index).length).toBe(1) // the report, at home
    const found = triesOf(index).filter(
      ({ message, aim }) => message === 'alice-1' && aim !== 'local',
    )
    expect(found.every(({ replies }) => replies[0] === 'lost connection')).toBe(true)
    expect(found.length).toBeGreaterThan(4)
  })

  it('long enough, it lets it through', () => {
    const index = live(world(big, { ...slow, ...gap, 'relay.line.longest': '2 min' }))
    expect(arrivals(index)).toHaveLength(1)
    expect(arrivals(index)[0]).toBeGreaterThan(120_000)
  })

  const off = (power: 'refused' | 'unreachable' | 'up'): Act => ({
    kind: 'power',
    host: 'relay',
    power,
  })
  it.each<[string, NonNullable<Wanted['acts']>]>([
    [
      'switched off and on',
      [
        [60_000, off('refused')],
        [61_000, off('up')],
      ],
    ],
    [
      'its cable pulled',
      [
        [60_000, off('unreachable')],
        [61_000, off('up')],
      ],
    ],
  ])('with its host %s, what was half sent is not there, and comes once', (_, acts) => {
    const index = live(world(big, { ...slow, ...gap }), { acts })
    expect(arrivals(index)).toHaveLength(1)
    const [first, second] = triesOf(index).filter(({ host }) => host === 'relay')
    expect([first!.replies, second!.replies]).toEqual([['lost connection'], ['250 2.0.0']])
    // The line is free again: the second content does not wait for what is left of the first.
    const contents = factsOf(index).filter((fact) => fact.kind === 'command')
    const spans = contents.flatMap((fact) => (fact.verb === 'CONTENT' ? [fact.span] : []))
    expect(spans[1]).toBe(spans[0])
  })

  it('a lid that closes in the middle of an upload on an ordinary slow line, too', () => {
    const settings = { 'laptop.line.speed': '100', 'laptop.retry': 'outbox' }
    const mail = [letter('0 s', { octets: 9000, host: 'laptop' })]
    const acts: Wanted['acts'] = [
      [30_000, { kind: 'lid', host: 'laptop', closed: true }],
      [31_000, { kind: 'lid', host: 'laptop', closed: false }],
    ]
    const { index } = worldFor(world(mail, settings), 'direct', { acts })
    expect(arrivals(index)).toHaveLength(1)
    expect(arrivals(index)[0]).toBeGreaterThan(31_000 + 90_000)
  })
})

describe('the price of a call', () => {
  it.each([
    // idle time, calls, cents: a session of a quarter of a second, then silence
    ['50 s', 1, 10],
    ['59 s', 1, 10],
    ['60 s', 1, 20],
    ['130 s', 1, 30],
  ])('hung up after %s of silence: %i call, %i cents', (idle, calls, cents) => {
    const settings = { ...ON_DEMAND, 'relay.line.idle': idle, 'relay.line.price': '10' }
    const share = ledger(live(world([letter('0 s')], settings)), 'relay')
    expect(share).toMatchObject({ calls, cents })
    expect(Math.floor(share.callMs / 1000)).toBe(Number.parseInt(idle, 10))
  })

  it('counts each call that has begun', () => {
    const mail = ['0 s', '10 min', '20 min'].map((at) => letter(at))
    const share = ledger(live(world(mail, { ...ON_DEMAND, 'relay.line.price': '10' })), 'relay')
    expect(share).toMatchObject({ calls: 3, cents: 30 })
  })
})

describe('octets per second', () => {
  const upload = (count: number): readonly MailSpec[] =>
    Array.from({ length: count }, () => letter('0 s', { octets: 9_000_000 }))

  it('nine megabytes at a megabit are 72 seconds', () => {
    const [at] = arrivals(live(world(upload(1), { 'relay.line.speed': '125000' })))
    expect(at).toBeGreaterThanOrEqual(72_000)
    expect(at).toBeLessThan(73_000)
  })

  it('twenty of them go one after the other, 24 minutes', () => {
    const at = arrivals(live(world(upload(20), { 'relay.line.speed': '125000' })))
    expect(at).toHaveLength(20)
    for (const [i, one] of at.entries()) expect(Math.abs(one - 72_000 * (i + 1))).toBeLessThan(2000)
  })

  it('the slower of two lines counts', () => {
    const set = { 'relay.line.speed': '125000', 'mx.line.speed': '62500' }
    const [at] = arrivals(live(world(upload(1), set)))
    expect(Math.floor(at! / 1000)).toBe(144)
  })
})
