/** How many seeds a scenario is tried under: where it has crowds, one run has many cases already. */
import { worldsOf } from '../../src/sim/run.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { plannedMail } from '../../src/sim/traffic.ts'

/**
 * The seeds from 1 up: `most` of them, or as many as keep to a number of letters in all worlds
 * together, but not less than `least`.
 */
export function seedsFor(
  scenario: ScenarioFile,
  { most, least = 1, letters }: { most: number; least?: number; letters: number },
): number[] {
  const each = plannedMail(scenario, 1).length * worldsOf(scenario, 'both').length
  const length = Math.min(most, Math.max(least, Math.floor(letters / Math.max(1, each))))
  return Array.from({ length }, (_, i) => i + 1)
}
