/**
 * DMARC for one message (RFC 9989 §5.3): whose message does it say it is, what does that domain
 * publish, and does SPF or DKIM vouch for the same organization?
 *
 * Left out: reports, letters outside ASCII (names come as A-labels), and what a receiver does in
 * the end, which is its own affair: the policy is its owner's wish (RFC 9989 §5.4).
 */
import type { Ask, Question } from '../dns/asking.ts'
import { canonicalName } from '../dns/name.ts'
import { alignmentOf, isAligned } from './alignment.ts'
import type { Alignment, AlignmentFrame } from './alignment.ts'
import { discoverPolicy, requestedPolicy } from './discovery.ts'
import type { DmarcSource, RequestedPolicy } from './discovery.ts'
import type { AlignmentMode, DmarcPolicy, DmarcRecord } from './record.ts'
import type { PublishedRecord, RecordLookups } from './tree-walk.ts'

/**
 * In the words of RFC 9989 §9.2.
 *
 * - `none`: no record, or one that says nothing; DMARC does not apply. - `pass`, `fail`.
 * - `temperror`: the DNS did not answer where it mattered. Later it may.
 * - `permerror`: From does not name exactly one domain.
 */
export type DmarcResult = 'none' | 'pass' | 'fail' | 'temperror' | 'permerror'

/** A domain that SPF or DKIM has looked at, and what came of it. */
export interface AuthenticatedDomain {
  /** Only `pass` counts: an identifier with any other result is none (RFC 9989 §4.3). */
  readonly result: string
  /** SPF: of MAIL FROM, or of HELO when that is `<>`. DKIM: the `d=` of the signature. */
  readonly domain: string
}

/** What is known of a message before DMARC is asked. */
export interface DmarcQuestion {
  /** The domains of all mailboxes in From, in any spelling; the same one twice is one. */
  readonly fromDomains: readonly string[]
  /** Null when SPF was not asked. */
  readonly spf: AuthenticatedDomain | null
  readonly dkim: readonly AuthenticatedDomain[]
}

/** One domain of SPF or DKIM beside the domain in From. */
export interface DmarcIdentifier {
  readonly mechanism: 'spf' | 'dkim'
  /** Canonical. */
  readonly domain: string
  readonly result: string
  /** What the record demands of this mechanism. */
  readonly mode: AlignmentMode
  readonly alignment: Alignment
  readonly aligned: boolean
  /** Its organizational domain, where somebody had to know it; else null. */
  readonly organization: string | null
}

/** How the verdict came about, as a tree of plain data: author, record, identifiers, policy. */
export interface DmarcEvaluation {
  /** The domains in From, canonical, each once. */
  readonly fromDomains: readonly string[]
  readonly source: DmarcSource
  /** Domains at which a record was looked for, in order, and what was there. */
  readonly published: readonly PublishedRecord[]
  /** Of the domain in From, where somebody had to know it; else null. */
  readonly organization: string | null
  /** SPF first, then the signatures in their order; empty when no record holds. */
  readonly identifiers: readonly DmarcIdentifier[]
  /** What the owner would like done if the message failed; null when no record holds, or unknown. */
  readonly requested: RequestedPolicy | null
}

/** What came of it. */
export interface DmarcVerdict {
  readonly result: DmarcResult
  /** The domain in From, canonical; '' with `permerror`. */
  readonly authorDomain: string
  /** The record that holds, and the domain at which it was found; null and '' when there is none. */
  readonly record: DmarcRecord | null
  readonly recordDomain: string
  /** What the owner asks to be done with this message: `none` unless the result is `fail`. */
  readonly policy: DmarcPolicy
  readonly spfAligned: boolean
  /** Whether any signature is. */
  readonly dkimAligned: boolean
  readonly questions: readonly Question[]
  readonly evaluation: DmarcEvaluation
}

/**
 * Evaluates DMARC. The usual message, whose domains are all the same, costs one question to the DNS.
 * Answers are taken at once from `resolve`; within one evaluation nothing is asked twice. Never
 * throws.
 *
 * Decisions where the standard leaves room: a From with several domains is not evaluated
 * (RFC 9989 §5.3.1); a failure of the DNS is `temperror` unless the message passes without the
 * answer; an address literal in From is a domain that publishes nothing.
 */
