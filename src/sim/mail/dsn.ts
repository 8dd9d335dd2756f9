/**
 * Reports of what could not be delivered, or not yet: `multipart/report` (RFC 6522) with the
 * machine-readable part of RFC 3464. They travel with the null reverse-path, so that a report
 * about a report cannot happen (RFC 5321 §4.5.5).
 *
 * The fields have Postfix's shape; the words for people are our own. Simplified: 7-bit text, one
 * `delivery-status` block per recipient, no DSN parameters of RFC 3461.
 */

/** What happened to one recipient (RFC 3464 §2.3.3). */
export type DsnAction = 'failed' | 'delayed'

/** One recipient of the report. */
export interface DsnRecipient {
  readonly finalRecipient: string
  readonly originalRecipient: string
  /** Enhanced status code (RFC 3463). May stay 4.x.y although the action is `failed`. */
  readonly status: string
  /** Host that refused; '' when none was reached. */
  readonly remoteMta: string
  /** Its reply in one line, or what the connection attempt met. */
  readonly diagnostic: string
  /** The same for people, with who said it and to what; without a full stop. */
  readonly reason: string
  /** `smtp` for a reply, `X-Postfix` for what the sending host found out by itself. */
  readonly diagnosticType: 'smtp' | 'X-Postfix'
}

/** Everything a report tells. Dates are already text. */
export interface DeliveryReport {
  readonly action: DsnAction
  /** The host that writes the report. */
  readonly reportingMta: string
  /** Queue id of the message it is about. */
  readonly queueId: string
  /** Envelope sender of that message, who gets the report. */
  readonly sender: string
  readonly arrivalDate: string
  readonly recipients: readonly DsnRecipient[]
  /** Queue id and date of the report itself. */
  readonly reportId: string
  readonly reportDate: string
  /** Address and Message-ID (with its angle brackets) of the report's own header. */
  readonly from: string
  readonly messageId: string
  /** Delay reports only: until when it is tried (RFC 3464 §2.3.9); '' otherwise. */
  readonly willRetryUntil: string
  /** Hours of trying so far, for the words of a delay report. */
  readonly hoursWaited: number
  /** Lines of the original message, without CRLF. */
  readonly original: readonly string[]
  /** Whether all of it is in `original` or only its header. */
  readonly returns: 'full' | 'headers'
}

/** The report as the text of a message with CRLF line ends. */
export function formatReport(report: DeliveryReport): string {
  const boundary = `${report.queueId}.${report.reportId}/${report.reportingMta}`
  const lines = [
    ...headerLines(report, boundary),
    '',
    'This message has several parts in MIME format.',
    '',
    `--${boundary}`,
    ...humanPart(report),
    '',
    `--${boundary}`,
    ...statusPart(report),
    '',
    `--${boundary}`,
    ...originalPart(report),
    '',
    `--${boundary}--`,
    '',
  ]
  return lines.join('\r\n')
}

function headerLines(report: DeliveryReport, boundary: string): string[] {
  return [
    `Date: ${report.reportDate}`,
    `From: Mail Delivery System <${report.from}>`,
    `Subject: ${subjectOf(report.action)}`,
    `To: ${report.sender}`,
    // RFC 3834 §5
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    `Message-Id: ${report.messageId}`,
  ]
}

function subjectOf(action: DsnAction): string {
  return action === 'failed'
    ? 'Undelivered Mail Returned to Sender'
    : 'Delayed Mail (still being retried)'
}

function humanPart(report: DeliveryReport): string[] {
  const intro =
    report.action === 'failed'
      ? [
          `${report.reportingMta} could not deliver your message to`,
          'the people listed here, and has stopped trying. They did not get it.',
          'The reason for each is what the other side said, word for word.',
        ]
      : [
          'This is only a warning: there is nothing you need to do, and no need to',
          `send it again. ${report.reportingMta} has tried for ${howLong(report.hoursWaited)}`,
          'to deliver your message to the people listed here, and goes on trying until',
          `${report.willRetryUntil}.`,
        ]
  const reasons = report.recipients.flatMap((r) => [
    '',
    ...fold(`<${r.finalRecipient}>: ${r.reason}`),
  ])
  return [
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    ...intro,
    ...reasons,
  ]
}

function howLong(wholeHours: number): string {
  if (wholeHours === 0) return 'less than an hour'
  return wholeHours === 1 ? '1 hour' : `${wholeHours} hours`
}

/** RFC 3464 §2.2 for the message, §2.3 for each recipient. */
function statusPart(report: DeliveryReport): string[] {
  return [
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${report.reportingMta}`,
    `X-Postfix-Queue-ID: ${report.queueId}`,
    `X-Postfix-Sender: rfc822; ${report.sender}`,
    `Arrival-Date: ${report.arrivalDate}`,
    ...report.recipients.flatMap((r) => recipientFields(report, r)),
  ]
}

function recipientFields(report: DeliveryReport, r: DsnRecipient): string[] {
  const lines = [
    '',
    `Final-Recipient: rfc822; ${r.finalRecipient}`,
    `Original-Recipient: rfc822;${r.originalRecipient}`,
    `Action: ${report.action}`,
    `Status: ${r.status}`,
  ]
  if (r.remoteMta !== '') lines.push(`Remote-MTA: dns; ${r.remoteMta}`)
  lines.push(...fold(`Diagnostic-Code: ${r.diagnosticType}; ${r.diagnostic}`))
  if (report.willRetryUntil !== '') lines.push(`Will-Retry-Until: ${report.willRetryUntil}`)
  return lines
}

function originalPart(report: DeliveryReport): string[] {
  const full = report.returns === 'full'
  return [
    `Content-Description: Undelivered Message${full ? '' : ' Headers'}`,
    `Content-Type: ${full ? 'message/rfc822' : 'text/rfc822-headers'}`,
    '',
    ...report.original,
  ]
}

/** Breaks a line at blanks so that no part is longer than 78 (RFC 5322 §2.1.1), if it can be. */
function fold(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > 78) {
      lines.push(line)
      line = `    ${word}`
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines
}
