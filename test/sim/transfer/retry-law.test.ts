import { describe, expect, it } from 'vitest'
import { isExpired, nextScan } from '../../../src/sim/transfer/retry-law.ts'
import { rowsFor } from '../../helpers/runs.ts'
import { seconds } from '../../../src/sim/units.ts'

const POSTFIX = {
  queueRunDelayMs: seconds(300),
  minBackoffMs: seconds(300),
  maxBackoffMs: seconds(4000),
}

/** Instants of the tries of a message that never gets through, in seconds, from hand computation. */
function tries(phase: number, count: number, law = POSTFIX): number[] {
  const at = [0]
  while (at.length < count) at.push(nextScan(at.at(-1)! * 1000, 0, law, phase * 1000) / 1000)
  return at
}

describe('Postfix’s law', () => {
  // Failing tries of no duration; u is the phase of the scans: 0, 300+u, 900+u, 2100+u, 4500+u,
  // 8700+u, and from then on every 4200 s.
  it.each([1, 60, 150, 299])('with scans at %i s past every five minutes', (u) => {
    const expected = [0, 300 + u, 900 + u, 2100 + u, 4500 + u, 8700 + u, 12_900 + u, 17_100 + u]
    expect(tries(u, 8)).toEqual(expected)
  })

  it('with scans exactly on the failures needs no extra wait', () => {
    expect(tries(0, 6)).toEqual([0, 300, 600, 1200, 2400, 4800])
  })

  it.each([
    // run-delay, min, max, phase, failure at, arrived at, next: by hand
    [300, 300, 4000, 100, 1, 0, 400],
    [300, 300, 4000, 100, 101, 0, 700],
    [60, 300, 4000, 0, 10, 0, 360],
    [60, 300, 4000, 59, 10, 0, 359],
    [1000, 1000, 4000, 0, 1, 0, 2000],
    [300, 300, 600, 0, 5000, 0, 5700],
    [300, 1200, 4000, 7, 0, 0, 1207],
    [300, 300, 4000, 0, 9000, 8900, 9300],
  ])('run %i, %i to %i, phase %i: failed at %i', (run, min, max, phase, at, arrived, next) => {
    const law = { queueRunDelayMs: run * 1000, minBackoffMs: min * 1000, maxBackoffMs: max * 1000 }
    expect(nextScan(at * 1000, arrived * 1000, law, phase * 1000)).toBe(next * 1000)
  })

  it('looks at expiry after a failure, at the lifetime and not before', () => {
    expect(isExpired(seconds(431_999), 0, seconds(432_000))).toBe(false)
    expect(isExpired(seconds(432_000), 0, seconds(432_000))).toBe(true)
  })
})

describe('six days of silence', () => {
  it('are 107 or 108 tries and a report after five days', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const set = { 'mx.outage.lasts': '6 d', 'laptop.lid.stays-closed': '0' }
      const rows = rowsFor('the-lid-closes', 'relayed', { seed, set, road: 'relayed' })
      const [row, report] = rows
      expect(row!.outcome).toBe('bounced')
      expect([107, 108]).toContain(row!.attempts.length)
      expect(row!.endedAtMs).toBeGreaterThanOrEqual(432_900_000)
      expect(row!.endedAtMs).toBeLessThanOrEqual(433_210_000)
      expect(report).toMatchObject({
        kind: 'dsn',
        to: 'alice@school.example',
        outcome: 'delivered',
      })
    }
  })

  it('unreachable, each try costs thirty seconds, which shifts the later ones', () => {
    const set = { 'mx.outage.lasts': '1 d', 'mx.outage.kind': 'unreachable' }
    const gaps = new Set<number>()
    for (let seed = 1; seed <= 40; seed++) {
      const [row] = rowsFor('two-roads', 'relayed', { seed, set, road: 'relayed' })
      expect(row!.attempts[0]!.reply).toBe('connect timeout')
      gaps.add(row!.attempts[2]!.atMs - row!.attempts[1]!.atMs)
    }
    // Failing at 330+u the message is 300+u+30 old: it is due at 660+2u, which misses the scan at
    // 900+u when u is above 240.
    expect([...gaps].sort((a, b) => a - b)).toEqual([600_000, 900_000])
  })
})
