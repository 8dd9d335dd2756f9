/**
 * The report that a server sends when it gives a message up, or when it takes long (RFC 3464), with
 * every field taken from what happened to the message it is about.
 */
import { present } from '../assert.ts'
import { decisionStatus } from '../facts/attempts.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatMailDate } from '../mail/date.ts'
import type { DkimCrypto } from '../mail/dkim/crypto.ts'
import { formatReport, type DsnRecipient } from '../mail/dsn.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { returnPathField } from '../mail/trace-field.ts'
import { hours, type Instant } from '../units.ts'
import { ownText, queueIdAt } from './fields.ts'
import { wayTo, type HandOver } from './hand-overs.ts'
import { headerOf } from './header.ts'
import { messageIdOf } from './message-id.ts'
import { dialled, replyText, resultReason, type Result } from './reasons.ts'
import { reportedBy } from './reported.ts'
import { clientSession, verdictOf } from '../facts/verdict.ts'

/** bounce_size_limit: of a longer message only the header is sent back. */
const RETURNED_OCTETS_MAX = 50_000

/** The report as a message without trace fields, CRLF line ends; '' where there is none yet. */
export function bounceText(index: FactIndex, dsnMessage: number, until: Instant): string {
  const report = index.record.messages[dsnMessage]
  if (report === undefined || report.about < 0 || report.sentAt > until) return ''
  return bounceLines(index, dsnMessage).join('\r\n')
}

export function bounceLines(
  index: FactIndex,
  dsnMessage: number,
  crypto: DkimCrypto | null = null,
): string[] {
  const { record } = index
  const report = present(record.messages[dsnMessage], 'report')
  const { about, host, sentAt } = report
  const reporting = present(record.hosts[host], 'reporting host')
  const original = present(record.messages[about], 'original')
  const date = (at: Instant): string => formatMailDate(record.startsAtEpochMs + at)
  const reported = reportedBy(index, dsnMessage)
  const { queueId, arrivedAt, results } = reported
  const isDelay = report.action === 'delayed'
  const lifetime = reporting.lifetimes.findLast(({ from }) => from <= sentAt)?.span ?? 0
  // Postfix sends no more than the header with a warning (its bounce_warn_service.c).
  const returns = isDelay || original.octets > RETURNED_OCTETS_MAX ? 'headers' : 'full'
  const text = formatReport({
    action: isDelay ? 'delayed' : 'failed',
    reportingMta: reporting.name,
    queueId: formatQueueId(queueId),
    sender: original.reversePath,
    arrivalDate: date(arrivedAt),
    recipients: results.map((one) => recipientOf(index, about, one)),
    reportId: formatQueueId(queueIdAt(index, dsnMessage, host)),
    reportDate: date(sentAt),
    from: report.author,
    messageId: messageIdOf(index, dsnMessage),
    willRetryUntil: isDelay ? date(arrivedAt + lifetime) : '',
    hoursWaited: Math.floor((sentAt - arrivedAt) / hours(1)),
    original: returned(index, about, wayTo(index, about, { host, queueId }), { returns, crypto }),
    returns,
  })
  return text.split('\r\n')
}

/** The original as it lay in the reporting server's queue. */
function returned(
  index: FactIndex,
  about: number,
  overs: readonly HandOver[],
  how: { returns: 'full' | 'headers'; crypto: DkimCrypto | null },
): string[] {
  const header = headerOf(index, about, overs, how.crypto)
  const path = index.record.messages[about]?.reversePath ?? ''
  const lines = [...returnPathField(path), ...header.flatMap(({ text }) => text.split('\n'))]
  return how.returns === 'full' ? [...lines, '', ...ownText(index, about).body] : lines
}

/** What is told of one recipient: a server's own words where there are any. */
function recipientOf(index: FactIndex, about: number, result: Result): DsnRecipient {
  const to = index.record.messages[about]?.recipients[result.recipient] ?? ''
  const base = {
    finalRecipient: to,
    originalRecipient: to,
    status: decisionStatus(result.decision),
    reason: resultReason(index, result),
  }
  const { connection, recipient } = result
  const verdict = connection < 0 ? null : verdictOf(clientSession(index, connection), recipient)
  if (result.decision.by === 'network' || verdict?.by !== 'reply')
    return { ...base, remoteMta: '', diagnostic: base.reason, diagnosticType: 'X-Postfix' }
  const { server, address } = dialled(index, connection)
  return {
    ...base,
    remoteMta: server === '' ? `[${address}]` : server,
    diagnostic: replyText(index, connection, verdict.fact),
    diagnosticType: 'smtp',
  }
}
