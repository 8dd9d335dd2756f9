/**
 * qmail's rule: a message of age a seconds is tried again at the age (√a + 20)² seconds. At ages
 * that start with 0 these are the squares of 20, 40, 60, … Past seven days there is one last try.
 * Simplified: remote deliveries only (a local one has 10 instead of 20); qmail takes the age at
 * which the try began, we that at which it failed.
 */
import { days, type Millis } from '../../units.ts'
import type { RetryLaw } from './law.ts'

/** chanskip of the remote channel, in √s. */
const SKIP = 20

const LIFETIME: Millis = days(7)

/** The largest whole number whose square is not above `n`, for n from 0 to 2^52. */
export function isqrt(n: number): number {
  let root = Math.floor(Math.sqrt(n))
  // A root that was rounded up is one too large.
  while (root * root > n) root--
  while ((root + 1) * (root + 1) <= n) root++
  return root
}

export const qmail: RetryLaw = {
  id: 'qmail',
  title: 'qmail',
  source: 'qmail-send.c, qmail-send.9',
  ownLifetimeMs: LIFETIME,
  reads: [],
  next: ({ now, arrivedAt }) => {
    const age = now - arrivedAt
    if (age > LIFETIME) return null
    const at = arrivedAt + (isqrt(Math.floor(age / 1000)) + SKIP) ** 2 * 1000
    return { at, gapMs: at - now }
  },
}
