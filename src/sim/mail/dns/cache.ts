import { remembered } from '../memo.ts'
import type { Instant } from '../../units.ts'
import type { DnsAnswer } from './answer.ts'
import { canonicalName } from './name.ts'
import type { RecordType } from './record.ts'
import { query } from './zone.ts'
import type { Zone } from './zone.ts'

/** One kept answer. It holds for instants before `expiresAt`, not at it. */
export interface CacheEntry {
  readonly answer: DnsAnswer
  readonly expiresAt: Instant
}

/**
 * What one host's resolver remembers: plain data, keyed by type and canonical name, oldest answer
 * first (the order of insertion is part of the state, as it decides who is forgotten).
 */
export interface DnsCache {
  entries: Map<string, CacheEntry>
}

/** What came of a question, and whether memory sufficed for it. */
export interface Resolution {
  readonly answer: DnsAnswer
  readonly cached: boolean
}

/** So many answers are kept; the next one pushes out the oldest. Our limit. */
export const CACHE_LIMIT = 4096

/** A cache that remembers nothing yet. */
export function newCache(): DnsCache {
  return { entries: new Map() }
}

/**
 * Answers from the cache, or else from the zones, and keeps what may be kept.
 *
 * Positive answers and both denials are kept for their TTL (RFC 2308 §5). SERVFAIL is not kept at
 * all, though RFC 2308 §7.1 would allow five minutes: the end of a failure shows in the next
 * question. TIMEOUT is never kept. Nothing is answered at or after its expiry (no stale answers
 * as in RFC 8767), and a TTL of 0 is not kept.
 *
 * Simplification: an answer is kept under the name asked for, for the smallest TTL of its chain;
 * real resolvers keep the links one by one. Denials are kept without an upper bound of our own.
 */
// oxlint-disable-next-line max-params -- where to look, when, and the two parts of a question
export function resolve(
  cache: DnsCache,
  zones: readonly Zone[],
  now: Instant,
  name: string,
  type: RecordType,
): Resolution {
  const owner = canonicalName(name)
  const key = keysOf(type)(owner)
  const entry = cache.entries.get(key)
  if (entry !== undefined && now < entry.expiresAt) return { answer: entry.answer, cached: true }
  if (entry !== undefined) cache.entries.delete(key)
  const { rcode, records, ttlMs } = query(zones, owner, type)
  const answer: DnsAnswer = { rcode, records }
  // Failures carry a TTL of 0, so they are not kept either.
  if (ttlMs > 0) keep(cache, key, { answer, expiresAt: now + ttlMs })
  return { answer, cached: false }
}

/** The same text each time, so that a table need not look at its letters anew. */
const keysOf = remembered((type) => remembered((owner) => `${type} ${owner}`))

function keep(cache: DnsCache, key: string, entry: CacheEntry): void {
  if (cache.entries.size >= CACHE_LIMIT) {
    for (const oldest of cache.entries.keys()) {
      cache.entries.delete(oldest)
      break
    }
  }
  cache.entries.set(key, entry)
}
