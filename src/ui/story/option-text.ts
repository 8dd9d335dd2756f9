/** Options in words, for texts that name them: `{option:mx.greylist.delay}`. */
import { optionsOf } from '../../sim/options.ts'
import { writeValue, type OptionSpec } from '../../sim/policy/options.ts'
import type { Intervention } from '../../sim/run.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../sim/units.ts'
import type { OptionValue } from '../state/acts.ts'
import type { Lookup } from '../words/fill-in.ts'

export const OPTION = 'option:'

/** Options only; a reading of the run is nothing yet. */
export const optionLookupIn =
  (scenario: ScenarioFile, interventions: readonly Intervention[]): Lookup =>
  (path) =>
    path.startsWith(OPTION) ? optionText(scenario, interventions, path.slice(OPTION.length)) : null

/** The option's value under the interventions at the start. */
function optionText(
  scenario: ScenarioFile,
  interventions: readonly Intervention[],
  path: string,
): string | null {
  const option = optionsOf(scenario).find((one) => one.path === path)
  if (option === undefined) return null
  let value = option.initial
  for (const { at, act } of interventions)
    if (at === 0 && act.kind === 'set' && act.path === path) ({ value } = act)
  return valueText(option.spec, value)
}

/** `5 min`, `50 recipients`, `on`. */
function valueText(spec: OptionSpec, value: OptionValue): string {
  if (spec.type === 'duration') return formatDuration(Number(value))
  const written = writeValue(spec, value)
  return spec.type === 'count' ? `${written} ${spec.unit}` : written
}
