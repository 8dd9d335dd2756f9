/** What every part of the inspector looks at: the run as it stands at the playhead. */
import { useMemo } from 'react'
import type { LiveWorld } from '../../host/client.ts'
import { drawnScenario } from '../../sim/mystery.ts'
import type { Intervention } from '../../sim/run.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import { coveredHost } from '../state/covered.ts'
import { onStage } from '../state/runtime.ts'
import { useLab } from '../state/store.ts'

export interface Scene {
  readonly scenario: ScenarioFile
  readonly interventions: readonly Intervention[]
  /** The roads that are on the stage. */
  readonly worlds: readonly LiveWorld[]
  readonly cursor: Instant
  readonly level: Level
  /** Id of a host whose policy is still to be found out; null for none. */
  readonly covered: string | null
}

export function useScene(): Scene {
  const open = useLab((s) => s.scenario)
  const seed = useLab((s) => s.seed)
  const handedIn = useLab((s) => s.handedIn)
  // Once the card has been handed in, everything is read as if nothing had been hidden.
  const scenario = useMemo(
    () => (handedIn ? drawnScenario(open, seed) : open),
    [open, seed, handedIn],
  )
  const covered = useLab(coveredHost)
  const interventions = useLab((s) => s.interventions)
  const worlds = useLab((s) => s.worlds)
  const cursor = useLab((s) => s.cursor)
  const level = useLab((s) => s.level)
  // The worlds' contents grow without becoming other worlds.
  useLab((s) => s.revision)
  return { scenario, interventions, worlds: onStage(worlds), cursor, level, covered }
}
