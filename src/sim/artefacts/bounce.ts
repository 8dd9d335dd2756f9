/**
 * The report that a server sends when it gives a message up (RFC 3464), with every field taken from
 * what happened to the message it is about.
 */
import { present } from '../assert.ts'
import { attemptReading, type AttemptReading } from '../facts/attempts.ts'
import { read, readAs } from '../facts/codec.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatMailDate } from '../mail/date.ts'
import { formatReport, type DsnRecipient } from '../mail/dsn.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { renderReply } from '../mail/reply.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import { returnPathField } from '../mail/trace-field.ts'
import type { Instant } from '../units.ts'
import { ownText, queueIdAt, traceOf } from './fields.ts'
import { handOvers } from './hand-overs.ts'
const networkText=(a:string,..._:string[]):string=>a
import { messageIdOf } from './message-id.ts'

/** The report as a message without trace fields, CRLF line ends; '' where there is none yet. */
export function bounceText(index: FactIndex, dsnMessage: number, until: Instant): string {
  const report = index.record.messages[dsnMessage]
  if (report === undefined || report.about < 0 || report.sentAt > until) return ''
  return bounceLines(index, dsnMessage).join('\r\n')
}

export function bounceLines(index: FactIndex, dsnMessage: number): string[] {
  const { record } = index
  const report = present(record.messages[dsnMessage], 'report')
  const { about, host, sentAt } = report
  const reporting = present(record.hosts[host], 'reporting host')
  const original = present(record.messages[about], 'original')
  const date = (at: Instant): string => formatMailDate(record.startsAtEpochMs + at)
  const text = formatReport({
    action: 'failed',
    reportingMta: reporting.name,
    queueId: formatQueueId(queueIdAt(index, about, host)),
    sender: original.reversePath,
    arrivalDate: date(arrivedAt(index, about, host)),
    recipients: givenUp(index, about, sentAt).map((to) => recipientOf(index, about, to, sentAt)),
    reportId: formatQueueId(queueIdAt(index, dsnMessage, host)),
    reportDate: date(sentAt),
    from: report.author,
    messageId: messageIdOf(index, dsnMessage),
    willRetryUntil: '',
    hoursWaited: 0,
    original: returned(index, about, sentAt),
    returns: 'full',
  })
  return text.split('\r\n')
}

/** Recipients of the original that were given up in the instant in which the report was made. */
function givenUp(index: FactIndex, about: number, at: Instant): number[] {
  const recipients: number[] = []
  for (const i of index.messages[about]?.facts ?? []) {
    const end = readAs(index.record.facts, i, 'end')
    if (end !== null && end.at === at && end.outcome === 'bounced') recipients.push(end.recipient)
  }
  return recipients
}

/** The original as it lay in the reporting server's queue. */
function returned(index: FactIndex, about: number, at: Instant): string[] {
  const recipient = givenUp(index, about, at)[0] ?? 0
  const overs = handOvers(index, about, recipient, at).toReversed()
  const { fields, body } = ownText(index, about)
  const header = [...overs.flatMap((over) => traceOf(index, about, over)), ...fields]
  const path = index.record.messages[about]?.reversePath ?? ''
  const lines = header.flatMap(({ text }) => text.split('\n'))
  return [...returnPathField(path), ...lines, '', ...body]
}

/** When the reporting host took charge of the original. */
function arrivedAt(index: FactIndex, about: number, host: number): Instant {
  for (const i of index.messages[about]?.facts ?? []) {
    const baton = readAs(index.record.facts, i, 'baton')
    if (baton?.host === host) return baton.at
  }
  return 0
}

function recipientOf(
  index: FactIndex,
  about: number,
  recipient: number,
  until: Instant,
): DsnRecipient {
  const to = index.record.messages[about]?.recipients[recipient] ?? ''
  const address = { finalRecipient: to, originalRecipient: to }
  const tried = lastAttempt(index, about, recipient, until)
  if (tried === null || tried.decision === null)
    return {
      ...address,
      status: '5.0.0',
      remoteMta: '',
      diagnostic: '',
      diagnosticType: 'X-Postfix',
    }
  const server = index.record.hosts[tried.server]
  const { status, decision } = tried
  if (decision.by === 'network') {
    const where = `${server?.name ?? tried.address}[${tried.address}]`
    const diagnostic = networkText(decision.result, where, to)
    return { ...address, status, remoteMta: '', diagnostic, diagnosticType: 'X-Postfix' }
  }
  const spec = present(REPLIES[decision.reply], 'reply')
  const diagnostic = renderReply(
    { spec, about: to, detail: decision.detail },
    {
      host: server?.name ?? '',
      client: clientOf(index, tried),
      queueId: formatQueueId,
      sizeLimitOctets: server?.sizeLimits.at(-1)?.octets ?? 0,
    },
  ).join(' ')
  return { ...address, status, remoteMta: server?.name ?? '', diagnostic, diagnosticType: 'smtp' }
}

function clientOf(index: FactIndex, tried: AttemptReading): string {
  return index.record.hosts[tried.host]?.addresses[0] ?? ''
}

function lastAttempt(
  index: FactIndex,
  about: number,
  recipient: number,
  until: Instant,
): AttemptReading | null {
  const { facts } = index.record
  for (const serial of (index.messages[about]?.attempts ?? []).toReversed()) {
    const decided = index.attempts[serial]?.facts.some((i) => {
      const fact = read(facts, i)
      return fact.kind === 'result' && fact.recipient === recipient && fact.at <= until
    })
    if (decided === true) return attemptReading(index, serial, recipient, until)
  }
  return null
}
