/** Every session of a world as readable text, in the form of the standard's own examples (RFC 5321 §D). */
import { dialogue } from '../facts/transcript.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { Instant } from '../units.ts'

/** Lines without line ends: a heading per connection, then what was said. */
export function transcripts(index: FactIndex): string[] {
  const { record } = index
  const lines: string[] = []
  for (let serial = 0; serial < index.connections.length; serial++) {
    const said = dialogue(index, serial, Infinity)
    const client = record.hosts[said.client]?.name ?? ''
    const server = record.hosts[said.server]?.name ?? 'nobody'
    if (serial > 0) lines.push('')
    lines.push(`-- connection ${serial}: ${client} to ${server} [${said.address}]`)
    for (const { at, who, text, decides } of said.lines) {
      const mark = decides ? '  <- decides' : ''
      lines.push(`${inSeconds(at)} ${who === 'note' ? `(${text})` : `${who}: ${text}`}${mark}`)
    }
  }
  return lines
}

/** Seconds since the start with three decimals, right-aligned for a year's worth of them. */
function inSeconds(at: Instant): string {
  return `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, '0')}`.padStart(12)
}
