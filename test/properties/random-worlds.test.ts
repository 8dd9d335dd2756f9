import { describe, expect, it } from 'vitest'
import { clamp } from '../helpers/clamp.ts'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { randomRun } from '../helpers/random-world.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import type { Fact } from '../../src/sim/facts/fact.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Run } from '../../src/sim/run.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { hours } from '../../src/sim/units.ts'

const RUNS = 1000
const UNTIL = hours(6)

/** Both worlds of a random run, so 2,000 worlds in all. */
function worldsOfNumber(n: number): { simulation: Simulation; index: FactIndex; run: Run }[] {
  const run = randomRun(n)
  return worldsOf(run.scenario, 'both').map((plan) => {
    const simulation = new Simulation(run, plan)
    simulation.run(UNTIL)
    return { simulation, index: new FactIndex(recordOf(run, simulation)), run }
  })
}

/** Gaps of the relay's queue that Postfix's law does not explain. */
function unlawfulGaps(simulation: Simulation, facts: readonly Fact[]): string[] {
  const relay = simulation.world.hosts.find((host) => host.id === 'relay')!
  const law = relay.config as Record<string, number>
  const wrong: string[] = []
  const arrived = new Map<number, number>()
  let phase: number | null = null
  for (const fact of facts) {
    if (fact.kind !== 'queue' || fact.host !== relay.index) continue
    if (!arrived.has(fact.queueId)) arrived.set(fact.queueId, fact.at)
    if (fact.state !== 'deferred' || fact.nextTryIn === 0) continue
    const period = law['queueRunDelayMs']!
    const next = fact.at + fact.nextTryIn
    const due = fact.at + clamp(fact.at - arrived.get(fact.queueId)!, law)
    phase ??= next % period
    // The next scan at or after failure + clamp(age), on the one grid of this queue manager.
    if (next % period !== phase || next < due || next - due >= period)
      wrong.push(`deferred at ${fact.at}, due ${due}, next ${next}, phase ${phase}`)
  }
  return wrong
}

describe('random worlds', () => {
  it(`keep every invariant in ${2 * RUNS} worlds`, () => {
    const broken: string[] = []
    let ended = 0
    let facts = 0
    for (let n = 0; n < RUNS && broken.length < 10; n++)
      for (const { simulation, index, run } of worldsOfNumber(n)) {
        const list = factsOf(index)
        facts += list.length
        if (simulation.ended) ended++
        const where = `random run ${n}, world ${simulation.plan.id}`
        for (const [name, check] of Object.entries(INVARIANTS))
          for (const wrong of check(index, list, simulation, run))
            broken.push(`${where}: ${name}: ${wrong}`)
        for (const wrong of unlawfulGaps(simulation, list)) broken.push(`${where}: ${wrong}`)
      }
    expect(broken).toEqual([])
    // The worlds are worth the trouble: many end, and much happens.
    expect(ended).toBeGreaterThan(RUNS / 2)
    expect(facts).toBeGreaterThan(100 * RUNS)
  }, 120_000)

  it('would notice a broken law', () => {
    const lawful = Array.from({ length: 60 }, (_, n) => worldsOfNumber(n)[1]!)
    const noticed = lawful.filter(({ simulation, index }) => {
      const late = factsOf(index).map((fact) =>
        fact.kind === 'queue' && fact.state === 'deferred' && fact.nextTryIn > 0
          ? { ...fact, nextTryIn: fact.nextTryIn + (fact.at % 7) + 1 }
          : fact,
      )
      return unlawfulGaps(simulation, late).length > 0
    })
    expect(noticed.length).toBeGreaterThan(5)
  })
})
