/** A law alone with a destination that is always dead: when it tries, and when it gives up. */
import type { Instant, Millis } from '../../units.ts'
import type { LawOptions, RetryLaw } from './law.ts'

export interface Schedule {
  /** All tries, the first at 0. */
  readonly tries: readonly Instant[]
  /** The failure after which it gives up, which is the last try; null: it goes on. */
  readonly gaveUpAt: Instant | null
}

/**
 * The tries of a message that comes at 0 when every try fails at once, in no time.
 * @param phaseDraw see `FailedTry`
 * @param triesMax stops here, if the law has not given up before
 */
export function scheduleOf(
  law: RetryLaw,
  options: LawOptions,
  phaseDraw: number,
  triesMax: number,
): Schedule {
  const tries: Instant[] = []
  let now: Instant = 0
  let lastGapMs: Millis = 0
  while (tries.length < triesMax) {
    tries.push(now)
    const past = { now, arrivedAt: 0, failures: tries.length, firstFailedAt: 0, lastGapMs }
    const next = law.next({ ...past, phaseDraw }, options)
    if (next === null) return { tries, gaveUpAt: now }
    now = next.at
    lastGapMs = next.gapMs
  }
  return { tries, gaveUpAt: null }
}
