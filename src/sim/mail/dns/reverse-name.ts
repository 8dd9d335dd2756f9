import { assert } from '../../assert.ts'

/**
 * The name under which the PTR records of an address stand: `203.0.113.7` →
 * `7.113.0.203.in-addr.arpa` (RFC 1035 §3.5); 32 reversed hexadecimal digits below `ip6.arpa`
 * for IPv6 (RFC 3596 §2.5), where `::` and a dotted tail (`::ffff:192.0.2.1`) are understood.
 *
 * @throws BrokenInvariant when the text is no address.
 */
export function reverseName(address: string): string {
  if (!address.includes(':')) return `${reversedOctets(address)}.in-addr.arpa`
  const groups = ipv6Groups(address)
  let name = ''
  for (let i = groups.length - 1; i >= 0; i--) {
    let rest = groups[i] ?? 0
    for (let nibble = 0; nibble < 4; nibble++) {
      name += `${(rest % 16).toString(16)}.`
      rest = Math.floor(rest / 16)
    }
  }
  return `${name}ip6.arpa`
}

/**
 * The octets of an IPv4 address in reverse order, `203.0.113.7` → `7.113.0.203`: also what a block
 * list is asked with, in front of its zone (RFC 5782 §2.1).
 *
 * @throws BrokenInvariant when the text is no IPv4 address.
 */
export function reversedOctets(address: string): string {
  const [a, b, c, d] = octets(address)
  return `${d}.${c}.${b}.${a}`
}

function octets(address: string): readonly [number, number, number, number] {
  const parts = address.split('.')
  assert(parts.length === 4, `not an IPv4 address: ${address}`)
  const [a, b, c, d] = parts.map((part) => octet(part, address))
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0]
}

function octet(text: string, address: string): number {
  const value = Number(text)
  // One spelling for each octet: neither leading zeros nor anything else that Number() would take.
  assert(value >= 0 && value <= 255 && String(value) === text, `not an IPv4 address: ${address}`)
  return value
}

/** The eight 16-bit groups of an IPv6 address (RFC 4291 §2.2). */
function ipv6Groups(address: string): readonly number[] {
  const halves = address.split('::')
  assert(halves.length <= 2, `not an IPv6 address: ${address}`)
  const head = groupsOf(halves[0] ?? '', halves.length === 1, address)
  if (halves.length === 1) {
    assert(head.length === 8, `not an IPv6 address: ${address}`)
    return head
  }
  const tail = groupsOf(halves[1] ?? '', true, address)
  const missing = 8 - head.length - tail.length
  assert(missing >= 1, `not an IPv6 address: ${address}`)
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

function groupsOf(text: string, isTail: boolean, address: string): readonly number[] {
  if (text === '') return []
  const parts = text.split(':')
  return parts.flatMap((part, i) => {
    if (!part.includes('.')) return [group(part, address)]
    assert(isTail && i === parts.length - 1, `not an IPv6 address: ${address}`)
    const [a, b, c, d] = octets(part)
    return [a * 256 + b, c * 256 + d]
  })
}

function group(text: string, address: string): number {
  let value = 0
  for (const digit of text.toLowerCase()) {
    const index = '0123456789abcdef'.indexOf(digit)
    assert(index >= 0, `not an IPv6 address: ${address}`)
    value = value * 16 + index
  }
  assert(text.length >= 1 && text.length <= 4, `not an IPv6 address: ${address}`)
  return value
}
