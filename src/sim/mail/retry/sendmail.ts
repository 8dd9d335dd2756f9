/**
 * Sendmail's rule: all that waits is tried at every queue run, whose distance is the `-q` that it
 * was started with. Half an hour is usual. Timeout.queuereturn is five days.
 * Simplified: MinQueueAge 0 as by default, no host status cache, no QueueSortOrder.
 */
import type { RetryLaw } from './law.ts'
import { tickFrom } from './ticks.ts'

export const sendmail: RetryLaw = {
  id: 'sendmail',
  title: 'Sendmail',
  source: 'queue.c, envelope.c; defaults in cf/README',
  ownLifetimeMs: null,
  reads: ['queueRunnerMs', 'lifetimeMs'],
  next: ({ now, arrivedAt, phaseDraw }, { queueRunnerMs, lifetimeMs }) => {
    // After a try that failed, as Postfix; but at the lifetime itself there is one more.
    if (now - arrivedAt > lifetimeMs) return null
    return { at: tickFrom(now + 1, queueRunnerMs, phaseDraw % queueRunnerMs), gapMs: 0 }
  },
}
