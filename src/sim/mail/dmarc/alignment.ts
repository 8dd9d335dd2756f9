/** Does a domain that was authenticated speak for the domain in From (RFC 9989 §4.10.2)? */
import { isWithin } from '../dns/name.ts'
import type { AlignmentMode } from './record.ts'
import { organizationalDomain, treeWalk } from './tree-walk.ts'
import type { RecordLookups } from './tree-walk.ts'

/**
 * How a domain stands to the domain in From.
 *
 * - `identical`: the same; good in both modes. - `same-organization`: good in relaxed mode.
 * - `none`: not aligned. - `unknown`: the DNS did not answer, and it depends on that.
 * - `not-authenticated`: SPF or DKIM did not pass, so the domain says nothing.
 */
export type Alignment = 'identical' | 'same-organization' | 'none' | 'unknown' | 'not-authenticated'

/** What alignment is measured against. */
export interface AlignmentFrame {
  readonly lookups: RecordLookups
  /** The domain in From, canonical. */
  readonly author: string
  /**
   * Its organizational domain; undefined as long as nobody had to know it, since most messages
   * never need it; null when the DNS did not say.
   */
  organization: string | null | undefined
  /** Domains that a walk was made for. */
  readonly walked: Map<string, string | null>
}

/**
 * So many different domains get a walk of their own; further ones are not aligned. The standard
 * leaves it open, and a message may carry any number of signatures. SPF is looked at first.
 */
export const ALIGNMENT_WALK_LIMIT = 10

/** Whether the alignment makes the message pass. */
export function isAligned(alignment: Alignment): boolean {
  return alignment === 'identical' || alignment === 'same-organization'
}

/** Compares an authenticated domain, which is canonical, with the domain in From. */
export function alignmentOf(
  frame: AlignmentFrame,
  domain: string,
  mode: AlignmentMode,
): Exclude<Alignment, 'not-authenticated'> {
  if (domain === '') return 'none'
  // RFC 9989 §4.10.2: equal domains and strict mode need no walk.
  if (domain === frame.author) return 'identical'
  if (mode === 'strict') return 'none'
  // Two domains of one organization end in that organization's name, so in the same label.
  if (lastLabel(domain) !== lastLabel(frame.author)) return 'none'
  if (frame.organization === undefined) {
    frame.organization = organizationOf(frame.lookups, frame.author)
  }
  const { organization } = frame
  if (organization === null) return 'unknown'
  if (!isWithin(domain, organization)) return 'none'
  const other = walkedOrganization(frame, domain)
  if (other === null) return 'unknown'
  return other === organization ? 'same-organization' : 'none'
}

/** The domain's organization; undefined when the message has used up its walks. */
function walkedOrganization(frame: AlignmentFrame, domain: string): string | null | undefined {
  const { walked } = frame
  if (!walked.has(domain) && walked.size < ALIGNMENT_WALK_LIMIT)
    walked.set(domain, organizationOf(frame.lookups, domain))
  return walked.get(domain)
}

/** The organizational domain by a tree walk; null when the DNS did not say. */
function organizationOf(lookups: RecordLookups, domain: string): string | null {
  const { found, failed } = treeWalk(lookups, domain)
  return failed ? null : organizationalDomain(domain, found)
}

function lastLabel(domain: string): string {
  return domain.slice(domain.lastIndexOf('.') + 1)
}
