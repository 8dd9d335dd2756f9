/** Takes a source text apart as far as a verifier needs it (RFC 5322 §2.1). */
import { lowerAscii } from './octets.ts'

/** A message as it came in. Whatever the text, it has this form; nothing is refused. */
export interface ParsedSource {
  readonly fields: readonly ParsedField[]
  readonly body: string
}

export interface ParsedField {
  /** In lower case; '' for lines that are no field. */
  readonly name: string
  /** As it came, folded lines included, without its last line end. */
  readonly text: string
}

/** Lines end with CRLF and nothing else; the first empty one ends the header. */
export function parseSource(source: string): ParsedSource {
  const end = source.startsWith('\r\n') ? 0 : source.indexOf('\r\n\r\n') + 2
  if (end === 1) return { fields: fieldsIn(source.replace(/\r\n$/, '')), body: '' }
  return { fields: fieldsIn(source.slice(0, Math.max(0, end - 2))), body: source.slice(end + 2) }
}

function fieldsIn(header: string): ParsedField[] {
  if (header === '') return []
  // RFC 5322 §2.2.3: a line that begins with white space continues the field above it
  return header.split(/\r\n(?![ \t])/).map((text) => {
    // RFC 5322 §4.5.8: old programs put white space before the colon
    const match = /^([!-9;-~]+)[ \t]*:/.exec(text)
    return { name: lowerAscii(match?.[1] ?? ''), text }
  })
}
