/**
 * What can be said of the name in HELO or EHLO by looking at it: no DNS. As Postfix does it with
 * `reject_invalid_helo_hostname` and `reject_non_fqdn_helo_hostname` (`valid_hostname.c`), which is
 * more lenient than RFC 5321 §4.1.2: underscores pass, and so does one final dot.
 */
import { remembered } from './memo.ts'
import { addressOctets } from './dns/ip-address.ts'

/**
 * - `valid`: a name with a dot in it. Whether it exists is another question.
 * - `address-literal`: `[192.0.2.1]`, `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3). Passes both checks.
 * - `not-fqdn`: `localhost`, and a bare address, which Postfix lets through as a name and then
 *   misses the domain in: 504 5.5.2, but only from `reject_non_fqdn_helo_hostname`.
 * - `invalid-name`: not a name at all, a broken literal, or nothing: 501 5.5.2 from the first check;
 *   the second refuses it too, with 504.
 */
export type HeloJudgement = 'valid' | 'address-literal' | 'not-fqdn' | 'invalid-name'

/** Octets of a label and of a name, RFC 1035 §2.3.4; for names Postfix allows two more. */
const LABEL_LIMIT = 63
const NAME_LIMIT = 255

/** Judges the argument of HELO or EHLO. Never throws. */
export const judgeHelo = remembered((name: string): HeloJudgement => {
  if (name.startsWith('[')) return isLiteral(name) ? 'address-literal' : 'invalid-name'
  if (addressOctets(name) !== null) return 'not-fqdn'
  const bare = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name
  if (!isHostname(bare)) return 'invalid-name'
  return bare.includes('.') ? 'valid' : 'not-fqdn'
})

function isLiteral(name: string): boolean {
  if (!name.endsWith(']')) return false
  const inside = name.slice(1, -1)
  const tagged = /^IPv6:/i.test(inside)
  // RFC 5321 §4.1.3: an IPv6 address carries its tag, an IPv4 address none.
  return addressOctets(tagged ? inside.slice(5) : inside)?.length === (tagged ? 16 : 4)
}

function isHostname(name: string): boolean {
  if (name.length > NAME_LIMIT) return false
  // digits and dots alone are a misspelled address, not a name
  if (!/[^\d.]/.test(name)) return false
  return name.split('.').every(isLabel)
}

function isLabel(label: string): boolean {
  return label.length <= LABEL_LIMIT && /^\w(?:[\w-]*\w)?$/.test(label)
}
