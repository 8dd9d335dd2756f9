/**
 * Why a delivery gave what it gave, in the words of Postfix's client (its smtp_trouble.c,
 * smtp_proto.c, smtp_connect.c): what stands in brackets in its log and in a report.
 */
import { present } from '../assert.ts'
import { decisionLabel } from '../facts/attempts.ts'
import { readAs } from '../facts/codec.ts'
import { portFor, type Decision, type FactOf, type Port } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { dialogue } from '../facts/transcript.ts'
import { domainOf } from '../mail/address.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { clientSession, verdictOf, type Step, type Verdict } from '../facts/verdict.ts'

/** The result of an attempt for one recipient. */
export type Result = FactOf<'result'>

/** `mx.college.example[192.0.2.130]`: whom a connection was for; the bare address twice if nobody. */
function peerOf(index: FactIndex, connection: number): string {
  const { server, address } = dialled(index, connection)
  return `${server === '' ? address : server}[${address}]`
}

/** Name and address that were dialled; the name is '' where nobody answers at that address. */
export function dialled(
  { record, connections }: FactIndex,
  connection: number,
): { server: string; address: string } {
  const first = present(connections[connection]?.facts[0], 'connection', connection)
  const opened = present(readAs(record.facts, first, 'connect'), 'connect fact')
  const address = record.names[opened.address] ?? ''
  return { server: record.hosts[opened.server]?.name ?? '', address }
}

/** The port that was dialled. */
export function portOf({ attempts, connections }: FactIndex, connection: number): Port {
  return portFor(attempts[connections[connection]?.attempt ?? -1]?.aim ?? 'transfer')
}

/** The whole reply in one line. */
export function replyText(index: FactIndex, connection: number, fact: number): string {
  const { lines } = dialogue(index, connection, Infinity)
  return lines.flatMap((line) => (line.fact === fact ? [line.text] : [])).join(' ')
}

/** What a session gave for a recipient. */
export function verdictReason(index: FactIndex, connection: number, verdict: Verdict): string {
  if (verdict.by === 'end') return endReason(index, connection, verdict.end, verdict.step)
  const { step, spec, fact } = verdict
  const text = replyText(index, connection, fact)
  if (step === 'CONTENT' && spec.code < 300) return text
  const where = peerOf(index, connection)
  if (step === 'greeting' || step === 'EHLO' || step === 'HELO')
    return `host ${where} refused to talk to me: ${text}`
  return `host ${where} said: ${text} (in reply to ${COMMANDS[step] ?? `${step} command`})`
}

/** What the client had said, in Postfix's words. */
const COMMANDS: Partial<Readonly<Record<Step, string>>> = {
  MAIL: 'MAIL FROM command',
  RCPT: 'RCPT TO command',
  DATA: 'DATA command',
  CONTENT: 'end of DATA command',
}

/** A connection that did not come about or broke. */
export function endReason(
  index: FactIndex,
  connection: number,
  end: string,
  step: Step | null,
): string {
  const where = peerOf(index, connection)
  if (end === 'connection refused')
    return `connect to ${where}:${portOf(index, connection)}: Connection refused`
  if (end === 'connect timeout')
    return `connect to ${where}:${portOf(index, connection)}: Connection timed out`
  const doing = WHILE[step ?? 'greeting'] ?? `sending ${step}`
  if (end === 'timeout') return `conversation with ${where} timed out while ${doing}`
  return `lost connection with ${where} while ${doing}`
}

const WHILE: Partial<Readonly<Record<Step, string>>> = {
  greeting: 'receiving the initial server greeting',
  EHLO: 'performing the EHLO handshake',
  HELO: 'performing the HELO handshake',
  MAIL: 'sending MAIL FROM',
  RCPT: 'sending RCPT TO',
  DATA: 'sending DATA command',
  CONTENT: 'sending end of data -- message may be sent more than once',
}

/** Why an attempt gave this result. */
export function resultReason(index: FactIndex, result: Result): string {
  const { decision, connection, recipient, attempt } = result
  const message = index.attempts[attempt]?.message ?? -1
  const to = index.record.messages[message]?.recipients[recipient] ?? ''
  if (decision.by === 'network') {
    if (decision.because !== null)
      return `delivery temporarily suspended: ${reasonBehind(index, result, decision.because, to)}`
    if (decision.result === 'forwarded') return `forwarded as ${copyOf(index, message, result)}`
    if (connection < 0) {
      // An alias that leads back to itself is local's to find, by the Delivered-To fields.
      const isAlias = index.attempts[attempt]?.aim === 'local'
      if (isAlias && decision.result === 'mail loops back') return `mail forwarding loop for ${to}`
      return unconnected(decision.result, to)
    }
  }
  const session = clientSession(index, connection)
  const verdict = verdictOf(session, recipient)
  if (decision.by === 'network') {
    const step = verdict?.by === 'end' ? verdict.step : null
    return endReason(index, connection, decision.result, step)
  }
  return verdict === null ? decisionLabel(decision) : verdictReason(index, connection, verdict)
}

/** Queue id of the message that this one has gone on as. */
function copyOf(
  { record, attempts, messages }: FactIndex,
  message: number,
  result: Result,
): string {
  const host = attempts[result.attempt]?.host
  const copy = record.messages.findIndex((one, i) => {
    return i > message && one.origin === message && one.host === host && one.sentAt === result.at
  })
  for (const i of messages[copy]?.facts ?? []) {
    const queued = readAs(record.facts, i, 'queue')
    if (queued?.host === host && queued !== null) return formatQueueId(queued.queueId)
  }
  return 'nothing'
}

/** What the sending host found out without a connection. */
function unconnected(result: string, to: string): string {
  const domain = domainOf(to)
  const dns = (type: string): string =>
    `Host or domain name not found. Name service error for name=${domain} type=${type}`
  switch (result) {
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
      return `unknown user: "${to}"`
    case 'delivered to mailbox':
      return 'delivered to maildir'
    case 'retry time not reached':
      // Exim's words: Postfix keeps no such times.
      return 'retry time not reached for any host'
    default:
      return result
  }
}

/**
 * The failure that a suspended delivery goes back to: the last one of that kind that the same host
 * had with the same domain.
 */
function reasonBehind(index: FactIndex, held: Result, because: Decision, to: string): string {
  const host = index.attempts[held.attempt]?.host
  const domain = domainOf(to).toLowerCase()
  for (let serial = held.attempt - 1; serial >= 0; serial--) {
    const entry = index.attempts[serial]
    if (entry === undefined || entry.host !== host || entry.aim !== 'transfer') continue
    for (const i of entry.facts) {
      const one = readAs(index.record.facts, i, 'result')
      if (one === null || !isSame(one.decision, because)) continue
      const about = index.record.messages[entry.message]?.recipients[one.recipient] ?? ''
      if (domainOf(about).toLowerCase() === domain) return resultReason(index, one)
    }
  }
  return decisionLabel(because)
}

function isSame(one: Decision, other: Decision): boolean {
  if (one.by === 'reply') return other.by === 'reply' && one.reply === other.reply
  return other.by === 'network' && one.result === other.result
}
