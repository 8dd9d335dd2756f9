/**
 * Block lists in the DNS (RFC 5782): an address is looked up as a name below the list's zone; an
 * address out of 127.0.0.0/8 in the answer means that it is listed, and a TXT record says why.
 *
 * A list that cannot say anything never counts as a listing: mail is not refused because somebody
 * else's server is down ("fail open"). Left out: lists of domain names (RFC 5782 §3), bit masks in
 * the last octet, allow lists, which work the same and mean the opposite.
 */
import { remembered } from '../memo.ts'
import { isTemporary } from './answer.ts'
import type { DnsAnswer } from './answer.ts'
import { ask, textsOf } from './asking.ts'
import type { Ask, Asking, Question } from './asking.ts'
import { addressOctets, isIpAddress } from './ip-address.ts'
import { canonicalName } from './name.ts'
import { reversedNibbles, reversedOctets } from './reverse-name.ts'

/**
 * Why a list could not say anything.
 *
 * - `dns`: no answer for now (SERVFAIL, timeout).
 * - `refused`: an answer in 127.255.255.0/24, by which lists tell a client that it may not ask: the
 *   zone is misspelled, the question came through a public resolver, or too many came. A custom.
 * - `nonsense`: an address outside 127.0.0.0/8, or 127.0.0.1. So answers a zone that has been sold.
 * - `no-address`: what was to be looked up is no IP address, and nothing was asked.
 */
export type DnsblFailure = 'dns' | 'refused' | 'nonsense' | 'no-address'

/** What the A records of an answer say. `codes` is not empty exactly when `listed`. */
export interface Listing {
  readonly listed: boolean
  /** The addresses of the answer that mean a listing, as they came; each list has its own. */
  readonly codes: readonly string[]
  /** Null when the list has answered, be it yes or no. */
  readonly failed: DnsblFailure | null
}

/** What came of asking one list. */
export interface DnsblVerdict extends Listing {
  /** The list's own words; '' when it is not listed or there are none. One line, printable. */
  readonly reason: string
  readonly questions: readonly Question[]
}

/** Whom to look for, and in which list. */
export interface DnsblQuestion {
  readonly address: string
  /** `zen.dnsbl.example`. */
  readonly zone: string
}

const NOT_LISTED: Listing = { listed: false, codes: [], failed: null }

/**
 * The name to ask for: `192.0.2.99` in `bad.example` → `99.2.0.192.bad.example` (RFC 5782 §2.1),
 * 32 hexadecimal digits for IPv6 (RFC 5782 §2.4).
 * @throws BrokenInvariant when the text is no address.
 */
export function dnsblName(address: string, zone: string): string {
  return namesIn(zone)(address)
}

/** Everybody who calls is looked up in the same few lists. */
const namesIn = remembered((zone) =>
  remembered((address) => {
    const reversed = address.includes(':') ? reversedNibbles(address) : reversedOctets(address)
    return `${reversed}.${canonicalName(zone)}`
  }),
)

/** Reads the answer to the question for A records. */
export function readListing(answer: DnsAnswer): Listing {
  if (isTemporary(answer)) return { ...NOT_LISTED, failed: 'dns' }
  // RFC 5782 §2.1: a name that is not there, or has no A record, is not listed.
  if (answer.records.length === 0) return NOT_LISTED
  const codes: string[] = []
  let failed: DnsblFailure | null = null
  for (const record of answer.records) {
    if (record.type !== 'A') continue
    const kind = codeKind(record.address)
    if (kind === 'listed') codes.push(record.address)
    else if (failed !== 'refused') failed = kind
  }
  return codes.length > 0 ? { listed: true, codes, failed: null } : { ...NOT_LISTED, failed }
}

function codeKind(address: string): 'listed' | 'refused' | 'nonsense' {
  const [a, b, c, d] = addressOctets(address) ?? []
  // RFC 5782 §2.1: what does not lie in 127.0.0.0/8 is no listing.
  if (a !== 127) return 'nonsense'
  if (b === 255 && c === 255) return 'refused'
  return b === 0 && c === 0 && d === 1 ? 'nonsense' : 'listed'
}

/** Looks an address up in a list, and asks for the reason when it is listed. Never throws. */
export function checkDnsbl({ address, zone }: DnsblQuestion, resolve: Ask): DnsblVerdict {
  const asking: Asking = { resolve, questions: [] }
  const { questions } = asking
  if (!isIpAddress(address)) return { ...NOT_LISTED, failed: 'no-address', reason: '', questions }
  const name = dnsblName(address, zone)
  const listing = readListing(ask(asking, name, 'A'))
  // RFC 5782 §2.1: the TXT record stands under the same name; a list need not have one.
  const reason = listing.listed ? printable(textsOf(ask(asking, name, 'TXT'))[0] ?? '') : ''
  const { listed, codes, failed } = listing
  return { listed, codes, failed, reason, questions }
}

/** A list's words go into our replies: no line ends, nothing that a terminal would obey. */
function printable(text: string): string {
  return text.replace(/[^\u0020-\u007e]+/g, ' ').trim()
}

/** How a list stands the test. `alive` only when both questions were answered as they should be. */
export interface DnsblSelfTest {
  readonly alive: boolean
  /** Whether 127.0.0.2 is listed, as in every list that works. */
  readonly listsTestAddress: boolean
  /** Whether 127.0.0.1 is listed: then the list says yes to everything. */
  readonly listsEverything: boolean
  readonly questions: readonly Question[]
}

/** Asks a list for the two entries by which one can tell that it works (RFC 5782 §5). */
export function testDnsbl(zone: string, resolve: Ask): DnsblSelfTest {
  const asking: Asking = { resolve, questions: [] }
  const is = readListing(ask(asking, dnsblName('127.0.0.2', zone), 'A'))
  const isNot = readListing(ask(asking, dnsblName('127.0.0.1', zone), 'A'))
  return {
    alive: is.listed && !isNot.listed && isNot.failed === null,
    listsTestAddress: is.listed,
    listsEverything: isNot.listed,
    questions: asking.questions,
  }
}
