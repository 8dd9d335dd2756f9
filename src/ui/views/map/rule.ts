/** What the sender's mail program does after a failure: its option, as it stands at an instant. */
import { optionsOf } from '../../../sim/options.ts'
import type { Intervention } from '../../../sim/run.ts'
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { AFTER_FAILURE, levelled } from './words.ts'

export function ruleAt(
  scenario: ScenarioFile,
  interventions: readonly Intervention[],
  t: Instant,
  level: Level,
): string {
  const laptop = scenario.hosts.find((host) => host.kind === 'mua')
  const path = `${laptop?.id ?? ''}.retry`
  let value = optionsOf(scenario).find((option) => option.path === path)?.initial
  for (const { at, act } of interventions)
    if (at <= t && act.kind === 'set' && act.path === path) ({ value } = act)
  return levelled(AFTER_FAILURE[String(value)], level)
}
