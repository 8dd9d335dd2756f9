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
import { worldFor, type Wanted } from '../../helpers/runs.ts'

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
    for (let n = 0; n < 250; n++)
      for (const log of logsOf(randomRun(n), hours(8))) {
        lines += log.length
        expect(faults(log), `random run ${n}`).toEqual([])
      }
    expect(lines).toBeGreaterThan(20_000)
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

/** The lines of one host's log, without date, process ids and queue ids. */
function told(of: string, host: string, wanted: Wanted): string[] {
  const { index } = worldFor(of, 'relayed', wanted)
  return mailLog(index, Infinity)
    .map(({ text }) => text.slice(16))
    .filter((line) => line.startsWith(`${host} `))
    .map((line) => line.slice(`${host} postfix/`.length).replace(/\[\d+\]: /, ': '))
    .map((line) => line.replaceAll(/[0-9A-F]{11,16}/g, 'ID'))
}

const MX = 'mx.college.example[192.0.2.130]'
const RELAY = 'smtp.school.example[192.0.2.25]'

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

/** The exchanger has that trouble, and the other one refuses connections. */
const troubled = (trouble: string): Wanted => ({
  set: {
    'mx.trouble': trouble,
    'mx.outage.lasts': '0 s',
    'backup.outage.lasts': '1 d',
    'relay.queue.lifetime': '0 s',
  },
})

