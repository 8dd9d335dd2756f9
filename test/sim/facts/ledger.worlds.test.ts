import { describe, expect, it } from 'vitest'
import { CONNECTION_ENDS, HOST_STATES, KIND } from '../../../src/sim/facts/fact.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { ledgerAt, type HostLedger } from '../../../src/sim/facts/ledger.ts'
import { dialogue } from '../../../src/sim/facts/transcript.ts'
import { VERBS } from '../../../src/sim/mail/smtp/command.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours, minutes, seconds } from '../../../src/sim/units.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { CLIENT, SERVER, Tale } from '../../helpers/tale.ts'
import { runWorld } from '../../helpers/run-world.ts'
import { scenarioOf } from '../../helpers/runs.ts'

describe('two roads', () => {
  it('the straight session, counted by hand from its golden transcript', () => {
    const [laptop, , mx] = ledgerAt(runWorld(scenarioOf('two-roads'), 'direct'), seconds(10))
    // EHLO 26, MAIL 43, RCPT 31, DATA 6, content 273, QUIT 6
    const said = 26 + 43 + 31 + 6 + 273 + 6
    // greeting 38, EHLO 155, MAIL and RCPT 14 each, DATA 37, queued 39, bye 15
    const answered = 38 + 155 + 14 + 14 + 37 + 39 + 15
    expect(laptop).toEqual({
      host: 0,
      octetsOut: said,
      octetsIn: answered,
      sessions: 1,
      connectedMs: 340 - 40,
      peakSessions: 0,
      awakeForMailMs: 310,
      calls: 0,
      callMs: 0,
      cents: 0,
      attempts: 1,
      queuePeak: 1,
    })
    expect(mx).toMatchObject({
      octetsOut: answered,
      octetsIn: said,
      sessions: 1,
      connectedMs: 340 - 70,
      peakSessions: 1,
      awakeForMailMs: 0,
    })
  })

  it('the relay is needed from its 250 to the one of the mail exchanger', () => {
    const [laptop, relay] = ledgerAt(runWorld(scenarioOf('two-roads'), 'relayed'), seconds(10))
    expect(laptop!.awakeForMailMs).toBe(275)
    expect(relay).toMatchObject({ awakeForMailMs: 475 - 275, sessions: 2, peakSessions: 1 })
  })
})

/** Longer worlds say nothing new here, and printing all of their sessions takes its time. */
const FACTS_MAX = 20_000

/** Every world of some random runs and of the scenarios. */
function* worlds(): Generator<FactIndex> {
  const runs = Array.from({ length: 16 }, (_, n) => randomRun(n))
  for (const scenario of SCENARIOS) runs.push({ scenario, seed: scenario.seed, interventions: [] })
  for (const run of runs)
    for (const plan of worldsOf(run.scenario, 'both')) {
      const simulation = new Simulation(run, plan)
      simulation.run(hours(6))
      const { facts } = simulation.chronicle
      if (facts.length < FACTS_MAX) yield new FactIndex(recordOf(run, simulation))
    }
}

const sum = (ledger: readonly HostLedger[], key: 'octetsOut' | 'octetsIn'): number =>
  ledger.reduce((total, one) => total + one[key], 0)

/** Octets of all lines of a world, as they are printed. */
function printed(index: FactIndex): number {
  let octets = 0
  index.connections.forEach((_, connection) => {
    for (const { who, verb, text } of dialogue(index, connection, Infinity).lines) {
      if (who === 'note') continue
      octets += verb === 'CONTENT' && who === 'C' ? Number.parseInt(text.slice(1), 10) + 3 : 0
      octets += verb === 'CONTENT' && who === 'C' ? 0 : text.length + 2
    }
  })
  return octets
}

describe('any world', () => {
  it('sends what its transcripts print, and receives no more; all of it when nobody is gone', () => {
    let calm = 0
    for (const index of worlds()) {
      const { facts } = index.record
      const ledger = ledgerAt(index, facts.at(facts.length - 1) + minutes(1))
      expect(sum(ledger, 'octetsOut')).toBe(printed(index))
      expect(sum(ledger, 'octetsIn')).toBeLessThanOrEqual(sum(ledger, 'octetsOut'))
      if (isTroubled(index, ledger)) continue
      calm++
      expect(sum(ledger, 'octetsIn')).toBe(sum(ledger, 'octetsOut'))
    }
    expect(calm).toBeGreaterThan(5)
  })

  it.each(['transfer', 'submission', 'fetch', 'odmr'] as const)(
    'counts every verb of a %s',
    (aim) => {
      const tale = new Tale().attempt(0, 0, CLIENT, aim).connect(0, 0, 0, SERVER).accept(1, 0)
      tale.answers(2, 0, 'greeting')
      VERBS.forEach((verb, i) => tale.says(3 + i, 0, verb, 1).answers(3 + i, 0, 'ok'))
      const index = tale.index()
      expect(sum(ledgerAt(index, 1000), 'octetsOut')).toBe(printed(index))
      expect(sum(ledgerAt(index, 1000), 'octetsIn')).toBe(printed(index))
    },
  )

  it('forwards, backwards and by jumps the same instant shows the same', () => {
    const index = runWorld(scenarioOf('the-lid-closes'), 'relayed')
    const instants = [0, 300, seconds(50), seconds(400), seconds(2000), hours(10)]
    const fresh = instants.map((t) => ledgerAt(new FactIndex(index.record), t))
    for (const i of [0, 1, 2, 3, 4, 5, 2, 4, 1, 0, 5])
      expect(ledgerAt(index, instants[i]!)).toEqual(fresh[i])
  })
})

const GONE = (['asleep', 'unreachable', 'offline'] as const).map((one) => HOST_STATES.indexOf(one))

/** Whether a host that was in a session was out of reach at any time, or a session went down. */
function isTroubled({ record: { facts } }: FactIndex, ledger: readonly HostLedger[]): boolean {
  const lost = CONNECTION_ENDS.indexOf('lost connection')
  for (let i = 0; i < facts.length; i++) {
    const [a, b] = [facts.lane(i, 0), facts.lane(i, 1)]
    if (facts.kind(i) === KIND.host && GONE.includes(b) && ledger[a]!.sessions > 0) return true
    if (facts.kind(i) === KIND.close && b === lost) return true
  }
  return false
}
