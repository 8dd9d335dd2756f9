/** Which record holds for a message, and what it asks for (RFC 9989 §4.10.1). */
import { isTemporary } from '../dns/answer.ts'
import { ask } from '../dns/asking.ts'
import type { DmarcPolicy, DmarcRecord } from './record.ts'
import { isAskable, organizationalDomain, recordAt, treeWalk } from './tree-walk.ts'
import type { FoundRecord, RecordLookups } from './tree-walk.ts'

/**
 * Where a record was found.
 *
 * - `author`: at the domain in From. - `organization`: at the top of its organization.
 * - `public-suffix`: above that, at the registry, when the organization has none.
 * - `nowhere`: DMARC does not apply. - `failed`: the DNS did not answer, so nobody knows.
 */
export type DmarcSource = 'author' | 'organization' | 'public-suffix' | 'nowhere' | 'failed'

/** What a look for the policy of an author domain gave. */
export interface DmarcDiscovery {
  readonly source: DmarcSource
  /** Null with `nowhere` and `failed`. */
  readonly found: FoundRecord | null
  /** The organizational domain where the way to the record led past it; else null. */
  readonly organization: string | null
}

const FAILED: DmarcDiscovery = { source: 'failed', found: null, organization: null }

/** Finds the record that holds for mail from the domain, which is canonical. */
export function discoverPolicy(lookups: RecordLookups, author: string): DmarcDiscovery {
  // RFC 9989 §4.10.1: the domain's own record comes first, whatever stands above it.
  const own = recordAt(lookups, author)
  if (own.failed) return FAILED
  if (own.record !== null) {
    const found = { domain: author, record: own.record }
    return { source: 'author', found, organization: null }
  }
  const { found, failed } = treeWalk(lookups, author)
  if (failed) return FAILED
  const organization = organizationalDomain(author, found)
  const at = found.find(({ domain }) => domain === organization)
  if (at !== undefined) return { source: 'organization', found: at, organization }
  const last = found.at(-1)
  // RFC 9989 §4.10.1: the suffix speaks for an organization that says nothing itself.
  if (last !== undefined) return { source: 'public-suffix', found: last, organization }
  return { source: 'nowhere', found: null, organization }
}

/** What the owner asks for, should the message fail, and how it came about. */
export interface RequestedPolicy {
  /** The tag that decided; `sp` and `np` only below the domain of the record. */
  readonly tag: 'p' | 'sp' | 'np'
  readonly published: DmarcPolicy
  /** Lowered by one step while the owner is testing. */
  readonly policy: DmarcPolicy
}

/**
 * The policy for the author domain; null when the DNS did not say whether the domain exists, which
 * is asked only where an `np` could depend on it. Existence: anything but NXDOMAIN.
 */
export function requestedPolicy(
  lookups: RecordLookups,
  author: string,
  { domain, record }: FoundRecord,
): RequestedPolicy | null {
  const { p, sp, np } = record.policies ?? { p: 'none', sp: null, np: null }
  if (domain === author) return requested(record, 'p', p)
  if (np !== null) {
    const existence = exists(lookups, author)
    if (existence === null) return null
    if (!existence) return requested(record, 'np', np)
  }
  return sp === null ? requested(record, 'p', p) : requested(record, 'sp', sp)
}

/** RFC 9989 §3.2.13: a domain does not exist if a question for it ends with NXDOMAIN. */
function exists({ asking }: RecordLookups, domain: string): boolean | null {
  if (!isAskable(domain)) return false
  const answer = ask(asking, domain, 'A')
  return isTemporary(answer) ? null : answer.rcode !== 'NXDOMAIN'
}

function requested(
  { testing }: DmarcRecord,
  tag: RequestedPolicy['tag'],
  published: DmarcPolicy,
): RequestedPolicy {
  return { tag, published, policy: testing ? lowered(published) : published }
}

/** RFC 9989 §4.7 on `t`: reject becomes quarantine, quarantine becomes none. */
function lowered(policy: DmarcPolicy): DmarcPolicy {
  return policy === 'reject' ? 'quarantine' : 'none'
}
