import { describe, expect, it } from 'vitest'
import { mailLog } from '../../../src/sim/artefacts/mail-log.ts'
import { worldFor, type Wanted } from '../../helpers/runs.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours } from '../../../src/sim/units.ts'

const ID = '[0-9A-F]{6,16}'
const CLIENT = String.raw`[\w.-]+\[\d+\.\d+\.\d+\.\d+\]`
const DELAYS = String.raw`delay=[\d.]+, delays=[\d.]+/[\d.]+/[\d.]+/[\d.]+`
const COUNTS = String.raw`(\w+=\d+(/\d+)? )+commands=\d+(/\d+)?`

/** The lines that Postfix writes, as patterns of our own after its sources and recorded logs. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  smtpd: [
    `connect from ${CLIENT}`,
    `disconnect from ${CLIENT} ${COUNTS}`,
    String.raw`lost connection after [\w-]+ from ${CLIENT}`,
    `${ID}: client=${CLIENT}(, sasl_method=PLAIN, sasl_username=\\S+)?`,
    String.raw`(NOQUEUE|${ID}): reject: RCPT from ${CLIENT}: [45]\d\d [45]\.\d+\.\d+ <\S+>: .+; from=<\S*> to=<\S+> proto=E?SMTP helo=<\S+>`,
  ],
  cleanup: [`${ID}: message-id=<\\S+@\\S+>`],
  qmgr: [
    String.raw`${ID}: from=<\S*>, size=\d+, nrcpt=\d+ \(queue active\)`,
    `${ID}: removed`,
    String.raw`${ID}: from=<\S*>, status=expired, returned to sender`,
  ],
  smtp: [
    String.raw`${ID}: to=<\S+>, relay=(none|\S+\[\S+\]:25), ${DELAYS}, dsn=[245]\.\d+\.\d+, status=(sent|deferred|bounced) \(.+\)`,
  ],
  virtual: [
    String.raw`${ID}: to=<\S+>, relay=virtual, ${DELAYS}, dsn=[25]\.\d\.\d, status=(sent \(delivered to maildir\)|bounced \(.+\))`,
  ],
  bounce: [`${ID}: sender non-delivery notification: ${ID}`],
}

function misshapen(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const match = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \w+ postfix\/(\w+)\[\d+\]: (.*)$/.exec(
      line,
    )
    const shapes = SHAPES[match?.[1] ?? ''] ?? []
    return !shapes.some((shape) => new RegExp(`^${shape}$`).test(match?.[2] ?? ''))
  })
}

const logOf = (id: string, world: string, wanted: Wanted = {}): string[] =>
  mailLog(worldFor(id, world, wanted).index, Infinity).map((line) => line.text)

describe('the mail log', () => {
  it('has Postfix’s shape in every line of many random worlds', () => {
    let lines = 0
    for (let n = 0; n < 60; n++) {
      const run = randomRun(n)
      for (const plan of worldsOf(run.scenario, 'both')) {
        const simulation = new Simulation(run, plan)
        simulation.run(hours(2))
        const log = mailLog(new FactIndex(recordOf(run, simulation)), Infinity)
        lines += log.length
        expect(misshapen(log.map((line) => line.text)), `random run ${n}, ${plan.id}`).toEqual([])
      }
    }
    expect(lines).toBeGreaterThan(2000)
  })

  it('would notice a line of another shape', () => {
    expect(misshapen(['Jun  2 09:00:00 mx postfix/qmgr[1]: 9E3B52CD: vanished'])).toHaveLength(1)
  })

  it('tells of a greylisted message as a real pair of servers does', () => {
    const log = logOf('try-again-later', 'relayed', { set: { 'mx.greylist.delay': '300' } })
    const relay = log
      .filter((line) => line.includes(' smtp postfix/'))
      .map((line) => line.slice(21))
    expect(
      relay.map((line) =>
        line.replaceAll(/\[\d+\]: /g, ': ').replaceAll(new RegExp(ID, 'g'), 'ID'),
      ),
    ).toEqual([
      'postfix/smtpd: connect from unknown[203.0.113.25]',
      'postfix/smtpd: ID: client=unknown[203.0.113.25], sasl_method=PLAIN, sasl_username=alice@school.example',
      expect.stringMatching(/^postfix\/cleanup: ID: message-id=<\S+>$/),
      expect.stringMatching(
        /^postfix\/qmgr: ID: from=<alice@school.example>, size=\d+, nrcpt=1 \(queue active\)$/,
      ),
      'postfix/smtpd: disconnect from unknown[203.0.113.25] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8',
      expect.stringMatching(
        /dsn=4\.2\.0, status=deferred \(host mx\.college\.example\[192\.0\.2\.130\] said: 450 4\.2\.0 .* \(in reply to RCPT TO command\)\)$/,
      ),
      expect.stringMatching(/queue active/),
      expect.stringMatching(/dsn=2\.0\.0, status=sent \(250 2\.0\.0 Ok: queued as ID\)$/),
      'postfix/qmgr: ID: removed',
    ])
  })

  it('tells of expiry and of the report', () => {
    const set = { 'mx.outage.lasts': '6 d', 'relay.queue.lifetime': '1000' }
    const log = logOf('two-roads', 'relayed', { set }).join('\n')
    expect(log).toContain(
      'status=deferred (connect to mx.college.example[192.0.2.130]:25: Connection refused)',
    )
    expect(log).toMatch(/from=<alice@school.example>, status=expired, returned to sender/)
    expect(log).toMatch(/sender non-delivery notification: /)
  })
})
