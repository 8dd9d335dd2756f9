/** What a world of a run is called. */
import type { Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import { WORLD_NAMES } from './page.ts'

/** Its variant's title, or the road's name; its id where a scenario has no such world. */
export function worldWords({ variants }: Pick<ScenarioFile, 'variants'>, world: string): Words {
  const title = variants.find(({ id }) => id === world)?.title ?? WORLD_NAMES[world]
  return title ?? { everyday: world, technical: world, protocol: world }
}

export const worldName = (
  scenario: Pick<ScenarioFile, 'variants'>,
  world: string,
  level: Level,
): string => worldWords(scenario, world)[level]
