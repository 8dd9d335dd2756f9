/**
 * The options of a scenario: every option of every host, by its full path.
 */
import { OPTIONS_OF_KIND } from './agents/option-lists.ts'
import type { OptionValue } from './network/host.ts'
import { readValue, writeValue, type OptionSpec } from './policy/options.ts'
import type { ScenarioFile } from './scenarios/scenario.ts'

export interface ScenarioOption {
  /** `<host>.<option>`, e.g. `mx.greylist.delay`. */
  readonly path: string
  readonly host: string
  readonly spec: OptionSpec
  /** Value in this scenario. */
  readonly initial: OptionValue
}

/** A scenario never changes, and with a crowd of hosts this list is long and often asked for. */
const LISTS = new WeakMap<ScenarioFile, readonly ScenarioOption[]>()

/** Options in the order of the hosts and of their declarations. */
export function optionsOf(scenario: ScenarioFile): readonly ScenarioOption[] {
  const known = LISTS.get(scenario)
  if (known !== undefined) return known
  const options: ScenarioOption[] = []
  for (const host of scenario.hosts) {
    for (const spec of OPTIONS_OF_KIND[host.kind] ?? []) {
      const path = `${host.id}.${spec.path}`
      const written = scenario.settings[path]
      const set = written === undefined ? null : readValue(spec, written)
      options.push({ path, host: host.id, spec, initial: set ?? spec.initial })
    }
  }
  LISTS.set(scenario, options)
  return options
}

/**
 * Options that people set. The road is chosen by the world, and one of a crowd is set with the host
 * that stands for it.
 */
export function settableOptions(scenario: ScenarioFile): ScenarioOption[] {
  const crowd = scenario.hosts.filter((host) => host.crowd !== undefined).map(({ id }) => id)
  return optionsOf(scenario).filter(
    ({ spec, host }) => spec.path !== 'road' && !crowd.includes(host),
  )
}

/** One line for the command line: path, unit, default and range. */
export function describeOption({ path, spec, initial }: ScenarioOption): string[] {
  const unit = spec.type === 'duration' || spec.type === 'count' ? spec.unit : spec.type
  return [path, unit, writeValue(spec, initial), rangeOf(spec)]
}

function rangeOf(spec: OptionSpec): string {
  if (spec.type === 'choice') return spec.values.join('|')
  if (spec.type === 'switch') return 'on|off'
  if (spec.type === 'order') return `some of ${spec.values.join(',')}`
  const low = writeValue(spec, spec.range[0])
  return `${low}..${writeValue(spec, spec.range[1])}`
}
