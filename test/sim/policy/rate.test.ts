import { describe, expect, it } from 'vitest'
import { countedIn, countOne, RATE_UNIT, type Rate } from '../../../src/sim/policy/rate.ts'

/** The count with each event of one client at these instants. */
function counts(instants: readonly number[]): number[] {
  const rates = new Map<string, Rate>()
  return instants.map((now) => countOne(rates, 'client', now))
}

describe('a rate', () => {
  it.each([
    ['grows within a minute', [0, 1, 60_000], [1, 2, 3]],
    ['begins anew after a minute', [0, 1, 60_001, 60_002], [1, 2, 1, 2]],
    ['has its minute begin with the first event', [50_000, 60_001, 110_000, 110_001], [1, 2, 3, 1]],
    ['does not look back over several minutes', [0, 59_000, 60_500, 61_000], [1, 2, 1, 2]],
  ])('%s', (_, instants, expected) => {
    expect(counts(instants)).toEqual(expected)
  })

  it('is one for each key', () => {
    const rates = new Map<string, Rate>()
    expect([countOne(rates, 'a', 0), countOne(rates, 'b', 0), countOne(rates, 'a', 0)]).toEqual([
      1, 1, 2,
    ])
  })

  it('can be read without counting', () => {
    const rate = { start: 1000, count: 7 }
    expect(countedIn(undefined, 0, RATE_UNIT)).toBe(0)
    expect(countedIn(rate, 61_000, RATE_UNIT)).toBe(7)
    expect(countedIn(rate, 61_001, RATE_UNIT)).toBe(0)
  })
})
