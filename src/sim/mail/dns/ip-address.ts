/**
 * IP addresses as text. Reads what stands in a zone, in a HELO or in a program's answer, where
 * nobody has promised that it is an address at all.
 */
import { remembered } from '../memo.ts'

/**
 * The octets of an address: 4 for IPv4 in dotted notation, 16 for IPv6 in colon notation with `::`
 * and a dotted tail (RFC 4291 §2.2). Null when the text is no address. An octet in decimal has one
 * spelling only: no leading zero, no sign, nothing else that `Number` would take.
 */
export const addressOctets = remembered((text: string): readonly number[] | null =>
  text.includes(':') ? ipv6Octets(text) : ipv4Octets(text),
)

/** Whether the text is an IPv4 or an IPv6 address. */
export function isIpAddress(text: string): boolean {
  return addressOctets(text) !== null
}

/** Whether two texts are the same address, however it is spelled; false if one is none. */
export function sameAddress(a: string, b: string): boolean {
  const octets = addressOctets(a)
  if (octets === null || a === b) return octets !== null
  const others = addressOctets(b)
  return others?.length === octets.length && octets.every((octet, i) => others[i] === octet)
}

function ipv4Octets(text: string): readonly number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  const octets: number[] = []
  for (const part of parts) {
    const value = Number(part)
    if (!(value >= 0 && value <= 255) || String(value) !== part) return null
    octets.push(value)
  }
  return octets
}

function ipv6Octets(text: string): readonly number[] | null {
  const halves = text.split('::')
  const [first = '', second] = halves
  if (halves.length > 2) return null
  const head = groupsOctets(first, second === undefined)
  if (head === null) return null
  if (second === undefined) return head.length === 16 ? head : null
  const tail = groupsOctets(second, true)
  if (tail === null) return null
  const missing = 16 - head.length - tail.length
  // `::` stands for one group at least
  if (missing < 2) return null
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

/** The octets of groups between colons; a dotted address may stand at the end of the tail. */
function groupsOctets(text: string, isTail: boolean): number[] | null {
  const octets: number[] = []
  if (text === '') return octets
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    if (part.includes('.')) {
      const dotted = isTail && i === parts.length - 1 ? ipv4Octets(part) : null
      if (dotted === null) return null
      octets.push(...dotted)
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return null
      const value = Number.parseInt(part, 16)
      octets.push(value >> 8, value & 255)
    }
  }
  return octets
}
