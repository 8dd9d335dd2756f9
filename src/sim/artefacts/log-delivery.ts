/** One delivery in a mail log: the line that tells what an attempt gave for a recipient. */
import { present } from '../assert.ts'
import type { AttemptReading } from '../facts/attempts.ts'
import type { FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { dialogue, type DialogueLine } from '../facts/transcript.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant, Millis } from '../units.ts'

/** Under which id, since when, and since when it has been among the active mail. */
export interface QueuedAs {
  readonly queueId: number
  readonly since: Instant
  readonly activeSince: Instant
}

export function deliveryLine(
  index: FactIndex,
  reading: AttemptReading,
  fact: FactOf<'result'>,
  queued: QueuedAs,
): { daemon: string; text: string } {
  const to = index.record.messages[reading.message]?.recipients[fact.recipient] ?? ''
  const here = reading.connections.length === 0 && reading.reply.endsWith('mailbox')
  const relay = here ? 'virtual' : relayOf(index, reading)
  const times = delays(index, reading, fact.at, queued)
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
  if (fact.decision.by === 'network')
    return networkText(fact.decision.result, where, to, whileDoing(index, reading))
  const { lines } = dialogue(index, fact.connection, Infinity)
  const said = present(decidingLine(lines, fact.decision.reply, to), 'deciding reply')
  if (reading.class === 'delivered') return said.text
  const command = COMMANDS[said.verb ?? ''] ?? `${said.verb} command`
  if (said.verb === 'greeting') return `host ${where} refused to talk to me: ${said.text}`
  return `host ${where} said: ${said.text} (in reply to ${command})`
}

/** The last reply of that kind, and among replies to RCPT the one that names the recipient. */
function decidingLine(
  lines: readonly DialogueLine[],
  reply: number,
  to: string,
): DialogueLine | undefined {
  const code = String(REPLIES[reply]?.code)
  const same = lines.filter((one) => one.who === 'S' && one.decides && one.text.startsWith(code))
  return same.findLast((one) => one.verb !== 'RCPT' || one.text.includes(`<${to}>`)) ?? same.at(-1)
}

/** What the client had said, in Postfix's words. */
const COMMANDS: Readonly<Record<string, string>> = {
  MAIL: 'MAIL FROM command',
  RCPT: 'RCPT TO command',
  DATA: 'DATA command',
  CONTENT: 'end of DATA command',
}

/** What a network result is called in a log and in a report. */
/** What the client was doing when the line went dead, in Postfix's words. */
function whileDoing(index: FactIndex, reading: AttemptReading): string {
  const last = reading.connections.at(-1)
  const lines = last === undefined ? [] : dialogue(index, last, Infinity).lines
  const verb = lines.findLast((line) => line.who === 'C')?.verb ?? ''
  return WHILE[verb] ?? (verb === '' ? 'receiving the initial server greeting' : `sending ${verb}`)
}

const WHILE: Readonly<Record<string, string>> = {
  EHLO: 'performing the EHLO handshake',
  HELO: 'performing the HELO handshake',
  MAIL: 'sending MAIL FROM',
  RCPT: 'sending RCPT TO',
  DATA: 'sending DATA command',
  CONTENT: 'sending end of data -- message may be sent more than once',
}

// oxlint-disable-next-line max-params -- what happened, and the three things its words name
export function networkText(
  result: string,
  where: string,
  to: string,
  doing = 'talking to it',
): string {
  const domain = to.slice(to.lastIndexOf('@') + 1)
  const dns = (type: string): string =>
    `Host or domain name not found. Name service error for name=${domain} type=${type}`
  switch (result) {
    case 'connection refused':
      return `connect to ${where}:25: Connection refused`
    case 'connect timeout':
      return `connect to ${where}:25: Connection timed out`
    case 'lost connection':
      return `lost connection with ${where} while ${doing}`
    case 'timeout':
      return `conversation with ${where} timed out while ${doing}`
    case 'DNS failure':
      return `${dns('MX')}: Host not found, try again`
    case 'no such domain':
      return `${dns('MX')}: Host not found`
    case 'no address for the domain':
      return `${dns('A')}: Host found but no data record of requested type`
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
  { since, activeSince }: QueuedAs,
): string {
  const sendsAt = firstCommandAt(index, reading) ?? endedAt
  const before = activeSince - since
  const active = reading.at - activeSince
  const setup = sendsAt - reading.at
  const parts = [before, active, setup, endedAt - sendsAt].map(inSeconds)
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