describe('a host that is tried in vain before another one', () => {
  it.each([
    ['greeting-421', `host ${MX} refused to talk to me: 421 4.3.2 mx.college.example Service not`],
    ['greeting-554', `host ${MX} refused to talk to me: 554 mx.college.example No SMTP service`],
    ['hello-421', `host ${MX} refused to talk to me: 421 4.3.2`],
    ['hello-550', `host ${MX} refused to talk to me: 550 5.7.1 <smtp.school.example>: Helo`],
    ['hello-drop', `lost connection with ${MX} while performing the EHLO handshake`],
    [
      'mail-451',
      `host ${MX} said: 451 4.3.0 <alice@school.example>: Temporary lookup failure (in reply to MAIL FROM command)`,
    ],
    [
      'rcpt-452',
      `host ${MX} said: 452 4.2.2 <bob@college.example>: Mailbox full (in reply to RCPT TO command)`,
    ],
    [
      'data-451',
      `host ${MX} said: 451 4.3.0 <DATA>: Data command rejected: Temporary lookup failure (in reply to DATA command)`,
    ],
    [
      'content-451',
      `host ${MX} said: 451 4.3.0 Error: queue file write error (in reply to end of DATA command)`,
    ],
  ])('leaves a line: %s', (trouble, text) => {
    const log = told('backup-mx', 'smtp', troubled(trouble))
    const first = log.findIndex((line) => line.startsWith('smtp: '))
    expect(log[first]).toContain(`smtp: ID: ${text}`)
    const next = 'connect to mx2.neighbour.example[198.51.100.20]:25: Connection refused'
    expect(log[first + 1]).toBe(`smtp: ${next}`)
    expect(log[first + 2]).toMatch(/^smtp: ID: to=<bob@college.example>, relay=none, /)
    expect(log[first + 2]).toContain(`dsn=4.4.1, status=deferred (${next})`)
  })

  it.each(['mail-550', 'data-554', 'content-554'])(
    'is the last one after a final no: %s',
    (one) => {
      const log = told('backup-mx', 'smtp', troubled(one)).filter((line) =>
        line.startsWith('smtp: '),
      )
      expect(log[0]).toMatch(/to=<bob@college.example>.* dsn=5\.\d\.\d, status=bounced \(host mx/)
    },
  )

  it('leaves one without a queue id where nobody is there', () => {
    const log = told('backup-mx', 'smtp', {})
    expect(log[5]).toBe(`smtp: connect to ${MX}:25: Connection refused`)
    expect(log[6]).toMatch(/relay=mx2\.neighbour\.example\[198\.51\.100\.20\]:25, .* status=sent/)
  })
})

describe('what a server refuses', () => {
  it.each([
    [
      'greeting-554',
      `CONNECT from ${RELAY}: 554 mx.college.example No SMTP service here; proto=SMTP`,
    ],
    [
      'hello-550',
      `EHLO from ${RELAY}: 550 5.7.1 <smtp.school.example>: Helo command rejected: Access denied; proto=SMTP helo=<smtp.school.example>`,
    ],
    [
      'mail-550',
      `MAIL from ${RELAY}: 550 5.7.1 <alice@school.example>: Sender address rejected: Access denied; from=<alice@school.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
    [
      'data-554',
      `DATA from ${RELAY}: 554 5.7.1 <DATA>: Data command rejected: Access denied; from=<alice@school.example> to=<bob@college.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
    [
      'content-554',
      `END-OF-MESSAGE from ${RELAY}: 554 5.6.0 Error: message content rejected; from=<alice@school.example> to=<bob@college.example> proto=ESMTP helo=<smtp.school.example>`,
    ],
  ])('is logged with what is known: %s', (trouble, text) => {
    expect(told('backup-mx', 'mx', troubled(trouble))).toContain(`smtpd: NOQUEUE: reject: ${text}`)
  })

  it('has no sender where the declared size was too big', () => {
    const log = told('two-roads', 'smtp', { set: { 'relay.size-limit': '100' } })
    expect(log).toContain(
      'smtpd: NOQUEUE: reject: MAIL from unknown[203.0.113.25]: 552 5.3.4 Message size exceeds ' +
        'fixed limit; proto=ESMTP helo=<laptop.home.example>',
    )
  })

  it('counts what was refused', () => {
    expect(told('backup-mx', 'mx', troubled('content-554'))).toContain(
      `smtpd: disconnect from ${RELAY} ehlo=1 mail=1 rcpt=1 data=0/1 quit=1 commands=4/5`,
    )
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

describe('a site that is left alone', () => {
  it('has its mail put off by the retry service, with the failure behind it', () => {
    const set = { 'mx.outage.lasts': '1 d', 'relay.queue.concurrency': '1' }
    const send = (n: number) =>
      [
        n,
        {
          kind: 'send',
          host: 'laptop',
          from: 'alice@school.example',
          to: ['dana@college.example'],
          subject: 'Hello',
        },
      ] as const
    const log = told('two-roads', 'smtp', { set, acts: [send(10_000), send(20_000)] })
    const held = log.filter((line) => line.startsWith('error: '))
    expect(held.length).toBeGreaterThan(1)
    for (const line of held)
      expect(line).toMatch(
        /^error: ID: to=<dana@college.example>, relay=none, .*, dsn=4\.4\.1, status=deferred \(delivery temporarily suspended: connect to mx\.college\.example\[192\.0\.2\.130\]:25: Connection refused\)$/,
      )
  })

  it('or by a transport that waits to be asked', () => {
    const set = { 'backup.hold': 'until-asked' }
    const log = told('backup-mx', 'mx2', { set })
    expect(log[4]).toMatch(
      /^error: ID: to=<bob@college.example>, relay=none, .* dsn=4\.3\.2, status=deferred \(deferred transport\)$/,
    )
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

describe('sessions that end badly', () => {
  const day = { acts: [[40, { kind: 'lid', host: 'laptop', closed: true }]] } as const

  it('time out where the client cannot say that it is gone', () => {
    const log = told('two-roads', 'smtp', day)
    expect(log.slice(0, 3)).toEqual([
      'smtpd: connect from unknown[203.0.113.25]',
      'smtpd: timeout after CONNECT from unknown[203.0.113.25]',
      'smtpd: disconnect from unknown[203.0.113.25] commands=0/0',
    ])
  })

  it('begin with a password that is refused', () => {
    const base = worldFor('two-roads', 'relayed').run.scenario
    const hosts = base.hosts.map((host) => ({ ...host, account: 'mallory@school.example' }))
    const { index } = worldFor({ ...base, hosts }, 'relayed')
    const log = mailLog(index, Infinity).map((line) => line.text)
    expect(log.join('\n')).toContain(
      ': warning: unknown[203.0.113.25]: SASL PLAIN authentication failed: authentication failure',
    )
  })
})
