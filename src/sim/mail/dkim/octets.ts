/**
 * Octets without the host's help. Text whose length or whose cut matters is kept as _octet text_: one
 * character per octet of its UTF-8 form. For ASCII that is the text itself, so nothing is copied.
 */
import { utf8Octets } from '../base64.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Text as octet text. Half surrogate pairs become U+FFFD. */
export function octetText(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]+/gu, (foreign) =>
    utf8Octets(foreign)
      .map((octet) => String.fromCharCode(octet))
      .join(''),
  )
}

/** Octet text as octets. */
export function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) octets[i] = text.charCodeAt(i)
  return octets
}

/** Octets → base64 with padding (RFC 4648 §4). */
export function toBase64(octets: Uint8Array): string {
  let text = ''
  for (let i = 0; i < octets.length; i += 3) {
    const bits = ((octets[i] ?? 0) << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) text += DIGITS.charAt((bits >> shift) & 63)
  }
  const spare = (3 - (octets.length % 3)) % 3
  return spare === 0 ? text : text.slice(0, -spare) + '='.repeat(spare)
}

/**
 * Base64 in the one form by which it is compared: without white space and padding. Null when it is
 * no base64, has a wrong padding, or has bits behind the last octet (RFC 4648 §3.5 lets a reader
 * refuse those; here it means that a text and its octets say the same).
 */
export function bareBase64(text: string): string | null {
  const dense = text.replace(/[ \t\r\n]+/g, '')
  const end = dense.endsWith('==') ? dense.length - 2 : dense.length - (dense.endsWith('=') ? 1 : 0)
  const bare = dense.slice(0, end)
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null
  if (end < dense.length && dense.length % 4 !== 0) return null
  const spareBits = [0, 0, 15, 3][bare.length % 4] ?? 0
  return (DIGITS.indexOf(bare.charAt(bare.length - 1)) & spareBits) === 0 || bare === ''
    ? bare
    : null
}

/** Octets of what `bareBase64` has let through. */
export function fromBase64(bare: string): Uint8Array {
  const octets = new Uint8Array(Math.floor((bare.length * 3) / 4))
  let bits = 0
  let held = 0
  let filled = 0
  for (let i = 0; i < bare.length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(bare.charAt(i))) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    octets[filled++] = (bits >> held) & 255
  }
  return octets
}

/** A number of 30 bits as five base64 digits. */
export function fiveDigits(bits: number): string {
  let text = ''
  for (let shift = 24; shift >= 0; shift -= 6) text += DIGITS.charAt((bits >> shift) & 63)
  return text
}

/** ASCII letters in lower case, all other characters as they are. */
export function lowerAscii(text: string): string {
  let all = 0
  let isUpper = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    all |= code
    if (code >= 65 && code <= 90) isUpper = true
  }
  if (!isUpper) return text
  // Of ASCII alone the language's own function makes nothing else.
  return all < 128 ? text.toLowerCase() : text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase())
}
