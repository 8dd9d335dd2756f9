/**
 * Macro strings: reading them and putting them together. What a letter stands for is the caller's
 * business. Source: RFC 7208 §7.1 (grammar), §7.3 (how they are worked out), RFC 3986 §2.3.
 */

/** One `%{…}`. */
export interface Macro {
  /** In lower case. */
  readonly letter: string
  /** Written with a capital: the value is escaped for a URL. */
  readonly escaped: boolean
  /** So many parts from the right; 0 for all of them. */
  readonly keep: number
  readonly reversed: boolean
  /** Characters to split at; '' for none given. */
  readonly delimiters: string
}

/** Literal texts and macros in their order. `%%`, `%_` and `%-` are literal texts by then. */
export type MacroString = readonly (string | Macro)[]

/** Where a macro string stands: in a term of a record, or in an explanation. */
export type MacroPlace = 'term' | 'explanation'

const EVERYWHERE = 'slodipvh'
// RFC 7208 §7.2: c, r and t only in the text of an explanation
const IN_EXPLANATION = 'slodipvhcrt'
const LITERALS: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' }
const BODY = /^([a-z])(\d*)(r?)([-.+,/_=]*)$/i
const NO_TERM_TEXT = /[^\x21-\x7e]/
const NO_EXPLANATION_TEXT = /[^\x20-\x7e]/
/** More parts than any value has; a name has at most 127 labels (RFC 7208 §7.3). */
const KEEP_LIMIT = 65_535

/** Reads a macro string; null when it breaks the grammar. */
export function parseMacroString(text: string, place: MacroPlace): MacroString | null {
  return readParts(text, place)?.parts ?? null
}

/**
 * Reads a `domain-spec`: a macro string that ends in a macro or in a dot and a top label
 * (RFC 7208 §7.1). Null when it breaks the grammar.
 */
export function parseDomainSpec(text: string): MacroString | null {
  const read = readParts(text, 'term')
  if (read === null || text === '') return null
  return read.tail === '' || isDomainEnd(read.tail) ? read.parts : null
}

/** Puts the text together. `valueOf` gives the value of a letter. */
export function expandMacros(parts: MacroString, valueOf: (letter: string) => string): string {
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else text += expandMacro(part, valueOf(part.letter))
  }
  return text
}

/** The parts, and the text behind the last macro. */
function readParts(
  text: string,
  place: MacroPlace,
): { parts: (string | Macro)[]; tail: string } | null {
  if ((place === 'term' ? NO_TERM_TEXT : NO_EXPLANATION_TEXT).test(text)) return null
  const parts: (string | Macro)[] = []
  let from = 0
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', from)) {
    if (at > from) parts.push(text.slice(from, at))
    const next = text.charAt(at + 1)
    const end = next === '{' ? text.indexOf('}', at) : at + 1
    // RFC 7208 §7.3: a % that begins nothing is a syntax error
    const part = next === '{' ? readMacro(text.slice(at + 2, end), place) : LITERALS[next]
    if (part === undefined || part === null || end < 0) return null
    parts.push(part)
    from = end + 1
  }
  const tail = text.slice(from)
  if (tail !== '') parts.push(tail)
  return { parts, tail }
}

function readMacro(body: string, place: MacroPlace): Macro | null {
  const match = BODY.exec(body)
  if (match === null) return null
  const [, written = '', digits = '', reversal = '', delimiters = ''] = match
  const letter = written.toLowerCase()
  if (!(place === 'term' ? EVERYWHERE : IN_EXPLANATION).includes(letter)) return null
  const keep = Math.min(Number(digits), KEEP_LIMIT)
  // RFC 7208 §7.3: the number must not be zero
  if (digits !== '' && keep === 0) return null
  return { letter, escaped: written !== letter, keep, reversed: reversal !== '', delimiters }
}

function isDomainEnd(tail: string): boolean {
  const end = tail.endsWith('.') ? tail.length - 1 : tail.length
  const dot = tail.lastIndexOf('.', end - 1)
  if (dot < 0 || end === 0) return false
  const label = tail.slice(dot + 1, end)
  // RFC 7208 §7.1, toplabel: letters, digits, inner hyphens; not of digits alone
  return /^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?$/i.test(label) && /[a-z-]/i.test(label)
}

function expandMacro({ keep, reversed, delimiters, escaped }: Macro, value: string): string {
  let text = value
  if (keep > 0 || reversed || delimiters !== '') {
    const parts = splitAt(value, delimiters === '' ? '.' : delimiters)
    if (reversed) parts.reverse()
    // RFC 7208 §7.3: joined with dots, whatever they were split at
    text = parts.slice(keep === 0 ? 0 : -keep).join('.')
  }
  return escaped ? escapeForUrl(text) : text
}

/** RFC 7208 §7.3: delimiters in a row and at the ends leave empty parts. */
function splitAt(value: string, delimiters: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < value.length; i++) {
    if (!delimiters.includes(value.charAt(i))) continue
    parts.push(value.slice(from, i))
    from = i + 1
  }
  parts.push(value.slice(from))
  return parts
}

/** Everything but the unreserved characters of RFC 3986 §2.3 becomes the octets of its UTF-8. */
function escapeForUrl(text: string): string {
  let escaped = ''
  for (const character of text) {
    if (/[\w.~-]/.test(character)) escaped += character
    else for (const octet of utf8(character.codePointAt(0) ?? 0)) escaped += percent(octet)
  }
  return escaped
}

function percent(octet: number): string {
  return `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
}

function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code]
  const low = 0x80 | (code & 0x3f)
  if (code < 0x800) return [0xc0 | (code >> 6), low]
  const middle = 0x80 | ((code >> 6) & 0x3f)
  // Half of a pair stands for no character: the replacement character U+FFFD.
  if (code >= 0xd800 && code <= 0xdfff) return [0xef, 0xbf, 0xbd]
  if (code < 0x1_0000) return [0xe0 | (code >> 12), middle, low]
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), middle, low]
}
