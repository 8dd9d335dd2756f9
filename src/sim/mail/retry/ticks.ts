/** Ticks: the instants at which a program looks through its queue, whatever is due by then. */
import { assert } from '../../assert.ts'
import type { Instant, Millis } from '../../units.ts'

/** The first tick at or after `from`; ticks lie at `phase`, `phase + period`, and so on. */
export function tickFrom(from: Instant, period: Millis, phase: Millis): Instant {
  assert(period > 0, `ticks that do not move: ${period} ms`)
  return phase + Math.ceil((from - phase) / period) * period
}
