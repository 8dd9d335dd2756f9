/** What people's interventions are: those at the start make the run, later ones are acts in it. */
import type { Act, Intervention, Road } from '../../sim/run.ts'
import type { ScenarioOption } from '../../sim/options.ts'
import type { Instant } from '../../sim/units.ts'

export type OptionValue = Extract<Act, { readonly kind: 'set' }>['value']

/** Something that somebody did while the run was under way (or at its very beginning). */
export const isActAt = ({ at, act }: Intervention): boolean =>
  act.kind !== 'road' && (at > 0 || act.kind !== 'set')

/**
 * Adds an act at `at`; what was to come later is dropped, for it belonged to another course. Whoever
 * goes through the values of an option by arrow key sets it once: to where the walk has ended.
 */
export function withAct(list: readonly Intervention[], at: Instant, act: Act): Intervention[] {
  const before = list.filter((one) => one.at <= at)
  const last = before.at(-1)
  const path = last?.act.kind === 'set' && last.at === at ? last.act.path : null
  if (act.kind === 'set' && act.path === path) before.pop()
  return [...before, { at, act }]
}

/** Without the last thing that was done; the road is not undone, it has its own control. */
export function withoutLast(list: readonly Intervention[]): Intervention[] {
  const last = list.findLastIndex(({ act }) => act.kind !== 'road')
  return list.filter((_, i) => i !== last)
}

export function withRoad(list: readonly Intervention[], road: Road): Intervention[] {
  const others = list.filter(({ act }) => act.kind !== 'road')
  return road === 'both' ? others : [{ at: 0, act: { kind: 'road', road } }, ...others]
}

/** What has to be known of an option to set it for the whole run. */
export type OptionRef = Pick<ScenarioOption, 'path' | 'initial'>

/** An option of the whole run; the scenario's own value is no intervention. */
export function withOptionAtStart(
  list: readonly Intervention[],
  { path, initial }: OptionRef,
  value: OptionValue,
): Intervention[] {
  const others = list.filter(({ at, act }) => at > 0 || act.kind !== 'set' || act.path !== path)
  if (initial === value) return others
  const first = others.filter(({ at }) => at === 0)
  const later = others.filter(({ at }) => at > 0)
  return [...first, { at: 0, act: { kind: 'set', path, value } }, ...later]
}
