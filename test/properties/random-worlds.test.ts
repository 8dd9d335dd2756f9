import { describe, expect, it } from 'vitest'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { unlawful } from '../helpers/lawful.ts'
import { randomRun } from '../helpers/random-world.ts'
import { brokenQueues } from '../helpers/structure.ts'
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
  const found = [...broken, ...unlawful(simulation, facts)]
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
    if (process.env['SHOW'] !== undefined) console.log({ ended, cut, facts })
    expect(broken).toEqual([])
    // The worlds are worth the trouble: many end, few are cut off, and much happens.
    expect(ended).toBeGreaterThan(RUNS / 2)
    expect(facts).toBeGreaterThan(100 * RUNS)
  }, 240_000)
})
