/** Reads a report as a mail program does (RFC 2046 §5.1, RFC 3464 §2), to see that it is one. */
type Fields = Readonly<Record<string, string>>

export interface ParsedReport {
  readonly header: Fields
  /** Content types of the parts, and their bodies. */
  readonly types: readonly string[]
  readonly human: string
  /** Fields of the message, then of each recipient. */
  readonly message: Fields
  readonly recipients: readonly Fields[]
  /** The original, or its header, as lines. */
  readonly original: readonly string[]
}

/** Throws where the text is no report of three parts. */
export function parseReport(text: string): ParsedReport {
  const [head, body] = halves(text)
  const header = fieldsOf(head)
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(header['content-type'] ?? '') ?? []
  if (boundary === '') throw new Error('no boundary')
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`)
  if (pieces.length !== 5 || pieces[4] !== '--\r\n') throw new Error('not three parts')
  const parts = pieces.slice(1, 4).map((piece) => halves(piece.slice('\r\n'.length)))
  const [human, status, original] = parts.map(([, content]) => content)
  const [message = '', ...recipients] = (status ?? '').trimEnd().split('\r\n\r\n')
  return {
    header,
    types: parts.map(([partHead]) => fieldsOf(partHead)['content-type'] ?? ''),
    human: (human ?? '').replaceAll(/\r\n +/g, ' '),
    message: fieldsOf(message),
    recipients: recipients.map(fieldsOf),
    original: (original ?? '').split('\r\n'),
  }
}

function halves(text: string): [string, string] {
  const end = text.indexOf('\r\n\r\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 4)]
}

/** Unfolded, by lower-case name; a name that comes twice is a mistake. */
function fieldsOf(text: string): Fields {
  const fields: Record<string, string> = {}
  for (const line of text.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (colon < 1 || name in fields) throw new Error(`not a field: ${line}`)
    fields[name] = line.slice(colon + 1).trim()
  }
  return fields
}
