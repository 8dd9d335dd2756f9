import { describe, expect, it } from 'vitest'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import {
  dialledTooEarly,
  earlyDials,
  LAWFUL,
  lawOfHost,
  unlawful,
  unlawfulUnder,
} from '../helpers/lawful.ts'
import { randomRun } from '../helpers/random-world.ts'
import { brokenQueues } from '../helpers/structure.ts'
import type { Fact } from '../../src/sim/facts/fact.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Run, type WorldPlan } from '../../src/sim/run.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { hours, minutes } from '../../src/sim/units.ts'

const RUNS = 2500
const UNTIL = hours(6)
/** A few worlds try every second for hours: more of the same shows nothing new. */
const LIMITS = { events: 12_000, facts: 12_000, messages: 1000 }
/** When the queues are looked at: in the middle of the first sessions, and later. */
const STOPS = [130, 211, 402, minutes(1), minutes(20), hours(2), UNTIL]

interface Lived {
  readonly simulation: Simulation
  readonly index: FactIndex
  readonly run: Run
  readonly broken: readonly string[]
}

function live(run: Run, plan: WorldPlan): Lived {
  const simulation = new Simulation(run, plan, LIMITS)
  const broken: string[] = []
  for (const stop of STOPS) {
    simulation.run(stop)
    if (simulation.world.limit >= 0) break
    for (const wrong of brokenQueues(simulation)) broken.push(`at ${stop} ms ${wrong}`)
  }
  return { simulation, run, broken, index: new FactIndex(recordOf(run, simulation)) }
}

/** Both worlds of a random run. */
const worldsOfNumber = (n: number): Lived[] => {
  const run = randomRun(n)
  return worldsOf(run.scenario, 'both').map((plan) => live(run, plan))
}

/** Everything that is wrong with a world. */
function faultsOf({ simulation, index, run, broken }: Lived): string[] {
  const facts = factsOf(index)
  const early = dialledTooEarly(simulation, index, facts)
  const found = [...broken, ...unlawful(simulation, facts), ...early]
  for (const [name, check] of Object.entries(INVARIANTS))
    for (const wrong of check(index, facts, simulation, run)) found.push(`${name}: ${wrong}`)
  return found.map((text) => `random run ${run.scenario.id}, world ${simulation.plan.id}: ${text}`)
}

describe('random worlds', () => {
  it(`keep every invariant in ${2 * RUNS} worlds`, () => {
    const broken: string[] = []
    let [ended, cut, facts] = [0, 0, 0]
    for (let n = 0; n < RUNS && broken.length < 10; n++)
      for (const lived of worldsOfNumber(n)) {
        broken.push(...faultsOf(lived).slice(0, 3))
        facts += lived.index.record.facts.length
        if (lived.simulation.world.limit >= 0) cut++
        else if (lived.simulation.ended) ended++
      }
    expect(broken).toEqual([])
    // The worlds are worth the trouble: many end, few are cut off, and much happens.
    expect(ended).toBeGreaterThan(RUNS / 2)
    expect(cut).toBeLessThan(RUNS / 20)
    expect(facts).toBeGreaterThan(100 * RUNS)
  }, 240_000)
})

describe('a broken law', () => {
  const worlds = Array.from({ length: 150 }, (_, n) => worldsOfNumber(n)).flat()
  const laws = Object.keys(LAWFUL)
  /** Hosts that have deferred something under a law, in their worlds. */
  const under = (law: string) =>
    worlds.flatMap((lived) =>
      lived.simulation.world.hosts
        .filter((host) => lawOfHost(host) === law)
        .map((host) => ({ ...lived, host, facts: factsOf(lived.index) })),
    )

  it.each(laws)('%s: a try that comes a moment late would be noticed', (law) => {
    const noticed = under(law).filter(({ simulation, host, facts }) => {
      const late = facts.map((fact) =>
        fact.kind === 'queue' && fact.state === 'deferred' && fact.nextTryIn > 0
          ? { ...fact, nextTryIn: fact.nextTryIn + (fact.at % 7) + 1 }
          : fact,
      )
      return unlawfulUnder(law, host, simulation, late).length > 0
    })
    expect(noticed.length).toBeGreaterThan(2)
  })

  it.each(laws)('%s: any other law would be noticed', (law) => {
    // Exim's ticks are Sendmail's, too; which of them counts is asked below.
    const others = laws.filter(
      (other) => other !== law && !(law === 'exim' && other === 'sendmail'),
    )
    const unnoticed = others.filter((other) =>
      under(other).every(
        ({ simulation, host, facts }) => unlawfulUnder(law, host, simulation, facts).length === 0,
      ),
    )
    expect(unnoticed).toEqual([])
  })

  it('exim: a host that is tried again too early would be noticed', () => {
    const early = under('postfix').filter(
      ({ host, index, facts }) => earlyDials(host.index, index, facts).length > 0,
    )
    expect(early.length).toBeGreaterThan(2)
  })
})

describe('broken worlds', () => {
  /** A world in which something happens to many facts. */
  const noticed = (name: keyof typeof INVARIANTS, change: (facts: Fact[]) => Fact[]): number =>
    Array.from({ length: 60 }, (_, n) => worldsOfNumber(n)[1]!).filter(
      ({ index, simulation, run }) =>
        INVARIANTS[name]!(index, change(factsOf(index)), simulation, run).length > 0,
    ).length

  const twice =
    (kind: Fact['kind']) =>
    (facts: Fact[]): Fact[] =>
      facts.flatMap((fact): Fact[] => (fact.kind === kind ? [fact, fact] : [fact]))

  it.each<[string, (facts: Fact[]) => Fact[]]>([
    ['there are no copies without a reason', twice('mailbox')],
    [
      'what was accepted is not lost',
      (facts) => facts.map((fact) => (fact.kind === 'end' ? { ...fact, outcome: 'lost' } : fact)),
    ],
    [
      'nothing is sent over a line that is not there',
      (facts) => facts.filter((fact) => fact.kind !== 'host' || fact.state !== 'up'),
    ],
    [
      'queue ids are unique',
      (facts) => facts.map((fact) => (fact.kind === 'queue' ? { ...fact, queueId: 7 } : fact)),
    ],
    ['every accepted message ends exactly once', twice('end')],
    [
      'nobody passes greylisting from a network that has not waited',
      (facts) => facts.filter((fact) => fact.kind !== 'finding' || fact.passes),
    ],
    ['who comes back from the same network is known', twice('finding')],
    ['facts are in order of time', (facts) => facts.toReversed()],
  ])('would be noticed: %s', (name, change) => {
    expect(noticed(name, change)).toBeGreaterThan(5)
  })
})
