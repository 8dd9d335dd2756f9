/**
 * When a queue manager tries again. Postfix's rule, exactly (its qmgr_active.c and qmgr_scan.c):
 * a deferred message becomes eligible after as long as it is old already, within two bounds, and
 * is taken at the next scan of the deferred queue. So the wait depends on age, not on a count.
 */
import type { Instant, Millis } from '../units.ts'

export interface PostfixLaw {
  /** queue_run_delay: time between scans of the deferred queue. */
  readonly queueRunDelayMs: Millis
  /** minimal_backoff_time and maximal_backoff_time. */
  readonly minBackoffMs: Millis
  readonly maxBackoffMs: Millis
}

/**
 * The scan at which a message that failed now is tried again.
 * @param arrivedAt when the message came into this queue
 * @param phase offset of this queue manager's scans, in [0, queueRunDelayMs)
 */
export function nextScan(
  now: Instant,
  arrivedAt: Instant,
  law: PostfixLaw,
  phase: Millis,
): Instant {
  const age = now - arrivedAt
  const backoff = Math.min(Math.max(age, law.minBackoffMs), law.maxBackoffMs)
  const scans = Math.ceil((now + backoff - phase) / law.queueRunDelayMs)
  return phase + scans * law.queueRunDelayMs
}

/** Expiry is looked at after a failed attempt (maximal_queue_lifetime). */
export function isExpired(now: Instant, arrivedAt: Instant, lifetime: Millis): boolean {
  return now - arrivedAt >= lifetime
}
