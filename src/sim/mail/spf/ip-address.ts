/**
 * Addresses of both families as numbers, so that prefixes can be compared.
 * Sources: RFC 4291 §2.2 (texts of IPv6), RFC 5952 §4 (the one to print), RFC 7208 §5.6.
 */
import { addressOctets } from '../dns/ip-address.ts'

/** An address: two (IPv4) or eight (IPv6) groups of 16 bits, the highest first. */
export interface IpAddress {
  readonly family: 4 | 6
  readonly groups: readonly number[]
}

/** Reads an address of either family; null when the text is none. */
export function parseIp(text: string): IpAddress | null {
  const octets = addressOctets(text)
  if (octets === null) return null
  const groups: number[] = []
  for (let i = 0; i < octets.length; i += 2)
    groups.push((octets[i] ?? 0) * 256 + (octets[i + 1] ?? 0))
  return { family: octets.length === 4 ? 4 : 6, groups }
}

/** Reads four decimal numbers without leading zeros (RFC 7208 §5.6, `ip4-network`). */
export function parseIp4(text: string): IpAddress | null {
  return text.includes(':') ? null : parseIp(text)
}

/** Reads colon notation, `::` and a dotted tail included (RFC 4291 §2.2); no zone, no prefix. */
export function parseIp6(text: string): IpAddress | null {
  return text.includes(':') ? parseIp(text) : null
}

/**
 * The address that counts: `::ffff:192.0.2.1` is the IPv4 client 192.0.2.1 on a socket for both
 * families (RFC 7208 §5, RFC 4291 §2.5.5.2).
 */
export function unmapped(ip: IpAddress): IpAddress {
  const [a, b, c, d, e, f, ...low] = ip.groups
  if (ip.family === 4 || f !== 0xffff) return ip
  return a === 0 && b === 0 && c === 0 && d === 0 && e === 0 ? { family: 4, groups: low } : ip
}

/** Whether two addresses of one family agree in their first `bits` bits (RFC 7208 §5). */
export function samePrefix(a: IpAddress, b: IpAddress, bits: number): boolean {
  if (a.family !== b.family) return false
  for (let i = 0, rest = bits; rest > 0 && i < a.groups.length; i++, rest -= 16) {
    const differing = (a.groups[i] ?? 0) ^ (b.groups[i] ?? 0)
    if (differing >> Math.max(0, 16 - rest) !== 0) return false
  }
  return true
}

/** `192.0.2.1`, or the shortest colon notation in lower case (RFC 5952 §4). */
export function formatIp({ family, groups }: IpAddress): string {
  if (family === 4) return groups.map((group) => `${group >> 8}.${group & 255}`).join('.')
  const { start, length } = longestZeros(groups)
  const text = (part: readonly number[]): string => part.map((g) => g.toString(16)).join(':')
  // RFC 5952 §4.2.2: a single group of zeros is not shortened
  if (length < 2) return text(groups)
  return `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`
}

/** What the macro `i` stands for: dotted octets, or 32 dotted hexadecimal digits (RFC 7208 §7.3). */
export function dottedIp(ip: IpAddress): string {
  if (ip.family === 4) return formatIp(ip)
  const digits = ip.groups.map((group) => group.toString(16).padStart(4, '0')).join('')
  return digits.split('').join('.')
}

/** The first of the longest runs of zeros (RFC 5952 §4.2.3). */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let length = 0
  for (const [i, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0
    if (length > best.length) best = { start: i + 1 - length, length }
  }
  return best
}
