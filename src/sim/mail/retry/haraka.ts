/**
 * Haraka's rule: after the n-th failure a gap of 2^(n+5) seconds, so 64 s first and doubling; the
 * thirteenth failure is the last. It looks at no clock: the lifetime is what the gaps add up to.
 */
import { seconds } from '../../units.ts'
import type { RetryLaw } from './law.ts'

const FAILURES_MAX = 13
const FIRST_GAP_S = 64

export const haraka: RetryLaw = {
  id: 'haraka',
  title: 'Haraka',
  source: 'outbound/hmail.js, outbound/config.js, docs/Outbound.md',
  // 64 + 128 + … over twelve gaps: 72.8 h.
  ownLifetimeMs: seconds(FIRST_GAP_S * (2 ** 12 - 1)),
  reads: [],
  next: ({ now, failures }) => {
    if (failures >= FAILURES_MAX) return null
    const gapMs = seconds(FIRST_GAP_S << (failures - 1))
    return { at: now + gapMs, gapMs }
  },
}
