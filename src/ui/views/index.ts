/** The views, in the order in which they are offered. The stage and the rail are always there. */
import type { ComponentType } from 'react'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { Queue } from './queue/Queue.tsx'
import { TITLE as QUEUE_TITLE } from './queue/words.ts'
import { Retries } from './retries/Retries.tsx'
import { TITLE as RETRIES_TITLE } from './retries/words.ts'

export { Stage } from './map/Stage.tsx'
export { TimeRail } from './rail/TimeRail.tsx'

/** A reading below the stage. */
export interface ViewEntry {
  readonly id: string
  readonly title: Words
  readonly component: ComponentType
}

export const VIEWS: readonly ViewEntry[] = [
  { id: 'retries', title: RETRIES_TITLE, component: Retries },
  { id: 'queue', title: QUEUE_TITLE, component: Queue },
]
