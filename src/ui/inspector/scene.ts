/** What every part of the inspector looks at: the run as it stands at the playhead. */
import type { LiveWorld } from '../../host/client.ts'
import type { Intervention } from '../../sim/run.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import { onStage } from '../state/runtime.ts'
import { useLab } from '../state/store.ts'

export interface Scene {
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
  /** The roads that are on the stage. */
  readonly worlds: readonly LiveWorld[]
  readonly cursor: Instant
  readonly level: Level
}

export function useScene(): Scene {
  const scenario = useLab((s) => s.scenario)
  const interventions = useLab((s) => s.interventions)
  const worlds = useLab((s) => s.worlds)
  const cursor = useLab((s) => s.cursor)
  const level = useLab((s) => s.level)
  // The worlds' contents grow without becoming other worlds.
  useLab((s) => s.revision)
  return { scenario, interventions, worlds: onStage(worlds), cursor, level }
}
