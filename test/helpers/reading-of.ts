/** Readings by name, as values, of a run that went to its end. */
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { runToEnd } from '../../src/sim/report.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { runOf, type Wanted } from './runs.ts'

/** The value of a reading such as `relayed.@relay.cost`; null where there is none. */
export function readingsFor(
  of: string | ScenarioFile,
  wanted: Wanted = {},
): (path: string) => number | string | null {
  const worlds = runToEnd(runOf(of, wanted)).map((record) => new FactIndex(record))
  return (path) => readMetric(worlds, path, Infinity)?.value ?? null
}
