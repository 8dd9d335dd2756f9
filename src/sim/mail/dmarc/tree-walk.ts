/**
 * The DNS tree walk (RFC 9989 §4.10): records are looked for at a domain and at each domain above
 * it. It took the place of the list of public suffixes that every receiver had its own copy of.
 */
import { remembered } from '../memo.ts'
import { isTemporary } from '../dns/answer.ts'
import { ask, textsOf } from '../dns/asking.ts'
import type { Asking } from '../dns/asking.ts'
import { parseDmarcRecord } from './record.ts'
import type { DmarcRecord } from './record.ts'

/** What is published at one domain. `failed`: the DNS did not answer. */
export interface PublishedRecord {
  readonly domain: string
  /** Null when there is none, and when there are several, since then none of them counts. */
  readonly record: DmarcRecord | null
  readonly failed: boolean
}

/** What one evaluation has looked up so far: walks of one message share most of their names. */
export interface RecordLookups {
  readonly asking: Asking
  readonly published: Map<string, PublishedRecord>
}

/** A walk: what was found on the way up, and whether a failure of the DNS cut it short. */
export interface TreeWalk {
  /** Domains with a record, the longest first. */
  readonly found: readonly FoundRecord[]
  readonly failed: boolean
}

/** A record and the domain that it was found at. */
export interface FoundRecord {
  readonly domain: string
  readonly record: DmarcRecord
}

/** A walk asks at most this often, however long the name is (RFC 9989 §4.10). */
export const WALK_LIMIT = 8

/** Octets of a label and of a name that can be asked for, RFC 1035 §2.3.4. */
const LABEL_LIMIT = 63
const NAME_LIMIT = 253

/** Whether the DNS can hold the name at all. What it cannot hold need not be asked for. */
export function isAskable(domain: string): boolean {
  if (domain.length > NAME_LIMIT) return false
  return domain.split('.').every((label) => label.length > 0 && label.length <= LABEL_LIMIT)
}

/** The record at a domain, asked for once. `domain` is canonical. */
export function recordAt(lookups: RecordLookups, domain: string): PublishedRecord {
  const known = lookups.published.get(domain)
  if (known !== undefined) return known
  const published = lookUp(lookups.asking, domain)
  lookups.published.set(domain, published)
  return published
}

function lookUp(asking: Asking, domain: string): PublishedRecord {
  const name = `_dmarc.${domain}`
  if (!isAskable(name)) return { domain, record: null, failed: false }
  const answer = ask(asking, name, 'TXT')
  if (isTemporary(answer)) return { domain, record: null, failed: true }
  let record: DmarcRecord | null = null
  for (const text of textsOf(answer)) {
    const read = recordOf(text)
    if (read === null) continue
    // RFC 9989 §4.10: of several records at one name none counts.
    if (record !== null) return { domain, record: null, failed: false }
    record = read
  }
  return { domain, record, failed: false }
}

/** A domain publishes one record for all its messages. */
const recordOf = remembered(parseDmarcRecord)

/**
 * The domains of a walk, in order: the name itself, then from its parent up to the last label; of a
 * name with eight or more labels only the last seven are left after the first step (RFC 9989 §4.10).
 */
export function walkDomains(domain: string): readonly string[] {
  const labels = domain.split('.')
  const from = Math.max(1, labels.length - (WALK_LIMIT - 1))
  const above = labels.slice(from).map((_, i) => labels.slice(from + i).join('.'))
  return [domain, ...above]
}

/** Walks up from a domain until a record says that it is a boundary, or a question fails. */
export function treeWalk(lookups: RecordLookups, domain: string): TreeWalk {
  const found: FoundRecord[] = []
  for (const each of walkDomains(domain)) {
    const { record, failed } = recordAt(lookups, each)
    if (failed) return { found, failed }
    if (record === null) continue
    found.push({ domain: each, record })
    // RFC 9989 §4.10: `psd=y` and `psd=n` end the walk.
    if (record.psd !== 'u') break
  }
  return { found, failed: false }
}

/** The organizational domain out of a walk that began at `domain` (RFC 9989 §4.10.2). */
export function organizationalDomain(domain: string, found: readonly FoundRecord[]): string {
  for (const each of found) {
    if (each.record.psd === 'n') return each.domain
    // Where the walk began, `psd=y` does not count: nothing lies below it on this way.
    if (each.record.psd === 'y' && each.domain !== domain) return oneBelow(each.domain, domain)
  }
  // Else the record with the fewest labels, and without any record the domain is its own.
  return found.at(-1)?.domain ?? domain
}

/** The domain one label below `suffix` on the way to `domain`. */
function oneBelow(suffix: string, domain: string): string {
  const labels = suffix.split('.').length + 1
  return domain.split('.').slice(-labels).join('.')
}
