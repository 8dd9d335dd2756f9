/**
 * Mechanisms, not stories: each is met by changing only a record, an option or a behaviour, in
 * worlds that no scenario contains; what must come out was worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import { outcome } from '../helpers/day.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'
import type { Act } from '../../src/sim/run.ts'

describe('silence and broken lines', () => {
  const down = (host: string): Act => ({ kind: 'power', host, power: 'refused' })
  const cut = (host: string): Act => ({ kind: 'power', host, power: 'unreachable' })
  const up = (host: string): Act => ({ kind: 'power', host, power: 'up' })

  it.each<[string, Wanted, string, string]>([
    [
      'refused once, then the outbox after a minute',
      {
        acts: [
          [0, down('mx')],
          [30_000, up('mx')],
        ],
      },
      'good delivered connection refused, 250 2.0.0',
      '60',
    ],
    [
      'no answer at all for thirty seconds',
      {
        acts: [
          [0, cut('mx')],
          [40_000, up('mx')],
        ],
      },
      'good delivered connect timeout, 250 2.0.0',
      '90',
    ],
    [
      'one try and no more',
      { set: { 'laptop.retry': 'never' }, acts: [[0, down('mx')]] },
      'good lost connection refused',
      '0',
    ],
    [
      'Alice by hand after five minutes',
      {
        set: { 'laptop.retry': 'alice' },
        acts: [
          [0, down('mx')],
          [30_000, up('mx')],
        ],
      },
      'good delivered connection refused, 250 2.0.0',
      '300',
    ],
    [
      'the server goes away in mid-session',
      {
        acts: [
          [200, down('mx')],
          [1000, up('mx')],
        ],
      },
      'good delivered lost connection, 250 2.0.0',
      '60',
    ],
  ])('%s', (_, wanted, expected, secondsToLast) => {
    const rows = rowsFor('two-roads', 'direct', wanted)
    expect(outcome(rows)).toBe(expected)
    expect(Math.floor(rows[0]!.attempts.at(-1)!.atMs / 1000)).toBe(Number(secondsToLast))
  })

  it('a cable pulled before the greeting costs the client five minutes (RFC 5321 §4.5.3.2.1)', () => {
    const acts: Wanted['acts'] = [
      [105, cut('mx')],
      [400_000, up('mx')],
    ]
    const [row] = rowsFor('two-roads', 'direct', { acts })
    expect(row!.attempts[0]!.reply).toBe('timeout')
    expect(row!.attempts[1]!.atMs).toBeGreaterThanOrEqual(360_000)
    expect(row!.attempts[1]!.atMs).toBeLessThan(362_000)
  })

  it('a 250 that is lost on the way makes a duplicate (RFC 5321 §4.5.3.2.6)', () => {
    // The letter is accepted at 300 ms; its 250 would arrive at 330 ms.
    const acts: Wanted['acts'] = [
      [315, { kind: 'lid', host: 'laptop', closed: true }],
      [60_000, { kind: 'lid', host: 'laptop', closed: false }],
    ]
    const { index } = worldFor('two-roads', 'direct', { acts })
    const copies = factsOf(index).filter((fact) => fact.kind === 'mailbox')
    expect(copies.map((fact) => fact.copies)).toEqual([1, 2])
  })

  it('a relay that is switched off keeps its queue and goes on when it is back', () => {
    const acts: Wanted['acts'] = [
      [0, down('mx')],
      [1000, down('relay')],
      [50_000, up('mx')],
      [4_000_000, up('relay')],
    ]
    const [row] = rowsFor('two-roads', 'relayed', { acts })
    expect(row!.outcome).toBe('delivered')
    expect(row!.attempts.map((one) => one.reply)).toEqual(['connection refused', '250 2.0.0'])
    expect(row!.attempts[1]!.atMs).toBe(4_000_000)
  })

  it('a laptop that sleeps sends at once on waking, and what is written meanwhile waits', () => {
    const acts: Wanted['acts'] = [
      [0, down('mx')],
      [10_000, { kind: 'lid', host: 'laptop', closed: true }],
      [20_000, up('mx')],
      [
        30_000,
        {
          kind: 'send',
          host: 'laptop',
          from: 'alice@school.example',
          to: ['bob@college.example'],
          subject: 'Later',
        },
      ],
      [900_000, { kind: 'lid', host: 'laptop', closed: false }],
    ]
    const rows = rowsFor('two-roads', 'direct', { acts })
    expect(rows.map((row) => row.attempts.at(-1)!.atMs)).toEqual([900_000, 900_000])
    expect(rows.every((row) => row.outcome === 'delivered')).toBe(true)
  })
})

describe('a press of the button', () => {
  it('is a try, although the program had left the server alone for a while', () => {
    const base = scenarioOf('two-roads')
    const mail = Array.from({ length: 6 }, () => base.mail[0]!)
    const acts: Wanted['acts'] = [
      [10_000, { kind: 'power', host: 'mx', power: 'up' }],
      [20_000, { kind: 'send-again', host: 'laptop' }],
    ]
    const set = { 'laptop.retry': 'never', 'mx.outage.lasts': '1 h' }
    const rows = rowsFor({ ...base, mail }, 'direct', { acts, set, road: 'direct' })
    const replies = rows.map((row) => row.attempts.map(({ reply }) => reply).join(', '))
    expect(rows.filter((row) => row.outcome === 'lost')).toHaveLength(5)
    expect(replies.filter((one) => one === 'connection refused, 250 2.0.0')).toHaveLength(1)
  })
})

describe('the three switches of a laptop', () => {
  const night: Wanted['acts'] = [
    [0, { kind: 'power', host: 'mx', power: 'refused' }],
    [30_000, { kind: 'lid', host: 'laptop', closed: true }],
    [600_000, { kind: 'power', host: 'mx', power: 'up' }],
    [7_200_000, { kind: 'lid', host: 'laptop', closed: false }],
  ]
  it.each([
    ['tries again, but sleeps', { 'laptop.retry': 'postfix' }, 7_200_000],
    ['always on with an outbox', { 'laptop.retry': 'outbox', 'laptop.always-on': 'on' }, 600_000],
    [
      'always on with a queue: a mail server at home',
      { 'laptop.retry': 'postfix', 'laptop.always-on': 'on' },
      900_000,
    ],
  ])('%s', (_, set, earliest) => {
    const [row] = rowsFor('two-roads', 'direct', { set, acts: night })
    expect(row!.outcome).toBe('delivered')
    expect(row!.endedAtMs).toBeGreaterThanOrEqual(earliest)
    expect(row!.endedAtMs! - earliest).toBeLessThan(310_000)
  })

  it('with all three on, greylisting is no obstacle any more', () => {
    const set = { 'laptop.retry': 'postfix', 'laptop.always-on': 'on', 'laptop.same-address': 'on' }
    const [row] = rowsFor('try-again-later', 'direct', { set })
    expect(row).toMatchObject({ outcome: 'delivered' })
    expect(row!.attempts).toHaveLength(2)
  })
})
