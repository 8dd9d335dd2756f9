/**
 * Does a reverse name look like one that a provider gives to every customer's line, instead of a
 * name that somebody chose for a mail server? Such names carry a word like `dyn` or `pool`, or the
 * address itself. No standard says so: it is the custom of mail filters, and they err in both
 * directions. A hint, never a proof.
 *
 * Simplified: a handful of English words, no list of providers, and a rule of thumb instead of the
 * list of public suffixes for what belongs to the provider's own domain.
 */
import { remembered } from '../memo.ts'
import { addressOctets } from './ip-address.ts'
import { canonicalName } from './name.ts'

/** What a look at the name gave. */
export interface GenericName {
  readonly generic: boolean
  /** Half a sentence that goes on after "because"; '' when it is not generic. */
  readonly because: string
}

/** Words that count when they stand alone between dots, dashes, underscores and digits. */
const LINE_WORDS: ReadonlySet<string> = new Set(
  (
    'dynamic dyn pppoe ppp dsl adsl vdsl pool dhcp dial dialup dialin ' +
    'cable broadband nat user customer cust peer mobile'
  ).split(' '),
)

/** Second-level labels below which a registry of a country gives out names. */
const SECOND_LEVELS: readonly string[] = ['co', 'com', 'net', 'org', 'ac', 'edu', 'gov', 'or', 'ne']

const NOT_GENERIC: GenericName = { generic: false, because: '' }

/**
 * Judges a reverse name. `address` is what it belongs to; with something that is no address, only
 * the words count. The domain itself is not searched for words: `mail.mobile.example` is a
 * company's mail server, `mobile.isp.example` is not. Never throws.
 */
export function judgeName(name: string, address: string): GenericName {
  return judgementsOf(name)(address)
}

/** Of a client that calls again, the same is asked. Two addresses of one name are rare. */
const judgementsOf = remembered((name) => remembered((address) => judge(name, address), 8))

function judge(name: string, address: string): GenericName {
  const owner = canonicalName(name)
  const word = lineWord(owner)
  if (word !== '') return { generic: true, because: `it has "${word}" in its name` }
  const octets = /\d/.test(owner) ? addressOctets(address) : null
  if (octets === null) return NOT_GENERIC
  const spelling = octets.length === 4 ? ipv4Spelling(owner, octets) : ipv6Spelling(owner, octets)
  if (spelling === '') return NOT_GENERIC
  return { generic: true, because: `its name is the address ${spelling}` }
}

function lineWord(owner: string): string {
  for (const part of hostPart(owner).split(/[\d._-]+/)) if (LINE_WORDS.has(part)) return part
  return ''
}

/** What stands before the domain that somebody registered. */
function hostPart(owner: string): string {
  const labels = owner.split('.')
  const country = (labels.at(-1) ?? '').length === 2
  const registered = country && SECOND_LEVELS.includes(labels.at(-2) ?? '') ? 3 : 2
  return labels.slice(0, -registered).join('.')
}

function ipv4Spelling(owner: string, octets: readonly number[]): string {
  const back = octets.toReversed()
  if (hasDecimal(owner, octets)) return 'in figures'
  if (hasDecimal(owner, back)) return 'in figures, backwards'
  if (hasHex(owner, octets.map(hexOctet))) return 'in hexadecimal'
  return hasHex(owner, back.map(hexOctet)) ? 'in hexadecimal, backwards' : ''
}

/** `203-0-113-7`, `203.000.113.007` or, all twelve digits in a row, `203000113007`. */
function hasDecimal(owner: string, octets: readonly number[]): boolean {
  const apart = octets.map((octet) => `0{0,2}${octet}`).join('[._-]')
  const together = octets.map((octet) => String(octet).padStart(3, '0')).join('')
  return new RegExp(`(?<!\\d)(?:${apart}|${together})(?!\\d)`).test(owner)
}

/** `cb007107` or `cb-00-71-07`. */
function hasHex(owner: string, pieces: readonly string[]): boolean {
  return new RegExp(`(?<![\\da-f])${pieces.join('[._-]?')}(?![\\da-f])`).test(owner)
}

const hexOctet = (octet: number): string => octet.toString(16).padStart(2, '0')

/** All 32 digits, with or without something between them, or groups as in `2001-db8-0-0-0-0-0-1`. */
function ipv6Spelling(owner: string, octets: readonly number[]): string {
  const digits = octets.flatMap((octet) => [octet >> 4, octet & 15]).map((n) => n.toString(16))
  if (hasHex(owner, digits)) return 'in hexadecimal'
  if (hasHex(owner, digits.toReversed())) return 'in hexadecimal, backwards'
  const groups = Array.from({ length: 8 }, (_, i) => {
    const value = (octets[2 * i] ?? 0) * 256 + (octets[2 * i + 1] ?? 0)
    return `0{0,3}${value.toString(16)}`
  })
  const written = new RegExp(`(?<![\\da-f])${groups.join('[._-]')}(?![\\da-f])`)
  return written.test(owner) ? 'in hexadecimal' : ''
}
