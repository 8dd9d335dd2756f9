/** How scenarios follow one another: a prologue and what it leads to, then on in the list. */
import { CATALOGUE, type ScenarioEntry } from '../../sim/scenarios/index.ts'

/** The steps that this scenario is one of: its prologue and it, or it and what it is prologue to. */
export function stepsOf(
  id: string,
  list: readonly ScenarioEntry[] = CATALOGUE,
): readonly ScenarioEntry[] {
  const own = list.find((one) => one.id === id)
  if (own === undefined) return []
  const before = list.find((one) => one.id === own.prologue)
  if (before !== undefined) return [before, own]
  const after = list.find(({ prologue }) => prologue === id)
  return after === undefined ? [] : [own, after]
}

export interface Following {
  readonly entry: ScenarioEntry
  /** It is what this scenario is the prologue to. */
  readonly isGoal: boolean
}

/** Where to go from here; null at the end of the list. */
export function followingOf(
  id: string,
  list: readonly ScenarioEntry[] = CATALOGUE,
): Following | null {
  const steps = stepsOf(id, list)
  const goal = steps[0]?.id === id ? steps[1] : undefined
  if (goal !== undefined) return { entry: goal, isGoal: true }
  const later = list.slice(list.findIndex((one) => one.id === id) + 1)
  const entry = later.find((one) => !steps.includes(one))
  return entry === undefined ? null : { entry, isGoal: false }
}
