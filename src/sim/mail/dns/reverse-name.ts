import { assert } from '../../assert.ts'
import { remembered } from '../memo.ts'
import { addressOctets } from './ip-address.ts'

/**
 * The name under which the PTR records of an address stand: `203.0.113.7` →
 * `7.113.0.203.in-addr.arpa` (RFC 1035 §3.5); 32 reversed hexadecimal digits below `ip6.arpa`
 * for IPv6 (RFC 3596 §2.5), where `::` and a dotted tail (`::ffff:192.0.2.1`) are understood.
 *
 * @throws BrokenInvariant when the text is no address.
 */
export const reverseName = remembered((address: string): string =>
  address.includes(':')
    ? `${reversedNibbles(address)}.ip6.arpa`
    : `${reversedOctets(address)}.in-addr.arpa`,
)

/**
 * The octets of an IPv4 address in reverse order, `203.0.113.7` → `7.113.0.203`: also what a block
 * list is asked with, in front of its zone (RFC 5782 §2.1).
 *
 * @throws BrokenInvariant when the text is no IPv4 address.
 */
export function reversedOctets(address: string): string {
  const octets = addressOctets(address)
  assert(octets?.length === 4, `not an IPv4 address: ${address}`)
  return octets.toReversed().join('.')
}

/**
 * The 32 hexadecimal digits of an IPv6 address in reverse order, with dots between them: the same
 * for a block list (RFC 5782 §2.4).
 *
 * @throws BrokenInvariant when the text is no IPv6 address.
 */
export function reversedNibbles(address: string): string {
  const octets = addressOctets(address)
  assert(octets?.length === 16, `not an IPv6 address: ${address}`)
  const nibbles = octets.flatMap((octet) => [octet >> 4, octet & 15])
  return nibbles
    .toReversed()
    .map((nibble) => nibble.toString(16))
    .join('.')
}
