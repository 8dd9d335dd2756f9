/** Which value an option had at an instant, and who had set it. */
import { optionsOf, type ScenarioOption } from '../../sim/options.ts'
import { readValue, writeValue } from '../../sim/policy/options.ts'
import { actsFor, worldsOf, type Intervention } from '../../sim/run.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration, type Instant } from '../../sim/units.ts'
import type { OptionValue } from '../state/acts.ts'

/** The program's own default, the scenario, what makes this world what it is, or a person. */
export type SetBy = 'default' | 'scenario' | 'world' | 'person'

export interface OptionAt {
  readonly option: ScenarioOption
  readonly value: OptionValue
  readonly by: SetBy
  /** Since when; 0 from the start. */
  readonly since: Instant
}

export interface OptionSetting {
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
  /** World, for what a variant changes. */
  readonly world: string
}

/** The option's value at `at`; null where there is no such option. */
export function optionAt(setting: OptionSetting, path: string, at: Instant): OptionAt | null {
  const { scenario, interventions, world } = setting
  const option = optionsOf(scenario).find((one) => one.path === path)
  if (option === undefined) return null
  const plan = worldsOf(scenario, 'both').find(({ id }) => id === world)
  const made = plan?.settings[path]
  let value: OptionValue = readValue(option.spec, made ?? '') ?? option.initial
  let by: SetBy = scenario.settings[path] === undefined ? 'default' : 'scenario'
  if (made !== undefined) by = 'world'
  let since: Instant = 0
  for (const { at: when, act } of actsFor(plan ?? { keeps: [] }, interventions)) {
    if (when > at || act.kind !== 'set' || act.path !== path) continue
    value = act.value
    by = 'person'
    since = when
  }
  return { option, value, by, since }
}

/** What holds for a host at `at`, by key, as its checks read it. */
export function settingsAt(
  setting: OptionSetting,
  host: string,
  at: Instant,
): Readonly<Record<string, OptionValue>> {
  const own = optionsOf(setting.scenario).filter((one) => one.host === host)
  return Object.fromEntries(
    own.map(({ path, spec, initial }) => [spec.key, optionAt(setting, path, at)?.value ?? initial]),
  )
}

/** `300 s` reads `5 min`; `on`, `never`, `10240000 octets`. */
export function valueText({ option, value }: Pick<OptionAt, 'option' | 'value'>): string {
  const { spec } = option
  if (spec.type === 'duration') return formatDuration(Number(value))
  const text = writeValue(spec, value)
  return spec.type === 'count' ? `${text} ${spec.unit}` : text
}
