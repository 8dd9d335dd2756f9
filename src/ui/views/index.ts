/** The views, in the order in which they are offered. The stage and the rail are always there. */
import type { ComponentType } from 'react'
import type { ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import { Laws } from './laws/Laws.tsx'
import { TITLE as LAWS_TITLE } from './laws/words.ts'
import { Ledger } from './ledger/Ledger.tsx'
import { TITLE as LEDGER_TITLE } from './ledger/words.ts'
import { fitsMystery, Mystery } from './mystery/Mystery.tsx'
import { TITLE as MYSTERY_TITLE } from './mystery/words.ts'
import { Queue } from './queue/Queue.tsx'
import { TITLE as QUEUE_TITLE } from './queue/words.ts'
import { Retries } from './retries/Retries.tsx'
import { TITLE as RETRIES_TITLE } from './retries/words.ts'
import { fitsSweep, SweepBand } from './sweep/SweepBand.tsx'
import { TITLE as SWEEP_TITLE } from './sweep/words.ts'

export { Stage } from './map/Stage.tsx'
export { TimeRail } from './rail/TimeRail.tsx'

/** A reading below the stage. */
export interface ViewEntry {
  readonly id: string
  readonly title: Words
  readonly component: ComponentType
  /** Whether it has anything to show of this scenario; always, if it does not say. */
  readonly fits?: (scenario: ScenarioFile) => boolean
}

export const VIEWS: readonly ViewEntry[] = [
  { id: 'mystery', title: MYSTERY_TITLE, component: Mystery, fits: fitsMystery },
  { id: 'sweep', title: SWEEP_TITLE, component: SweepBand, fits: fitsSweep },
  { id: 'retries', title: RETRIES_TITLE, component: Retries },
  { id: 'queue', title: QUEUE_TITLE, component: Queue },
  { id: 'ledger', title: LEDGER_TITLE, component: Ledger },
  { id: 'laws', title: LAWS_TITLE, component: Laws },
]

/** Those that have something to show of a scenario, the first of them in front. */
export const viewsFor = (scenario: ScenarioFile): readonly ViewEntry[] =>
  VIEWS.filter(({ fits }) => fits?.(scenario) ?? true)
