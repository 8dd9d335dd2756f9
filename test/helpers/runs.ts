/** Runs for tests: a built-in scenario with some settings and acts, and what came of it. */
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { optionsOf } from '../../src/sim/options.ts'
import { readValue } from '../../src/sim/policy/options.ts'
import { recordOf } from '../../src/sim/record.ts'
import { reportOf, runToEnd, type MessageRow, type Report } from '../../src/sim/report.ts'
import { worldsOf, type Act, type Intervention, type Road, type Run } from '../../src/sim/run.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../src/sim/simulation.ts'

export interface Wanted {
  readonly seed?: number
  readonly road?: Road
  /** Written values by path. */
  readonly set?: Readonly<Record<string, string>>
  readonly acts?: readonly (readonly [atMs: number, act: Act])[]
}

export function scenarioOf(id: string): ScenarioFile {
  const found = SCENARIOS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no scenario ${id}`)
  return found
}

export function runOf(of: string | ScenarioFile, wanted: Wanted = {}): Run {
  const scenario = typeof of === 'string' ? scenarioOf(of) : of
  const interventions: Intervention[] = [
    { at: 0, act: { kind: 'road', road: wanted.road ?? 'both' } },
  ]
  for (const [path, text] of Object.entries(wanted.set ?? {}))
    interventions.push({ at: 0, act: { kind: 'set', path, value: valueOf(scenario, path, text) } })
  for (const [at, act] of wanted.acts ?? []) interventions.push({ at, act })
  return { scenario, seed: wanted.seed ?? 1, interventions }
}

export function valueOf(scenario: ScenarioFile, path: string, text: string) {
  const option = optionsOf(scenario).find((one) => one.path === path)
  const value = option === undefined ? null : readValue(option.spec, text)
  if (value === null) throw new Error(`cannot set ${path}=${text}`)
  return value
}

export function reportFor(of: string | ScenarioFile, wanted: Wanted = {}): Report {
  const run = runOf(of, wanted)
  return reportOf(run, runToEnd(run), Object.keys(wanted.set ?? {}))
}

/** The rows of one world. */
export function rowsFor(
  of: string | ScenarioFile,
  world: string,
  wanted: Wanted = {},
): readonly MessageRow[] {
  const found = reportFor(of, wanted).worlds[world]
  if (found === undefined) throw new Error(`no world ${world}`)
  return found.messages
}

/** One world, run to its end. */
export function worldFor(
  of: string | ScenarioFile,
  world: string,
  wanted: Wanted = {},
): { simulation: Simulation; index: FactIndex; run: Run } {
  const run = runOf(of, wanted)
  const plan = worldsOf(run.scenario, 'both').find((one) => one.id === world)
  if (plan === undefined) throw new Error(`no world ${world}`)
  const simulation = new Simulation(run, plan)
  simulation.run()
  return { simulation, index: new FactIndex(recordOf(run, simulation)), run }
}
