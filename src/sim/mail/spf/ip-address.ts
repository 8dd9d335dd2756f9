/**
 * Addresses of both families as numbers, so that prefixes can be compared.
 * Sources: RFC 4291 §2.2 (texts of IPv6), RFC 5952 §4 (the one to print), RFC 7208 §5.6.
 */

/** An address: two (IPv4) or eight (IPv6) groups of 16 bits, the highest first. */
export interface IpAddress {
  readonly family: 4 | 6
  readonly groups: readonly number[]
}

/** The longest text of an address: eight groups with a dotted tail. */
const TEXT_LIMIT = 45

/** Reads an address of either family; null when the text is none. */
export function parseIp(text: string): IpAddress | null {
  return text.includes(':') ? parseIp6(text) : parseIp4(text)
}

/** Reads four decimal numbers without leading zeros (RFC 7208 §5.6, `ip4-network`). */
export function parseIp4(text: string): IpAddress | null {
  const groups = dottedGroups(text)
  return groups === null ? null : { family: 4, groups }
}

/** Reads colon notation, `::` and a dotted tail included (RFC 4291 §2.2); no zone, no prefix. */
export function parseIp6(text: string): IpAddress | null {
  if (text.length > TEXT_LIMIT) return null
  const [left = '', right, ...more] = text.split('::')
  if (more.length > 0) return null
  const tail = groupsOf(right ?? '', true)
  const head = groupsOf(left, right === undefined)
  if (head === null || tail === null) return null
  if (right === undefined) return head.length === 8 ? { family: 6, groups: head } : null
  const missing = 8 - head.length - tail.length
  if (missing < 1) return null
  return { family: 6, groups: [...head, ...Array.from({ length: missing }, () => 0), ...tail] }
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

function groupsOf(text: string, isTail: boolean): number[] | null {
  if (text === '') return []
  const parts = text.split(':')
  const groups: number[] = []
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16))
      continue
    }
    const dotted = isTail && i === parts.length - 1 ? dottedGroups(part) : null
    if (dotted === null) return null
    groups.push(...dotted)
  }
  return groups
}

function dottedGroups(text: string): number[] | null {
  const [a = -1, b = -1, c = -1, d = -1, ...more] = text.split('.', 5).map(octet)
  const isWhole = a >= 0 && b >= 0 && c >= 0 && d >= 0 && more.length === 0
  return isWhole ? [a * 256 + b, c * 256 + d] : null
}

/** 0 to 255 in the one spelling that each number has; -1 for anything else. */
function octet(text: string): number {
  const value = /^(?:0|[1-9]\d{0,2})$/.test(text) ? Number(text) : -1
  return value > 255 ? -1 : value
}
