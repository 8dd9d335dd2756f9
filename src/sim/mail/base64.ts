/** Base64 of UTF-8 text (RFC 4648 §4) with nothing but the language: used by AUTH and by reports. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The octets of a text in UTF-8. Half surrogate pairs become U+FFFD. */
export function utf8Octets(text: string): number[] {
  const octets: number[] = []
  for (const char of text) {
    let point = char.codePointAt(0) ?? 0
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) octets.push(point)
    else if (point < 0x800) octets.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) {
      octets.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    } else {
      octets.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63))
      octets.push(0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    }
  }
  return octets
}

/** Text → base64 with padding. */
export function encodeBase64(text: string): string {
  const octets = utf8Octets(text)
  let out = ''
  for (let i = 0; i < octets.length; i += 3) {
    const [a = 0, b, c] = [octets[i], octets[i + 1], octets[i + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out += digit(bits >> 18) + digit(bits >> 12)
    out += b === undefined ? '=' : digit(bits >> 6)
    out += c === undefined ? '=' : digit(bits)
  }
  return out
}

function digit(bits: number): string {
  return ALPHABET.charAt(bits & 63)
}

/** Base64 with padding → text; null when it is no base64 or not UTF-8. */
export function decodeBase64(encoded: string): string | null {
  if (encoded.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) return null
  let escaped = ''
  let bits = 0
  let held = 0
  for (const char of encoded.replaceAll('=', '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(char)) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    escaped += `%${((bits >> held) & 255).toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}
