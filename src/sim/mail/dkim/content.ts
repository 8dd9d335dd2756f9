/**
 * A message as plain data, for everything that looks at what a message says: signing, checking, and
 * the changes that happen on the way.
 */

/** One header field. */
export interface HeaderField {
  /** As written; names are compared without regard to case (RFC 5322 §1.2.2). */
  readonly name: string
  /**
   * What stands behind the colon and one space, without the last line end. A folded value holds
   * its CRLF, each followed by a space or a tab.
   */
  readonly value: string
}

/** A message. The printed text reads back as the same data as long as no value breaks the rule. */
export interface MessageContent {
  /** From top to bottom: what a server adds comes first. */
  readonly fields: readonly HeaderField[]
  /** What stands below the empty line, with CRLF line ends, the last one included. */
  readonly body: string
}

/** The source text, with CRLF line ends. */
export function printContent(content: MessageContent): string {
  let text = ''
  for (const field of content.fields) text += `${fieldText(field)}\r\n`
  return `${text}\r\n${content.body}`
}

/** A field's text without its last line end. */
export function fieldText(field: HeaderField): string {
  return `${field.name}: ${field.value}`
}
