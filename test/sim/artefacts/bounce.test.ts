import { describe, expect, it } from 'vitest'
import { bounceText } from '../../../src/sim/artefacts/bounce.ts'
import { messageSource } from '../../../src/sim/artefacts/source.ts'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { scenario as twoRoads } from '../../../src/sim/scenarios/two-roads/scenario.ts'
import { days, hours, seconds } from '../../../src/sim/units.ts'
import { runWorld, writes } from '../../helpers/run-world.ts'

const END = days(40)

function report(index: FactIndex): string[] {
  const message = index.record.messages.findIndex((one) => one.kind === 'dsn')
  return bounceText(index, message, END).split('\r\n')
}
const after = (text: string[], start: string): string[] =>
  text.slice(text.findIndex((line) => line.startsWith(start)))

describe('the report about an unknown user', () => {
  const act = [[seconds(5), writes('nobody@college.example')]] as const
  const index = runWorld(twoRoads, 'relayed', act)
  const text = report(index)

  it('names server, status and reply', () => {
    const status = after(text, 'Reporting-MTA')
    expect(status.slice(0, 12)).toEqual([
      'Reporting-MTA: dns; smtp.school.example',
      'X-Postfix-Queue-ID: 3C76A2CD42002',
      'X-Postfix-Sender: rfc822; alice@school.example',
      'Arrival-Date: Tue, 02 Jun 2026 09:00:05 +0000 (UTC)',
      '',
      'Final-Recipient: rfc822; nobody@college.example',
      'Original-Recipient: rfc822;nobody@college.example',
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.college.example',
      'Diagnostic-Code: smtp; 550 5.1.1 <nobody@college.example>: Recipient address',
      '    rejected: User unknown in virtual mailbox table',
    ])
  })

  it('brings the original back as it lay in the queue', () => {
    const original = after(text, 'Content-Type: message/rfc822').slice(2)
    expect(original.slice(0, 6)).toEqual([
      'Return-Path: <alice@school.example>',
      'Received: from laptop.home.example (unknown [203.0.113.25])',
      '\t(Authenticated sender: alice@school.example)',
      '\tby smtp.school.example (Postfix) with ESMTPSA id 3C76A2CD42002',
      '\tfor <nobody@college.example>; Tue, 02 Jun 2026 09:00:05 +0000 (UTC)',
      'Date: Tue, 02 Jun 2026 09:00:05 +0000 (UTC)',
    ])
  })

  it('lies in the mailbox of its sender, from nobody', () => {
    const message = index.record.messages.findIndex((one) => one.kind === 'dsn')
    const source = messageSource(index, message, 0, END)
    expect(source?.text.split('\r\n').slice(0, 5)).toEqual([
      'Return-Path: <>',
      'Received: by smtp.school.example (Postfix)',
      expect.stringMatching(/^\tid [0-9A-F]+; Tue, 02 Jun 2026 09:00:05 \+0000 \(UTC\)$/),
      'Date: Tue, 02 Jun 2026 09:00:05 +0000 (UTC)',
      'From: Mail Delivery System <MAILER-DAEMON@school.example>',
    ])
    expect(source?.text).toContain('\r\n\r\nThis message has several parts in MIME format.\r\n')
  })

  it('is not there before it was made', () => {
    const message = index.record.messages.findIndex((one) => one.kind === 'dsn')
    expect(bounceText(index, message, seconds(5))).toBe('')
    expect(bounceText(index, 0, END)).toBe('')
  })
})

describe('the report after five days of silence', () => {
  it('keeps a status of trying although the action is failed', () => {
    const down = { kind: 'power', host: 'mx', power: 'refused' } as const
    const again = { kind: 'power', host: 'mx', power: 'up' } as const
    const acts = [
      [seconds(3), down],
      [seconds(5), writes('bob@college.example')],
      [days(6), again],
    ] as const
    const status = after(report(runWorld(twoRoads, 'relayed', acts)), 'Action')
    expect(status.slice(0, 4)).toEqual([
      'Action: failed',
      'Status: 4.4.1',
      'Diagnostic-Code: X-Postfix; connect to mx.college.example[192.0.2.130]:25:',
      '    Connection refused',
    ])
  })

  it('comes sooner where the server was told to give up sooner', () => {
    const acts = [
      [0, { kind: 'set', path: 'relay.queue.lifetime', value: hours(1) }],
      [seconds(3), { kind: 'power', host: 'mx', power: 'unreachable' }],
      [seconds(5), writes('bob@college.example')],
      [days(1), { kind: 'power', host: 'mx', power: 'up' }],
    ] as const
    const text = report(runWorld(twoRoads, 'relayed', acts)).join('\n')
    expect(text).toContain('Connection timed out')
  })
})
