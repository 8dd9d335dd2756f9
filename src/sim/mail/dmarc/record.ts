/**
 * The DMARC policy record: `v=DMARC1; p=reject; rua=mailto:reports@example.org` in a TXT record at
 * `_dmarc.` and the domain (RFC 9989 §4.7 and §4.8).
 *
 * A broken tag never breaks the record: it counts as if it were not there. Only the version must be
 * right. Simplified: of a reporting URI the scheme and that there is something behind it is looked
 * at; of a tag that stands there twice the first counts, on which the standard is silent.
 */

/** What a domain's owner would like to be done with mail that fails. */
export type DmarcPolicy = 'none' | 'quarantine' | 'reject'

/** Whether two domains must be the same or may belong to the same organization. */
export type AlignmentMode = 'relaxed' | 'strict'

/** The three policies of a record. */
export interface DmarcPolicies {
  readonly p: DmarcPolicy
  /** For subdomains; null when `p` holds for them. */
  readonly sp: DmarcPolicy | null
  /** For subdomains that do not exist; null when `sp` or `p` holds for them. */
  readonly np: DmarcPolicy | null
}

/** A record, read. What is absent or broken has its default. */
export interface DmarcRecord {
  /** As it was published. */
  readonly text: string
  /** Null: no valid policy, and nowhere to send reports. Then DMARC is not applied to the message. */
  readonly policies: DmarcPolicies | null
  readonly adkim: AlignmentMode
  readonly aspf: AlignmentMode
  /** `y`: a public suffix; `n`: the top of an organization; `u`: not said. */
  readonly psd: 'y' | 'n' | 'u'
  /** The owner is testing (`t=y`): the policy is lowered by one step. */
  readonly testing: boolean
  /** Where aggregate reports go, without the old size limits behind `!`. Reports are not written. */
  readonly rua: readonly string[]
  /** Where failure reports go. */
  readonly ruf: readonly string[]
  /** When failure reports are wanted, a subset of 0, 1, d, s; without `ruf` it means nothing. */
  readonly fo: readonly string[]
  /** Names of tags that were passed over: unknown ones, and `pct`, `rf`, `ri`, which are history. */
  readonly ignored: readonly string[]
}

type Tags = ReadonlyMap<string, string>

/** RFC 9989 §9.3, those that are active. */
const KNOWN_TAGS = ' v p sp np adkim aspf psd t rua ruf fo '

/**
 * Reads a record; null when it is none: the version is not the first tag or not exactly `DMARC1`.
 * Spaces and tabs around tags, `=` and `;` do not matter. Never throws.
 */
export function parseDmarcRecord(text: string): DmarcRecord | null {
  // RFC 9989 §4.7: the version comes first, and its value is the only one where case matters.
  if (!/^[ \t]*[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text)) return null
  const tags = tagsOf(text)
  const rua = uris(tags.get('rua'))
  return {
    text,
    policies: policiesOf(tags, rua.length > 0),
    adkim: oneOf(tags, 'adkim', ['r', 's']) === 's' ? 'strict' : 'relaxed',
    aspf: oneOf(tags, 'aspf', ['r', 's']) === 's' ? 'strict' : 'relaxed',
    psd: oneOf(tags, 'psd', ['y', 'n', 'u']) ?? 'u',
    testing: oneOf(tags, 't', ['y', 'n']) === 'y',
    rua,
    ruf: uris(tags.get('ruf')),
    fo: failureOptions(tags.get('fo')),
    // RFC 9989 §4.7: unknown tags are passed over.
    ignored: [...tags.keys()].filter((name) => !KNOWN_TAGS.includes(` ${name} `)),
  }
}

function tagsOf(text: string): Tags {
  const tags = new Map<string, string>()
  for (const part of text.split(';')) {
    const equals = part.indexOf('=')
    if (equals < 0) continue
    const name = part.slice(0, equals).trim().toLowerCase()
    if (name !== '' && !tags.has(name)) tags.set(name, part.slice(equals + 1).trim())
  }
  return tags
}

/** A value out of a fixed set, in any case; undefined when the tag is absent or broken. */
function oneOf<T extends string>(tags: Tags, name: string, values: readonly T[]): T | undefined {
  const value = tags.get(name)?.toLowerCase()
  return values.find((each) => each === value)
}

const POLICIES: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject']

/** RFC 9989 §4.10.1: without a valid `p`, or with a broken `sp` or `np`, all depends on `rua`. */
function policiesOf(tags: Tags, reports: boolean): DmarcPolicies | null {
  const p = oneOf(tags, 'p', POLICIES)
  const sp = oneOf(tags, 'sp', POLICIES) ?? null
  const np = oneOf(tags, 'np', POLICIES) ?? null
  const broken = (tags.has('sp') && sp === null) || (tags.has('np') && np === null)
  if (p !== undefined && !broken) return { p, sp, np }
  return reports ? { p: 'none', sp: null, np: null } : null
}

/** RFC 9989 §4.8: URIs between commas; behind `!` may stand a size that no longer counts. */
function uris(list: string | undefined): readonly string[] {
  if (list === undefined) return []
  const found: string[] = []
  for (const part of list.split(',')) {
    const match = /^([a-z][a-z\d+.-]*:[^\s!]+)(?:!\d+[kmgt]?)?$/i.exec(part.trim())
    if (match?.[1] !== undefined) found.push(match[1])
  }
  return found
}

/** RFC 9989 §4.8: each at most once, and not both 0 and 1. The default is 0. */
function failureOptions(value: string | undefined): readonly string[] {
  const options = (value ?? '0').toLowerCase().split(':')
  const known = options.every((option, i) => {
    return ['0', '1', 'd', 's'].includes(option) && options.indexOf(option) === i
  })
  return known && !(options.includes('0') && options.includes('1')) ? options : ['0']
}
