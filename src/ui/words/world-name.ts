/** What a world of a run is called. */
import type { Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import { WORLD_NAMES } from './page.ts'

type Named = Pick<ScenarioFile, 'variants' | 'roadTitles'>

/** What the scenario calls this world; else the road's name, or the id where it has no such world. */
export function worldWords(scenario: Named, world: string): Words {
  const title = ownTitle(scenario, world) ?? WORLD_NAMES[world]
  return title ?? { everyday: world, technical: world, protocol: world }
}

/** The variant's title, or the one that the scenario gives a road. */
export function ownTitle({ variants, roadTitles = {} }: Named, world: string): Words | null {
  if (world === 'direct' || world === 'relayed') return roadTitles[world] ?? null
  return variants.find(({ id }) => id === world)?.title ?? null
}

export const worldName = (scenario: Named, world: string, level: Level): string =>
  worldWords(scenario, world)[level]