export function evaluateDmarc(question: DmarcQuestion, resolve: Ask): DmarcVerdict {
  const fromDomains = distinct(question.fromDomains)
  const [author] = fromDomains
  const lookups: RecordLookups = { asking: { resolve, questions: [] }, published: new Map() }
  // RFC 9989 §5.3.1: without exactly one domain nobody knows whose policy to ask for.
  if (author === undefined || fromDomains.length > 1)
    return verdict(lookups, 'permerror', { ...NOTHING, fromDomains })
  if (author.startsWith('[')) return verdict(lookups, 'none', { ...NOTHING, fromDomains })
  const { source, found, organization } = discoverPolicy(lookups, author)
  const known: Known = { ...NOTHING, fromDomains, source, found, organization }
  if (found === null) return verdict(lookups, source === 'failed' ? 'temperror' : 'none', known)
  // RFC 9989 §4.10.1: a record without a policy and without reports is left alone.
  if (found.record.policies === null) return verdict(lookups, 'none', known)
  const frame: AlignmentFrame = {
    lookups,
    author,
    organization: organization ?? undefined,
    walked: new Map(),
  }
  const identifiers = identifiersOf(question, frame, found.record)
  const requested = requestedPolicy(lookups, author, found)
  const all: Known = { ...known, identifiers, requested, organization: frame.organization ?? null }
  return verdict(lookups, resultOf(identifiers, requested), all)
}

/** What a verdict is made of. */
type Known = Omit<DmarcEvaluation, 'published'> & {
  readonly found: { readonly domain: string; readonly record: DmarcRecord } | null
}

const NOTHING: Known = {
  fromDomains: [],
  source: 'nowhere',
  found: null,
  organization: null,
  identifiers: [],
  requested: null,
}

function distinct(domains: readonly string[]): readonly string[] {
  const names = domains.map(canonicalName).filter((name) => name !== '')
  return names.length < 2 ? names : [...new Set(names)]
}

function identifiersOf(
  { spf, dkim }: DmarcQuestion,
  frame: AlignmentFrame,
  { aspf, adkim }: DmarcRecord,
): readonly DmarcIdentifier[] {
  // SPF first, so that no number of signatures can use up its walk.
  const all = spf === null ? [] : [identifierOf('spf', spf, aspf, frame)]
  for (const each of dkim) all.push(identifierOf('dkim', each, adkim, frame))
  return all
}

// oxlint-disable-next-line max-params -- mechanism, finding, mode, and the record around them
function identifierOf(
  mechanism: DmarcIdentifier['mechanism'],
  { result, domain: written }: AuthenticatedDomain,
  mode: AlignmentMode,
  frame: AlignmentFrame,
): DmarcIdentifier {
  const domain = canonicalName(written)
  // RFC 9989 §4.3: only what has been validated is an identifier.
  const alignment = result === 'pass' ? alignmentOf(frame, domain, mode) : 'not-authenticated'
  const organization = frame.walked.get(domain) ?? null
  const aligned = isAligned(alignment)
  return { mechanism, domain, result, mode, alignment, aligned, organization }
}

/** RFC 9989 §5.3.5: one aligned identifier is enough. */
function resultOf(
  identifiers: readonly DmarcIdentifier[],
  requested: RequestedPolicy | null,
): DmarcResult {
  if (identifiers.some(({ aligned }) => aligned)) return 'pass'
  // RFC 9989 §5.3.6: while an answer is missing the message neither passes nor fails.
  const unknown = identifiers.some(({ alignment }) => alignment === 'unknown')
  return unknown || requested === null ? 'temperror' : 'fail'
}

function verdict(lookups: RecordLookups, result: DmarcResult, known: Known): DmarcVerdict {
  const { found, ...evaluation } = known
  const { identifiers, requested } = evaluation
  const aligned = (mechanism: DmarcIdentifier['mechanism']): boolean =>
    identifiers.some((each) => each.mechanism === mechanism && each.aligned)
  return {
    result,
    authorDomain: result === 'permerror' ? '' : (known.fromDomains[0] ?? ''),
    record: found?.record ?? null,
    recordDomain: found?.domain ?? '',
    policy: result === 'fail' && requested !== null ? requested.policy : 'none',
    spfAligned: aligned('spf'),
    dkimAligned: aligned('dkim'),
    questions: lookups.asking.questions,
    evaluation: { ...evaluation, published: [...lookups.published.values()] },
  }
}
