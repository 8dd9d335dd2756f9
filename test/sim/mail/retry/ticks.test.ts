import { expect, it } from 'vitest'
import { BrokenInvariant } from '../../../../src/sim/assert.ts'
import { tickFrom } from '../../../../src/sim/mail/retry/ticks.ts'

it.each([
  // from, period, phase, tick: by hand
  [0, 10, 0, 0],
  [0, 10, 3, 3],
  [3, 10, 3, 3],
  [4, 10, 3, 13],
  [99, 10, 9, 99],
  [100, 10, 9, 109],
])('from %i, every %i ms past %i, the tick is %i', (from, period, phase, tick) => {
  expect(tickFrom(from, period, phase)).toBe(tick)
})

it('a period of nothing is a mistake', () => {
  expect(() => tickFrom(1, 0, 0)).toThrow(BrokenInvariant)
})
