import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { isqrt, qmail } from '../../../../src/sim/mail/retry/qmail.ts'
import { days, seconds } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

describe('qmail’s law', () => {
  it('tries at the squares of 20, 40, 60 … seconds', () => {
    const expected = [0, 400, 1600, 3600, 6400, 10_000, 14_400, 19_600, 25_600, 32_400]
    expect(told(qmail).tries.slice(0, 10)).toEqual(expected)
  })

  it('has one last try after seven days, the fortieth', () => {
    // (20 · 38)² = 577,600 s is before 604,800 s, (20 · 39)² = 608,400 s after.
    expect(told(qmail)).toMatchObject({ count: 40, gaveUpAt: 608_400 })
    expect(told(qmail).tries.at(-2)).toBe(577_600)
  })

  it.each([
    // arrived, failed, next: by hand, in seconds. √63 is 7, √1200 is 34.
    [0, 63, 27 ** 2],
    [0, 64, 28 ** 2],
    [0, 1200, 54 ** 2],
    [5000, 6200, 5000 + 54 ** 2],
  ])('came at %i s, failed at %i s', (arrived, at, next) => {
    const failed = failure({ now: seconds(at), arrivedAt: seconds(arrived) })
    const gapMs = seconds(next - at)
    expect(qmail.next(failed, LAW_DEFAULTS)).toEqual({ at: seconds(next), gapMs })
  })

  it('does not look at the option, and keeps a message for seven days to the moment', () => {
    const options = { ...LAW_DEFAULTS, lifetimeMs: 0 }
    expect(qmail.next(failure({ now: days(7) }), options)).not.toBeNull()
    expect(qmail.next(failure({ now: days(7) + 1 }), options)).toBeNull()
  })
})

describe('the whole square root', () => {
  it('is exact on squares and beside them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 26 }), (n) => {
        expect([isqrt(n * n - 1), isqrt(n * n), isqrt(n * n + 2 * n)]).toEqual([n - 1, n, n])
      }),
    )
  })
})
