/**
 * mox's rule: a gap of 7.5 minutes after the first failure, each twice the one before, and eight
 * tries in all. It looks at no clock: the lifetime is what the gaps add up to.
 * Simplified: without the few seconds of jitter that mox adds to the first gap.
 */
import { seconds, type Millis } from '../../units.ts'
import type { RetryLaw } from './law.ts'

const TRIES_MAX = 8
const FIRST_GAP: Millis = seconds(450)

export const mox: RetryLaw = {
  id: 'mox',
  title: 'mox',
  source: 'queue/queue.go, queue/dsn.go',
  // Seven gaps of 7.5 minutes, doubling: 15.9 h.
  ownLifetimeMs: FIRST_GAP * (2 ** 7 - 1),
  reads: [],
  next: ({ now, failures }) => {
    if (failures >= TRIES_MAX) return null
    const gapMs = FIRST_GAP * (1 << (failures - 1))
    return { at: now + gapMs, gapMs }
  },
}
