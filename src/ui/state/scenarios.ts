/** The built-in scenarios as far as they are here: each is fetched when it is first wanted. */
import { CATALOGUE, OPENING, type ScenarioEntry } from '../../sim/scenarios/index.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'

const here = new Map<string, ScenarioFile>([[OPENING.id, OPENING]])

/** A built-in scenario as lists know it; null when there is none of that id. */
export function entryOf(id: string): ScenarioEntry | null {
  return CATALOGUE.find((one) => one.id === id) ?? null
}

/** The scenario if it has been fetched. */
export function scenarioHere(id: string): ScenarioFile | null {
  return here.get(id) ?? null
}

/** The scenario, fetched if need be. @throws where it cannot be fetched; asking again tries again */
export async function fetchScenario(entry: ScenarioEntry): Promise<ScenarioFile> {
  const scenario = here.get(entry.id) ?? (await entry.load())
  here.set(entry.id, scenario)
  return scenario
}

/** Fetches what is likely to be wanted next. That it may fail is no news yet. */
export function fetchAhead(id: string): void {
  const entry = entryOf(id)
  if (entry !== null) fetchScenario(entry).catch(() => {})
}
