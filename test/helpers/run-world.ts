/** A world of a scenario, run to its end. */
import { present } from '../../src/sim/assert.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Act, type Intervention, type Run } from '../../src/sim/run.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import type { Instant } from '../../src/sim/units.ts'

export function runWorld(
  scenario: ScenarioFile,
  world: string,
  acts: readonly (readonly [Instant, Act])[] = [],
): FactIndex {
  const interventions = acts.map(([at, act]): Intervention => ({ at, act }))
  const run: Run = { scenario, seed: scenario.seed, interventions }
  const plan = worldsOf(scenario, 'both').find((one) => one.id === world)
  const simulation = new Simulation(run, present(plan, world))
  simulation.run()
  return new FactIndex(recordOf(run, simulation))
}

/** Alice writes a message of one's own. */
export const writes = (...to: string[]): Act => ({
  kind: 'send',
  host: 'laptop',
  from: 'alice@school.example',
  to,
  subject: 'Hello',
})
