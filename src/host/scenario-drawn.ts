/**
 * Rules for what a scenario wants drawn or told: a crowd as one host, two worlds on the stage, a sweep,
 * a row of the summary.
 */
import { isMetricPath } from '../sim/facts/metrics.ts'
import { optionsOf } from '../sim/options.ts'
import { allowedValues, readValue } from '../sim/policy/options.ts'
import { SWEEP_VALUES_MAX, type ScenarioFile, type SweepSpec } from '../sim/scenarios/scenario.ts'
import { parseDuration } from '../sim/units.ts'
import { oneOf, sentence } from './scenario-sentences.ts'

/** Ids of all worlds of a scenario. */
export const worldIds = ({ variants }: ScenarioFile): string[] => [
  'direct',
  'relayed',
  ...variants.map(({ id }) => id),
]

export function drawnProblem(scenario: ScenarioFile): string | null {
  return crowdProblem(scenario) ?? stageProblem(scenario) ?? sweepProblem(scenario)
}

/** Whoever stands for a crowd comes first and is no part of a crowd itself. */
function crowdProblem({ hosts }: ScenarioFile): string | null {
  for (const [i, { crowd, kind }] of hosts.entries()) {
    if (crowd === undefined) continue
    const standsFor = hosts.slice(0, i).find(({ id }) => id === crowd)
    if (standsFor?.kind !== kind || standsFor.crowd !== undefined)
      return sentence(`hosts.${i}.crowd`, `an earlier ${kind} host that is in no crowd itself`)
  }
  return null
}

function stageProblem(scenario: ScenarioFile): string | null {
  const worlds = worldIds(scenario)
  const { stage = ['direct', 'relayed'] } = scenario
  const stranger = stage.findIndex((id) => !worlds.includes(id))
  if (stranger >= 0) return sentence(`stage.${stranger}`, oneOf(worlds))
  return stage[0] === stage[1] ? sentence('stage.1', 'a world other than the first') : null
}

function sweepProblem(scenario: ScenarioFile): string | null {
  const { sweep } = scenario
  if (sweep === undefined) return null
  const durations = optionsOf(scenario).filter(({ spec }) => spec.type === 'duration')
  const option = durations.find(({ path }) => path === sweep.path)
  if (option === undefined) return sentence('sweep.path', oneOf(durations.map(({ path }) => path)))
  for (const field of ['from', 'to'] as const)
    if (readValue(option.spec, sweep[field]) === null)
      return sentence(`sweep.${field}`, allowedValues(option.spec))
  const world = sweep.reading.split('.')[0] ?? ''
  if (world === 'lead' || !isMetricPath(sweep.reading, worldIds(scenario)))
    return sentence('sweep.reading', 'a reading such as relayed.alice-1.took')
  return stepsProblem(sweep)
}

/** A bare number would be read in the option's unit here and in seconds there: a unit is a must. */
function stepsProblem(sweep: SweepSpec): string | null {
  const read = (text: string): number => parseDuration(text, 's') ?? -1
  const [from, to, step] = [read(sweep.from), read(sweep.to), read(sweep.step)]
  for (const field of ['from', 'to', 'step'] as const)
    if (!/[a-z]/.test(sweep[field]) || read(sweep[field]) < 0)
      return sentence(`sweep.${field}`, 'a duration with its unit, such as 60 s')
  if (to < from) return sentence('sweep.to', 'a duration that is not shorter than sweep.from')
  if (step === 0) return sentence('sweep.step', 'a duration longer than nothing')
  return (to - from) / step >= SWEEP_VALUES_MAX
    ? sentence('sweep.step', `a duration that makes at most ${SWEEP_VALUES_MAX} values`)
    : null
}

/** Each road is read in a world on that road. */
export function showsProblem({ shows, variants }: ScenarioFile): string | null {
  if (shows === undefined) return null
  for (const road of ['direct', 'relayed'] as const) {
    const worlds = [road, ...variants.filter(({ route }) => route === road).map(({ id }) => id)]
    if (shows[road].startsWith('lead.') || !isMetricPath(shows[road], worlds))
      return sentence(`shows.${road}`, `a reading such as ${road}.alice-1.took`)
  }
  return null
}
