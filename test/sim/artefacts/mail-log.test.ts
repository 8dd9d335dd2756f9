import { describe, expect, it } from 'vitest'
import { mailLog } from '../../../src/sim/artefacts/mail-log.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf, type Run } from '../../../src/sim/run.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours, type Instant } from '../../../src/sim/units.ts'
import { brokenLives, misshapen, unbalanced } from '../../helpers/log-shapes.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { worldFor } from '../../helpers/runs.ts'
import { told } from '../../helpers/told-log.ts'

/** The logs of every world of a run, each up to an instant. */
function logsOf(run: Run, until: Instant): string[][] {
  return worldsOf(run.scenario, 'both').map((plan) => {
    const simulation = new Simulation(run, plan)
    simulation.run(until)
    const index = new FactIndex(recordOf(run, simulation))
    return mailLog(index, Infinity).map((line) => line.text)
  })
}

const faults = (log: readonly string[]): string[] => [
  ...misshapen(log),
  ...brokenLives(log),
  ...unbalanced(log).closed,
]

describe('the mail log of every host', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    'has Postfix’s shape, and whole lives of queue ids, in %s',
    (_, scenario) => {
      const logs = logsOf({ scenario, seed: 1, interventions: [] }, hours(500))
      for (const log of logs) expect(faults(log)).toEqual([])
      expect(logs.flat().length).toBeGreaterThan(8)
    },
  )

  it('has them in every line of many random worlds', () => {
    let lines = 0
    for (let n = 0; n < 160; n++)
      for (const log of logsOf(randomRun(n), hours(8))) {
        lines += log.length
        expect(faults(log), `random run ${n}`).toEqual([])
      }
    expect(lines).toBeGreaterThan(10_000)
  })
})

const at = (text: string): string => `Jun  2 09:00:00 mx postfix/${text}`

describe('the shapes', () => {
  it.each([
    at(
      'smtp[7]: 0A1B2242001: to=<eve@b.example>, relay=mx.b.example[192.0.2.9]:25, delay=1.1, ' +
        'delays=1/0/0.05/0.05, dsn=4.2.0, status=deferred (host mx.b.example[192.0.2.9] said: ' +
        '450 4.2.0 <eve@b.example>: Recipient address rejected: Greylisted, see ' +
        'http://postgrey.schweikert.ch/help/b.example.html (in reply to RCPT TO command))',
    ),
    at(
      'smtp[7]: 0A1B2242001: to=<eve@b.example>, relay=mx.b.example[192.0.2.9]:25, delay=0.06, ' +
        'delays=0.01/0.02/0.01/0.02, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 2B86C242516)',
    ),
    at('smtpd[7]: disconnect from a.example[192.0.2.7] ehlo=1 mail=1 quit=1 commands=3'),
    at('bounce[7]: 0A1B2242001: sender non-delivery notification: 2B86C242516'),
  ])('know %s', (line) => expect(misshapen([line])).toEqual([]))

  it.each([
    at('qmgr[1]: 9E3B52CD42001: vanished'),
    at('smtp[1]: disconnect from a.example[192.0.2.7] quit=1 commands=1'),
    at(
      'smtp[1]: 9E3B52CD42001: to=<a@b.example>, relay=none, delay=1, delays=0/0/1/0, ' +
        'dsn=5.4.1, status=deferred (connect to a.example[192.0.2.7]:25: Connection refused)',
    ),
  ])('do not know %s', (line) => expect(misshapen([line])).toEqual([line]))

  it('would notice a line after the end', () => {
    const start = at('cleanup[1]: 9E3B52CD42001: message-id=<a@b>')
    const active = at('qmgr[1]: 9E3B52CD42001: from=<>, size=1, nrcpt=1 (queue active)')
    expect(brokenLives([active])).toHaveLength(1)
    expect(brokenLives([start, active, at('qmgr[1]: 9E3B52CD42001: removed')])).toHaveLength(1)
  })
})

describe('a greylisted message', () => {
  it('is told of as a real pair of servers does', () => {
    const log = told('try-again-later', 'smtp', { set: { 'mx.greylist.delay': '300' } })
    expect(log).toEqual([
      'smtpd: connect from unknown[203.0.113.25]',
      'smtpd: ID: client=unknown[203.0.113.25], sasl_method=PLAIN, sasl_username=alice@school.example',
      expect.stringMatching(/^cleanup: ID: message-id=<\S+>$/),
      expect.stringMatching(/^qmgr: ID: from=<alice@school.example>, size=\d+, nrcpt=1 \(/),
      'smtpd: disconnect from unknown[203.0.113.25] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8',
      expect.stringMatching(
        /dsn=4\.2\.0, status=deferred \(host .* \(in reply to RCPT TO command\)\)$/,
      ),
      expect.stringMatching(/queue active/),
      expect.stringMatching(/dsn=2\.0\.0, status=sent \(250 2\.0\.0 Ok: queued as ID\)$/),
      'qmgr: ID: removed',
    ])
  })
})

describe('time that is over', () => {
  const gone = { 'mx.outage.lasts': '6 d', 'relay.queue.lifetime': '1000' }

  it('is told of before the report and the end', () => {
    const log = told('two-roads', 'smtp', { set: gone })
    const expired = log.findIndex((line) => line.includes('status=expired'))
    expect(log.slice(expired)).toEqual([
      'qmgr: ID: from=<alice@school.example>, status=expired, returned to sender',
      'cleanup: ID: message-id=<ID.ID@smtp.school.example>',
      'qmgr: ID: from=<>, size=2600, nrcpt=1 (queue active)',
      'bounce: ID: sender non-delivery notification: ID',
      expect.stringMatching(
        /^virtual: ID: to=<alice@school.example>, relay=virtual, .*\(delivered to/,
      ),
      'qmgr: ID: removed',
      'qmgr: ID: removed',
    ])
  })

  it('is preceded by a warning where there is one', () => {
    const set = { 'mx.outage.lasts': '2 h', 'relay.queue.delay-warning': '1 h' }
    const log = told('two-roads', 'smtp', { set })
    expect(log.filter((line) => line.startsWith('bounce'))).toEqual([
      'bounce: ID: sender delay notification: ID',
    ])
    expect(log.join('\n')).not.toContain('status=expired')
  })
})

describe('mail that goes in a circle', () => {
  it('is bounced by who finds itself in the DNS', () => {
    const log = told('two-roads', 'mx', { set: { 'mx.mailboxes': 'elsewhere' } })
    expect(log.join('\n')).toMatch(
      /relay=none, .*, dsn=5\.4\.6, status=bounced \(mail for college\.example loops back to myself\)/,
    )
  })

  it('is refused after too many hops', () => {
    const set = {
      'mx.mailboxes': 'at-backup',
      'mx.outage.lasts': '0 s',
      'mx.hop-limit': '5',
      'backup.hop-limit': '5',
    }
    const { index } = worldFor('backup-mx', 'relayed', { set })
    const log = mailLog(index, Infinity).map((line) => line.text)
    expect(faults(log)).toEqual([])
    expect(log.join('\n')).toMatch(
      /status=bounced \(host \S+ said: 554 5\.4\.0 Error: too many hops \(in reply to end of DATA command\)\)/,
    )
  })
})
