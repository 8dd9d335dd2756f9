/**
 * Lines and content as octets travel: framing by CRLF and dot-stuffing (RFC 5321 §2.3.8, §4.5.2).
 *
 * Bare LF and bare CR: they end no line and so cannot end the content either (RFC 5321 §4.1.1.4
 * forbids to take <LF>.<LF> for the end; whoever does can be made to see two messages where the
 * sender had one). A bare LF stays in its line, and such a line is no command that we know.
 */
import { formatCommand, type Command } from './command.ts'

/** What came without its CRLF yet. Plain data. */
export interface LineBuffer {
  rest: string
}

/** An empty buffer. */
export function newLineBuffer(): LineBuffer {
  return { rest: '' }
}

/** Takes what arrived, gives the lines that are complete now, without CRLF. */
export function feed(buffer: LineBuffer, chunk: string): string[] {
  const lines = (buffer.rest + chunk).split('\r\n')
  buffer.rest = lines.pop() ?? ''
  return lines
}

/** A second dot before each line that begins with one. `text` has CRLF line ends. */
export function dotStuff(text: string): string {
  const stuffed = text.replaceAll('\r\n.', '\r\n..')
  return stuffed.startsWith('.') ? `.${stuffed}` : stuffed
}

/** Takes the dots of `dotStuff` away: the first of each line that begins with one. */
export function dotUnstuff(text: string): string {
  const plain = text.replaceAll('\r\n.', '\r\n')
  return plain.startsWith('.') ? plain.slice(1) : plain
}

/** The content as it is sent, with the final dot; a missing last CRLF is added. */
export function frameContent(text: string): string {
  const whole = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`
  return `${dotStuff(whole)}.\r\n`
}

/** A content that is arriving line by line. Plain data. */
export interface ContentBuffer {
  lines: string[]
}

/** Nothing arrived yet. */
export function newContentBuffer(): ContentBuffer {
  return { lines: [] }
}

/**
 * Takes one line after 354. Null while the content goes on; with the final dot the whole content,
 * dots taken away, each line with its CRLF. The buffer is empty again then.
 */
export function takeContentLine(buffer: ContentBuffer, line: string): string | null {
  if (line !== '.') {
    buffer.lines.push(line.startsWith('.') ? line.slice(1) : line)
    return null
  }
  buffer.lines.push('')
  const text = buffer.lines.join('\r\n')
  buffer.lines.length = 0
  return text
}

/** Whether this line ends a reply: three digits and no hyphen behind them (RFC 5321 §4.2.1). */
export function endsReply(line: string): boolean {
  return line[3] !== '-'
}

const CRLF_OCTETS = 2
/** The line with the lone dot at the end of a content (RFC 5321 §4.1.1.4). */
const FINAL_DOT_OCTETS = 3

/**
 * Octets of a command with its CRLF, or of a content with its final dot. Lengths are counted in
 * UTF-16 units, which for ASCII are octets. Simplified: a TLS handshake counts as an empty line.
 */
export function commandOctets(command: Command): number {
  if (command.verb === 'CONTENT') return command.octets + FINAL_DOT_OCTETS
  return formatCommand(command).length + CRLF_OCTETS
}

/** Octets of all lines of a reply, each with its CRLF. */
export function replyOctets(lines: readonly string[]): number {
  return lines.reduce((octets, line) => octets + line.length + CRLF_OCTETS, 0)
}
