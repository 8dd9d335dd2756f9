import { describe, expect, it } from 'vitest'
import { bounceText } from '../../../src/sim/artefacts/bounce.ts'
import { messageSource } from '../../../src/sim/artefacts/source.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import type { ScenarioFile } from '../../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { scenario as twoRoads } from '../../../src/sim/scenarios/two-roads/scenario.ts'
import { days, hours, seconds } from '../../../src/sim/units.ts'
import { day } from '../../helpers/day.ts'
import { parseReport, type ParsedReport } from '../../helpers/mime-report.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { worldFor, type Wanted } from '../../helpers/runs.ts'
import { runWorld, writes } from '../../helpers/run-world.ts'

const END = days(40)
/** Mail is given up at its first failure. */
const QUICK = { 'relay.queue.lifetime': '0 s' }

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
    expect(source?.text.split('\r\n').slice(0, 7)).toEqual([
      'Return-Path: <>',
      'X-Original-To: alice@school.example',
      'Delivered-To: alice@school.example',
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

/** Reports of a world, in the order in which they were made. */
function reportsOf(index: FactIndex): ParsedReport[] {
  return index.record.messages.flatMap((one, message) =>
    one.kind === 'dsn' ? [parseReport(bounceText(index, message, END))] : [],
  )
}

const reportsFor = (of: string | ScenarioFile, wanted: Wanted): ParsedReport[] =>
  reportsOf(worldFor(of, 'relayed', wanted).index)

describe('the warning of a delay', () => {
  const set = { 'mx.outage.lasts': '6 h', 'relay.queue.delay-warning': '4 h' }
  const [warning, ...others] = reportsFor('two-roads', { set })

  it('says until when it is tried, and sends only the header back', () => {
    expect(others).toEqual([])
    expect(warning?.header['subject']).toBe('Delayed Mail (still being retried)')
    expect(warning?.types).toEqual([
      'text/plain; charset=us-ascii',
      'message/delivery-status',
      'text/rfc822-headers',
    ])
    expect(warning?.message).toEqual({
      'reporting-mta': 'dns; smtp.school.example',
      'x-postfix-queue-id': '9E3B52CD42001',
      'x-postfix-sender': 'rfc822; alice@school.example',
      'arrival-date': 'Tue, 02 Jun 2026 09:00:00 +0000 (UTC)',
    })
    expect(warning?.recipients).toEqual([
      {
        'final-recipient': 'rfc822; bob@college.example',
        'original-recipient': 'rfc822;bob@college.example',
        action: 'delayed',
        status: '4.4.1',
        'diagnostic-code':
          'X-Postfix; connect to mx.college.example[192.0.2.130]:25: Connection refused',
        'will-retry-until': 'Sun, 07 Jun 2026 09:00:00 +0000 (UTC)',
      },
    ])
    expect(warning?.human).toContain('only a warning')
    expect(warning?.human).toContain('for 4 hours')
    expect(warning?.original).toContain('Subject: Lunch?')
    expect(warning?.original.filter((line) => line !== '').at(-1)).toMatch(/^Content-Type:/)
  })

  it('counts from the lifetime that is set when it is written', () => {
    const half = { ...set, 'relay.queue.lifetime': '12 h' }
    const [one] = reportsFor('two-roads', { set: half })
    expect(one?.recipients[0]?.['will-retry-until']).toMatch(/^Tue, 02 Jun 2026 21:00:00/)
  })
})

describe('a report', () => {
  it('names only those who failed', () => {
    const to = ['bob@college.example', 'ghost@college.example', 'x@nowhere.example']
    const [one, ...others] = reportsFor(day(null, { to }), {})
    expect(others).toEqual([])
    const named = one?.recipients.map((each) => each['final-recipient'])
    expect(named).toEqual(['rfc822; ghost@college.example', 'rfc822; x@nowhere.example'])
    expect(one?.human).not.toContain('<bob@')
    expect(one?.recipients[1]).toEqual({
      'final-recipient': 'rfc822; x@nowhere.example',
      'original-recipient': 'rfc822;x@nowhere.example',
      action: 'failed',
      status: '5.4.4',
      'diagnostic-code':
        'X-Postfix; Host or domain name not found. Name service error for ' +
        'name=nowhere.example type=MX: Host not found',
    })
  })

  it.each([
    [50_000, 'message/rfc822'],
    [50_001, 'text/rfc822-headers'],
  ])('about a message of %i octets has the original as %s', (octets, type) => {
    const [one] = reportsFor(day(null, { to: ['ghost@college.example'], octets }), {})
    expect(one?.types[2]).toBe(type)
  })

  it('of a backup comes from that one, with the whole way so far', () => {
    const [one] = reportsFor('backup-mx', {})
    expect(one?.message['reporting-mta']).toBe('dns; mx2.neighbour.example')
    expect(one?.recipients[0]).toMatchObject({
      status: '5.1.1',
      'remote-mta': 'dns; mx.college.example',
      'diagnostic-code': expect.stringMatching(/^smtp; 550 5\.1\.1 <bbo@college\.example>: /),
    })
    expect(one?.human).toContain('(in reply to RCPT TO command)')
    const hops = one?.original.filter((line) => line.startsWith('Received:'))
    expect(hops).toEqual([
      'Received: from smtp.school.example (smtp.school.example [192.0.2.25])',
      'Received: from laptop.home.example (unknown [203.0.113.25])',
    ])
  })

  it('keeps the server’s words and takes its 5 for a 4 where another might talk to us', () => {
    const set = { 'mx.trouble': 'greeting-554', 'relay.queue.lifetime': '0 s' }
    const [one] = reportsFor(day(null), { set })
    expect(one?.recipients[0]).toMatchObject({
      action: 'failed',
      status: '4.0.0',
      'remote-mta': 'dns; mx.college.example',
      'diagnostic-code': 'smtp; 554 mx.college.example No SMTP service here',
    })
    expect(one?.human).toContain('refused to talk to me: 554')
  })

  it('about mail that was put off untried tells of the failure behind it', () => {
    const set = { 'mx.outage.lasts': '1 d', 'relay.queue.concurrency': '1', ...QUICK }
    const act = (n: number) => [seconds(n), writes('dana@college.example')] as const
    const reports = reportsFor('two-roads', { set, acts: [act(10), act(20)] })
    expect(reports.at(-1)?.recipients[0]).toMatchObject({
      action: 'failed',
      status: '4.4.1',
      'diagnostic-code':
        'X-Postfix; delivery temporarily suspended: ' +
        'connect to mx.college.example[192.0.2.130]:25: Connection refused',
    })
  })

  it('is a report in every random world, about recipients of its message', () => {
    let count = 0
    for (let n = 0; n < 120; n++) {
      const run = randomRun(n)
      for (const plan of worldsOf(run.scenario, 'both')) {
        const simulation = new Simulation(run, plan)
        simulation.run(hours(8))
        const index = new FactIndex(recordOf(run, simulation))
        index.record.messages.forEach((one, message) => {
          if (one.kind !== 'dsn') return
          const where = `random run ${n}, ${plan.id}, ${one.id}`
          const parsed = parseReport(bounceText(index, message, END))
          const { recipients } = index.record.messages[one.about]!
          const named = parsed.recipients.map((each) => each['final-recipient']?.slice(8) ?? '')
          expect(named.length, where).toBeGreaterThan(0)
          expect(recipients, where).toEqual(expect.arrayContaining(named))
          for (const each of parsed.recipients) {
            expect(each['action'], where).toBe(one.action)
            expect(each['status'], where).toMatch(one.action === 'delayed' ? /^4/ : /^[45]/)
          }
          count++
        })
      }
    }
    expect(count).toBeGreaterThan(50)
  })
})
