/**
 * The standards this project rests on, and how much of each it does. Screens and reports cite them
 * through `rfc`, so that a standard which is not in the list cannot be cited by mistake.
 */
import { assert } from '../assert.ts'

/** `full`: what we do follows it wholly. `partial`: the parts we need. `toy`: the idea only. */
export type Coverage = 'full' | 'partial' | 'toy'

/** One standard. */
export interface Standard {
  /** RFC number. */
  readonly number: number
  readonly title: string
  readonly coverage: Coverage
}

/** In ascending order. */
export const STANDARDS: readonly Standard[] = [
  { number: 1034, title: 'Domain names: concepts and facilities', coverage: 'partial' },
  { number: 1035, title: 'Domain names: implementation and specification', coverage: 'partial' },
  { number: 1870, title: 'SMTP extension for message size declaration', coverage: 'partial' },
  { number: 1985, title: 'SMTP extension for remote message queue starting', coverage: 'partial' },
  { number: 2034, title: 'SMTP extension for returning enhanced error codes', coverage: 'full' },
  { number: 2308, title: 'Negative caching of DNS queries', coverage: 'partial' },
  { number: 2369, title: 'URLs of lists in header fields', coverage: 'toy' },
  { number: 2645, title: 'On-demand mail relay', coverage: 'partial' },
  { number: 2919, title: 'List-Id: a field that names a list', coverage: 'toy' },
  { number: 2920, title: 'SMTP extension for command pipelining', coverage: 'partial' },
  { number: 3207, title: 'SMTP extension for secure SMTP over TLS', coverage: 'toy' },
  { number: 3461, title: 'SMTP extension for delivery status notifications', coverage: 'toy' },
  { number: 3463, title: 'Enhanced mail system status codes', coverage: 'partial' },
  { number: 3464, title: 'Format for delivery status notifications', coverage: 'partial' },
  { number: 3596, title: 'DNS extensions for IP version 6', coverage: 'partial' },
  { number: 3848, title: 'ESMTP and LMTP transmission types', coverage: 'partial' },
  { number: 3986, title: 'Uniform resource identifier syntax', coverage: 'partial' },
  { number: 4291, title: 'IP version 6 addressing architecture', coverage: 'partial' },
  { number: 4592, title: 'Wildcards in the domain name system', coverage: 'partial' },
  { number: 4616, title: 'The PLAIN SASL mechanism', coverage: 'partial' },
  { number: 4648, title: 'The Base16, Base32 and Base64 data encodings', coverage: 'partial' },
  { number: 4954, title: 'SMTP extension for authentication', coverage: 'partial' },
  { number: 5248, title: 'Registry for mail system status codes', coverage: 'partial' },
  { number: 5321, title: 'Simple Mail Transfer Protocol', coverage: 'partial' },
  { number: 5322, title: 'Internet message format', coverage: 'partial' },
  { number: 5598, title: 'Internet mail architecture', coverage: 'partial' },
  { number: 5782, title: 'DNS blacklists and whitelists', coverage: 'partial' },
  { number: 5952, title: 'Text representation of IPv6 addresses', coverage: 'partial' },
  { number: 6152, title: 'SMTP extension for 8-bit MIME transport', coverage: 'toy' },
  { number: 6376, title: 'DomainKeys Identified Mail signatures', coverage: 'partial' },
  { number: 6409, title: 'Message submission for mail', coverage: 'partial' },
  { number: 6522, title: 'The multipart/report media type', coverage: 'partial' },
  { number: 6647, title: 'Email greylisting', coverage: 'partial' },
  { number: 7208, title: 'Sender Policy Framework', coverage: 'full' },
  { number: 7372, title: 'Email authentication status codes', coverage: 'toy' },
  { number: 7505, title: 'A null MX resource record', coverage: 'partial' },
  { number: 8032, title: 'Edwards-curve digital signature algorithm', coverage: 'partial' },
  { number: 8301, title: 'Algorithms and key lengths for DKIM', coverage: 'partial' },
  { number: 8314, title: 'Cleartext considered obsolete', coverage: 'toy' },
  { number: 8463, title: 'Ed25519 for DKIM signatures', coverage: 'full' },
  { number: 8601, title: 'Message header field for authentication status', coverage: 'partial' },
  { number: 9989, title: 'Domain-based message authentication (DMARC)', coverage: 'partial' },
]

/** A place in a standard. */
export interface Citation {
  readonly standard: Standard
  /** `4.2.1`; '' for the whole document. */
  readonly section: string
}

/** Cites a standard of the list. @throws BrokenInvariant when it is not in the list. */
export function rfc(number: number, section = ''): Citation {
  const standard = STANDARDS.find((each) => each.number === number)
  assert(standard !== undefined, `RFC ${number} is not in the list of standards`)
  return { standard, section }
}

/** `RFC 5321 §4.2.1`. */
export function formatCitation(citation: Citation): string {
  const { standard, section } = citation
  return `RFC ${standard.number}${section === '' ? '' : ` §${section}`}`
}
