import { describe, expect, it } from 'vitest'
import type { DeliveryReport } from '../../../src/sim/mail/dsn.ts'
import { formatReport } from '../../../src/sim/mail/dsn.ts'

const report: DeliveryReport = {
  action: 'failed',
  reportingMta: 'out.sender.example',
  queueId: 'F1E35242594',
  sender: 'alice@sender.example',
  arrivalDate: 'Mon, 23 Nov 2026 15:54:32 +0000 (UTC)',
  recipients: [
    {
      finalRecipient: 'nobody@receiver.example',
      originalRecipient: 'nobody@receiver.example',
      status: '5.1.1',
      remoteMta: 'mx.receiver.example',
      diagnostic:
        '550 5.1.1 <nobody@receiver.example>: Recipient address rejected: ' +
        'User unknown in virtual mailbox table',
      reason:
        'host mx.receiver.example[198.51.100.10] said: 550 5.1.1 <nobody@receiver.example>: ' +
        'Recipient address rejected: User unknown in virtual mailbox table ' +
        '(in reply to RCPT TO command)',
      diagnosticType: 'smtp',
    },
  ],
  reportId: '08FAA242599',
  from: 'MAILER-DAEMON@sender.example',
  messageId: '<20261123155433.08FAA242599@out.sender.example>',
  reportDate: 'Mon, 23 Nov 2026 15:54:33 +0000 (UTC)',
  willRetryUntil: '',
  hoursWaited: 0,
  original: ['From: alice@sender.example', 'Subject: user-unknown 1', '', 'Hello'],
  returns: 'full',
}

/** The parts between the boundaries. */
function partsOf(text: string): string[] {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? ''
  return text.split(`--${boundary}`)
}

describe('a report', () => {
  const text = formatReport(report)
  const [head = '', human = '', status = '', original = '', end = ''] = partsOf(text)

  it('has three parts in the shape that was recorded', () => {
    expect(head).toContain(
      'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="',
    )
    expect(head).toContain('From: Mail Delivery System <MAILER-DAEMON@sender.example>')
    expect(head).toContain('Auto-Submitted: auto-replied')
    expect(human).toContain(
      '<nobody@receiver.example>: host mx.receiver.example[198.51.100.10] said: 550',
    )
    expect(status.trim().split('\r\n')).toEqual([
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; out.sender.example',
      'X-Postfix-Queue-ID: F1E35242594',
      'X-Postfix-Sender: rfc822; alice@sender.example',
      'Arrival-Date: Mon, 23 Nov 2026 15:54:32 +0000 (UTC)',
      '',
      'Final-Recipient: rfc822; nobody@receiver.example',
      'Original-Recipient: rfc822;nobody@receiver.example',
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.receiver.example',
      'Diagnostic-Code: smtp; 550 5.1.1 <nobody@receiver.example>: Recipient address',
      '    rejected: User unknown in virtual mailbox table',
    ])
    expect(original).toContain('Content-Type: message/rfc822\r\n\r\nFrom: alice@sender.example')
    expect(end).toBe('--\r\n')
  })

  it('has CRLF line ends only and no long lines', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  it('warns of a delay with a date and leaves the original out', () => {
    const until = 'Sat, 28 Nov 2026 15:54:32 +0000 (UTC)'
    const [top = '', words = '', fields = '', back = ''] = partsOf(
      formatReport({
        ...report,
        action: 'delayed',
        willRetryUntil: until,
        hoursWaited: 4,
        returns: 'headers',
        recipients: report.recipients.map((each) => ({
          ...each,
          status: '4.4.1',
          remoteMta: '',
          diagnostic: 'connect to mx.receiver.example: Connection timed out',
          diagnosticType: 'X-Postfix' as const,
        })),
      }),
    )
    expect(top).toContain('Subject: Delayed Mail (still being retried)')
    expect(words).toContain('4 hours')
    expect(fields).toContain(
      'Action: delayed\r\nStatus: 4.4.1\r\nDiagnostic-Code: X-Postfix; connect',
    )
    expect(fields).toContain(`Will-Retry-Until: ${until}`)
    expect(fields).not.toContain('Remote-MTA')
    expect(back).toContain('text/rfc822-headers')
  })
})
