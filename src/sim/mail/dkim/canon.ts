/**
 * What is signed of a message: its canonical form (RFC 6376 §3.4). All four functions answer with
 * octet text (`octets.ts`). Only CRLF ends a line; a bare CR or LF is an ordinary character.
 */
import { lowerAscii, octetText } from './octets.ts'
import type { Canon } from './signature.ts'
import { parseTagList } from './tag-list.ts'

/** A field, `Name: value` without its last line end, in canonical form with it. */
function canonicalField(text: string, canon: Canon): string {
  // RFC 6376 §3.4.1
  if (canon === 'simple') return `${text}\r\n`
  // RFC 6376 §3.4.2: the name in lower case, unfolded, white space one space, none at the ends
  const colon = text.indexOf(':')
  const name = lowerAscii(squeezed(text.slice(0, colon)))
  return `${name}:${squeezed(text.slice(colon + 1))}\r\n`
}

function squeezed(text: string): string {
  const one = text.replaceAll('\r\n', '').replace(/[ \t]+/g, ' ')
  const start = one.startsWith(' ') ? 1 : 0
  return one.slice(start, one.length > start && one.endsWith(' ') ? -1 : one.length)
}

/**
 * The header as it goes into the signature: the signed fields, then the signature's own without
 * the value of b= and without a last line end (RFC 6376 §3.7).
 */
export function canonicalHeader(signed: readonly string[], own: string, canon: Canon): string {
  let text = ''
  for (const field of signed) text += canonicalField(field, canon)
  return octetText(text + canonicalField(withoutSignature(own), canon).slice(0, -2))
}

/** A signature field with nothing, not even white space, behind `b=`. */
function withoutSignature(own: string): string {
  const value = own.indexOf(':') + 1
  const tag = parseTagList(own.slice(value))?.get('b')
  return tag === undefined ? own : own.slice(0, value + tag.start) + own.slice(value + tag.end)
}

/** The whole body; `l=` counts its characters. */
export function canonicalBody(body: string, canon: Canon): string {
  // RFC 6376 §3.4.3: without the empty lines at the end, but with one line end even if it is empty
  if (canon === 'simple') return octetText(`${withoutEmptyLines(body)}\r\n`)
  // RFC 6376 §3.4.4: white space one space, none at the end of a line; an empty body stays empty
  const dense = body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n')
  const text = withoutEmptyLines(dense.endsWith(' ') ? dense.slice(0, -1) : dense)
  return text === '' ? '' : octetText(`${text}\r\n`)
}

function withoutEmptyLines(body: string): string {
  let end = body.length
  while (body.endsWith('\r\n', end)) end -= 2
  return body.slice(0, end)
}
