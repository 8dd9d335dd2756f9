/**
 * Tag lists, `a=1; b=2`: the form of a signature field and of a key record (RFC 6376 §3.2).
 *
 * Simplified: a bare CR or LF counts as white space at the ends of a name or a value, since header
 * fields and DNS records do not bring any; tags hold ASCII alone, and no internationalised names.
 */

/** One tag. */
export interface Tag {
  /** Without the white space around it; inside it is kept. */
  readonly value: string
  /** Where the value stands in the text, with the white space around it: from `start` to `end`. */
  readonly start: number
  readonly end: number
}

/** By name, in the order of the list. Names keep their case (RFC 6376 §3.2). */
export type TagList = ReadonlyMap<string, Tag>

/** Reads a list. Null when it is none; one tag named twice spoils all of it (RFC 6376 §3.2). */
export function parseTagList(text: string): TagList | null {
  const tags = new Map<string, Tag>()
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf(';', from)
    const end = found < 0 ? text.length : found
    const equals = text.indexOf('=', from)
    if (equals < 0 || equals >= end) {
      // RFC 6376 §3.2: only behind the last semicolon there may be nothing
      return found < 0 && tags.size > 0 && trimWhite(text.slice(from)) === '' ? tags : null
    }
    const name = trimWhite(text.slice(from, equals))
    const value = trimWhite(text.slice(equals + 1, end))
    if (!/^[A-Za-z]\w*$/.test(name) || !/^[!-~ \t\r\n]*$/.test(value) || tags.has(name)) return null
    tags.set(name, { value, start: equals + 1, end })
    from = end + 1
  }
  return tags
}

/** A list of words between colons, such as h= and q= (RFC 6376 §3.5). */
export function colonList(value: string): string[] {
  return value.split(':').map(trimWhite)
}

function trimWhite(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isWhite(text.charCodeAt(start))) start++
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10
}
