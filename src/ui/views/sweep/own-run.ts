/** Where the run on the stage stands in a sweep: the value that it has, and what came of it. */
import { useMemo } from 'react'
import { readMetric } from '../../../sim/facts/metrics.ts'
import { optionsOf, type ScenarioOption } from '../../../sim/options.ts'
import type { Intervention } from '../../../sim/run.ts'
import type { ScenarioFile, SweepSpec } from '../../../sim/scenarios/scenario.ts'
import type { Millis } from '../../../sim/units.ts'
import { useLab } from '../../state/store.ts'
import { asOf } from '../as-of.ts'

/** The option that is swept; a scenario that names none that can be has no sweep. */
export function optionOf(scenario: ScenarioFile): ScenarioOption | undefined {
  const { sweep } = scenario
  if (sweep === undefined) return undefined
  const option = optionsOf(scenario).find(({ path }) => path === sweep.path)
  return option?.spec.type === 'duration' ? option : undefined
}

/** What the run on the stage has from its start, and what came of it up to the playhead. */
export function useOwn(
  { path, reading }: SweepSpec,
  { initial }: ScenarioOption,
): { readonly set: Millis; readonly measured: Millis | null } {
  const interventions = useLab((s) => s.interventions)
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const set = setAtStart(interventions, path) ?? Number(initial)
  const measured = useMemo(() => {
    const indexes = asOf(worlds, revision).map(({ index }) => index)
    const message = reading.slice(0, reading.lastIndexOf('.'))
    if (readMetric(indexes, `${message}.outcome`, cursor)?.value !== 'delivered') return null
    const found = readMetric(indexes, reading, cursor)
    return found?.kind === 'time' ? found.value : null
  }, [worlds, revision, cursor, reading])
  return useMemo(() => ({ set, measured }), [set, measured])
}

function setAtStart(interventions: readonly Intervention[], path: string): Millis | null {
  let value: Millis | null = null
  for (const { at, act } of interventions)
    if (at === 0 && act.kind === 'set' && act.path === path) value = Number(act.value)
  return value
}
