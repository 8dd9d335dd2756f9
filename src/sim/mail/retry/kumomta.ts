/**
 * KumoMTA's rule: gaps of 20 minutes, 40, 80 and so on, without an upper bound. When the next try
 * would come after seven days the message is given up at once, and not at that time.
 * Simplified: without the jitter that KumoMTA adds to each gap.
 */
import { days, minutes, type Millis } from '../../units.ts'
import type { RetryLaw } from './law.ts'

/** retry_interval and max_age. */
const FIRST_GAP: Millis = minutes(20)
const MAX_AGE: Millis = days(7)

/** So many doublings are beyond seven days, and still small numbers. */
const DOUBLINGS_MAX = 10

export const kumomta: RetryLaw = {
  id: 'kumomta',
  title: 'KumoMTA',
  source: 'queue/config.rs; docs on retry_interval and max_age',
  ownLifetimeMs: MAX_AGE,
  reads: [],
  next: ({ now, arrivedAt, failures }) => {
    const gapMs = FIRST_GAP * (1 << Math.min(failures - 1, DOUBLINGS_MAX))
    const at = now + gapMs
    return at - arrivedAt < MAX_AGE ? { at, gapMs } : null
  },
}
