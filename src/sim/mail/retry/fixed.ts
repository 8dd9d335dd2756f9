/**
 * The plainest rule: always the same gap. No program of ours; it is what the others are measured by,
 * and what the standard describes (RFC 5321 §4.5.4.1, with at least 30 minutes).
 */
import type { RetryLaw } from './law.ts'
import { isExpired } from './postfix.ts'

export const fixed: RetryLaw = {
  id: 'fixed',
  title: 'Always the same gap',
  source: 'no program',
  ownLifetimeMs: null,
  reads: ['fixedRetryMs', 'lifetimeMs'],
  next: ({ now, arrivedAt }, { fixedRetryMs, lifetimeMs }) => {
    if (isExpired(now, arrivedAt, lifetimeMs)) return null
    // A gap of nothing would try for ever at one instant.
    const gapMs = Math.max(1, fixedRetryMs)
    return { at: now + gapMs, gapMs }
  },
}
