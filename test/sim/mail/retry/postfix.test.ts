import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { isExpired, nextScan, postfix } from '../../../../src/sim/mail/retry/postfix.ts'
import { seconds } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

describe('Postfix’s law', () => {
  // Failing tries of no duration; u is the phase of the scans: 0, 300+u, 900+u, 2100+u, 4500+u,
  // 8700+u, and from then on every 4200 s.
  it.each([1, 60, 150, 299])('with scans at %i s past every five minutes', (u) => {
    const expected = [0, 300 + u, 900 + u, 2100 + u, 4500 + u, 8700 + u, 12_900 + u, 17_100 + u]
    expect(told(postfix, {}, seconds(u)).tries.slice(0, 8)).toEqual(expected)
  })

  it('with scans exactly on the failures needs no extra wait, until the bound asks for it', () => {
    const expected = [0, 300, 600, 1200, 2400, 4800, 9000, 13_200]
    expect(told(postfix).tries.slice(0, 8)).toEqual(expected)
  })

  it('tries 107 times in five days and gives up after them, 108 times under 1 % of the luck', () => {
    // 8700+u is the sixth try, and 101 gaps of 4200 s later it is 432,900+u. With scans exactly on
    // the failures the sixth is at 4800 s, and the first failure past 432,000 s at 433,200 s.
    const counts: number[] = []
    for (let u = 0; u < 300; u++) {
      const { count, gaveUpAt } = told(postfix, {}, seconds(u))
      counts.push(count)
      expect(gaveUpAt).toBe(u === 0 ? 433_200 : 432_900 + u)
    }
    expect(counts.filter((count) => count !== 107)).toEqual([108])
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
    const failed = failure({ now: at * 1000, arrivedAt: arrived * 1000, phaseDraw: phase * 1000 })
    expect(postfix.next(failed, { ...LAW_DEFAULTS, ...law })?.at).toBe(next * 1000)
  })

  it('says the wait without the scan, and takes the phase from a draw of any size', () => {
    const failed = failure({ now: seconds(900), phaseDraw: seconds(300 * 14_000) + 7 })
    const next = { at: seconds(1800) + 7, gapMs: seconds(900) }
    expect(postfix.next(failed, LAW_DEFAULTS)).toEqual(next)
  })

  it('looks at expiry after a failure, at the lifetime and not before', () => {
    expect(isExpired(seconds(431_999), 0, seconds(432_000))).toBe(false)
    expect(isExpired(seconds(432_000), 0, seconds(432_000))).toBe(true)
    expect(postfix.next(failure({ now: seconds(431_999) }), LAW_DEFAULTS)).not.toBeNull()
    expect(postfix.next(failure({ now: seconds(432_000) }), LAW_DEFAULTS)).toBeNull()
  })
})
