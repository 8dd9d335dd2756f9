/**
 * Postfix's rule: a deferred message becomes eligible after as long as it is old already, within two
 * bounds, and is taken at the next scan of the deferred queue. So the wait depends on age, not on a
 * count. The lifetime is looked at after a failed try, so the last one comes after it.
 *
 * Simplified: to the millisecond, where Postfix counts whole seconds and takes a file one second
 * early. One first retry in three hundred would come a scan sooner there.
 */
import type { Instant, Millis } from '../../units.ts'
import type { RetryLaw } from './law.ts'
import { tickFrom } from './ticks.ts'

export interface PostfixLaw {
  /** queue_run_delay: time between scans of the deferred queue. */
  readonly queueRunDelayMs: Millis
  /** minimal_backoff_time and maximal_backoff_time. */
  readonly minBackoffMs: Millis
  readonly maxBackoffMs: Millis
}

/** How long a message stays out of reach of the scans after failing at `now`. */
function backoff(now: Instant, arrivedAt: Instant, law: PostfixLaw): Millis {
  return Math.min(Math.max(now - arrivedAt, law.minBackoffMs), law.maxBackoffMs)
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
  return tickFrom(now + backoff(now, arrivedAt, law), law.queueRunDelayMs, phase)
}

/** Expiry is looked at after a failed attempt (maximal_queue_lifetime). */
export function isExpired(now: Instant, arrivedAt: Instant, lifetime: Millis): boolean {
  return now - arrivedAt >= lifetime
}

export const postfix: RetryLaw = {
  id: 'postfix',
  title: 'Postfix',
  source: 'qmgr_active.c, qmgr_scan.c; defaults in mail_params.h',
  ownLifetimeMs: null,
  reads: ['queueRunDelayMs', 'minBackoffMs', 'maxBackoffMs', 'lifetimeMs'],
  next: ({ now, arrivedAt, phaseDraw }, options) => {
    if (isExpired(now, arrivedAt, options.lifetimeMs)) return null
    const at = nextScan(now, arrivedAt, options, phaseDraw % options.queueRunDelayMs)
    return { at, gapMs: backoff(now, arrivedAt, options) }
  },
}
