/** One delivery in a mail log: the line that tells what an attempt gave for a recipient. */
import { present } from '../assert.ts'
import type { AttemptReading } from '../facts/attempts.ts'
import type { FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { dialogue } from '../facts/transcript.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant, Millis } from '../units.ts'

export function deliveryLine(
  index: FactIndex,
  reading: AttemptReading,
  fact: FactOf<'result'>,
  queued: { readonly queueId: number; readonly since: Instant },
): { daemon: string; text: string } {
  const to = index.record.messages[reading.message]?.recipients[fact.recipient] ?? ''
  const here = reading.connections.length === 0 && reading.reply.endsWith('mailbox')
  const relay = here ? 'virtual' : relayOf(index, reading)
  const times = delays(index, reading, fact.at, queued.since)
  const status = statusWord(reading.status)
  const why = here ? 'delivered to maildir' : reasonText(index, reading, fact, to)
  const id = formatQueueId(queued.queueId)
  const what = `dsn=${reading.status}, status=${status} (${why})`
  const text = `${id}: to=<${to}>, relay=${relay}, ${times}, ${what}`
  return { daemon: here ? 'virtual' : 'smtp', text }
}

function statusWord(status: string): string {
  return status.startsWith('2') ? 'sent' : status.startsWith('5') ? 'bounced' : 'deferred'
}

/** The host that a session was held with; `none` when no connection came about. */
function relayOf(index: FactIndex, reading: AttemptReading): string {
  const server = index.record.hosts[reading.server]
  const refused = ['connection refused', 'connect timeout'].includes(reading.reply)
  if (server === undefined || refused) return 'none'
  return `${server.name}[${reading.address}]:25`
}

/** What Postfix writes in brackets. */
function reasonText(
  index: FactIndex,
  reading: AttemptReading,
  fact: FactOf<'result'>,
  to: string,
): string {
  const server = index.record.hosts[reading.server]
  const where = `${server?.name ?? reading.address}[${reading.address}]`
  if (fact.decision.by === 'network') return networkText(fact.decision.result, where, to)
  const { lines } = dialogue(index, fact.connection, Infinity)
  const deciding = lines.findLast((line) => line.decides && line.who === 'S')
  const said = present(deciding, 'deciding reply')
  if (reading.class === 'delivered') return said.text
  const command = COMMANDS[said.verb ?? ''] ?? `${said.verb} command`
  if (said.verb === 'greeting') return `host ${where} refused to talk to me: ${said.text}`
  return `host ${where} said: ${said.text} (in reply to ${command})`
}

/** What the client had said, in Postfix's words. */
const COMMANDS: Readonly<Record<string, string>> = {
  MAIL: 'MAIL FROM command',
  RCPT: 'RCPT TO command',
  DATA: 'DATA command',
  CONTENT: 'end of DATA command',
}

/** What a network result is called in a log and in a report. */
export function networkText(result: string, where: string, to: string): string {
  const domain = to.slice(to.lastIndexOf('@') + 1)
  const dns = `Host or domain name not found. Name service error for name=${domain} type=MX`
  switch (result) {
    case 'connection refused':
      return `connect to ${where}:25: Connection refused`
    case 'connect timeout':
      return `connect to ${where}:25: Connection timed out`
    case 'lost connection':
      return `lost connection with ${where} while talking to it`
    case 'timeout':
      return `conversation with ${where} timed out`
    case 'DNS failure':
      return `${dns}: Host not found, try again`
    case 'no such domain':
      return `${dns}: Host not found`
    case 'no address for the domain':
      return `${dns}: Host found but no data record of requested type`
    case 'mail loops back':
      return `mail for ${domain} loops back to myself`
    case 'domain accepts no mail':
      return `Domain ${domain} does not accept mail (nullMX)`
    case 'user unknown':
      return 'unknown user'
    default:
      return result
  }
}

/**
 * `delay=` and `delays=a/b/c/d`: before the queue manager, in the active queue, setting the
 * connection up (DNS included), transmission (Postfix's log_adhoc.c).
 */
function delays(
  index: FactIndex,
  reading: AttemptReading,
  endedAt: Instant,
  since: Instant,
): string {
  const sendsAt = firstCommandAt(index, reading) ?? endedAt
  const before = reading.at - since
  const setup = sendsAt - reading.at
  const parts = [before, 0, setup, endedAt - sendsAt].map(inSeconds)
  return `delay=${inSeconds(endedAt - since)}, delays=${parts.join('/')}`
}

function firstCommandAt(index: FactIndex, reading: AttemptReading): Instant | null {
  const last = reading.connections.at(-1)
  if (last === undefined) return null
  const { lines } = dialogue(index, last, Infinity)
  return lines.find((line) => line.verb === 'MAIL' && line.who === 'C')?.at ?? null
}

/** Postfix rounds to two significant digits, and shows at least hundredths. */
function inSeconds(ms: Millis): string {
  const seconds = ms / 1000
  if (seconds >= 10) return String(Math.round(seconds))
  if (seconds >= 1) return String(Math.round(seconds * 10) / 10)
  return String(Math.round(seconds * 100) / 100)
}
