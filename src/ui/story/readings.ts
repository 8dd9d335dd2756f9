/** What words in braces are filled with: readings of the run, and the options it was run under. */
import type { LiveWorld } from '../../host/client.ts'
import { readingText } from '../../sim/facts/metrics.ts'
import { optionsOf } from '../../sim/options.ts'
import { writeValue, type OptionSpec } from '../../sim/policy/options.ts'
import type { Intervention } from '../../sim/run.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../sim/units.ts'
import type { OptionValue } from '../state/acts.ts'
import type { Lookup } from '../words/fill-in.ts'
import { OUTCOMES } from '../words/page.ts'

const OPTION = 'option:'

interface Source {
  readonly worlds: readonly LiveWorld[]
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
  readonly level: Level
}

/** Readings of the whole run: the explanation opens only when it is over. */
export function lookupIn({ worlds, scenario, interventions, level }: Source): Lookup {
  const indexes = worlds.map(({ index }) => index)
  return (path) => {
    if (path.startsWith(OPTION))
      return optionText(scenario, interventions, path.slice(OPTION.length))
    const text = readingText(indexes, path, Infinity)
    return text !== null && path.endsWith('.outcome') ? (OUTCOMES[text]?.[level] ?? text) : text
  }
}

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
