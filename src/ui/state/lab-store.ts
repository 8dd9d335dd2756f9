/**
 * What people choose, and how far the run has been computed. What happened is not in here: it lies
 * in the client's worlds, outside React, and `revision` says that there is more of it.
 *
 * Paces (see ../README.md): a click changes this store; a batch of facts changes `revision`; the
 * playhead changes `cursor`, at most ten times a second and only when it has passed a fact. The
 * playhead itself moves sixty times a second, and is not in here either.
 */
import type { LiveWorld } from '../../host/client.ts'
import type { Card } from '../../sim/mystery.ts'
import type { Intervention, Road } from '../../sim/run.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import type { optionLookupIn } from '../story/option-text.ts'

/** What is selected, lit everywhere. Messages and hosts have the same number in all worlds of a
 *  run only by id, so selections name ids. */
export type Selection =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'host'; readonly id: string }
  | null

export type Theme = 'system' | 'light' | 'dark'
export type Verbosity = 'off' | 'brief' | 'full'

/** The run and what has come of it. */
export interface RunSlice {
  readonly scenario: ScenarioFile
  /** Id of the scenario that is being fetched; null while none is. */
  readonly coming: string | null
  readonly seed: number
  readonly interventions: readonly Intervention[]
  /** The same array of worlds until the next load; their contents grow. */
  readonly worlds: readonly LiveWorld[]
  /** Counts changes of the worlds' contents. */
  readonly revision: number
  /** All worlds have been computed to their end. */
  readonly done: boolean
  /** Options in words (`story/option-text.ts`); null until they have been fetched. */
  readonly optionLookupIn: typeof optionLookupIn | null
  /** Last instant at which anything happens in any world. */
  readonly horizon: Instant
  /** Why there is no simulation any more; null while all is well. */
  readonly failure: string | null
  /** What was wrong with a link, or with fetching a scenario; null if nothing. */
  readonly linkProblem: string | null
}

/** Where we are in it. */
export interface CursorSlice {
  /** The playhead's instant when it last passed a fact. Panels read facts up to here. */
  readonly cursor: Instant
  readonly playing: boolean
  /** Has play ever been pressed in this run? Before that, the bet is on offer. */
  readonly started: boolean
  /** The playhead has reached the end once: the explanation is open. */
  readonly finished: boolean
}

/** What people choose besides. */
export interface ChoiceSlice {
  readonly road: Road
  readonly bet: string | null
  readonly level: Level
  readonly selection: Selection
  readonly hovered: Selection
  readonly presenting: boolean
  /** Page of the presentation after the run: the figure, the paragraphs, the questions. */
  readonly page: number
  readonly theme: Theme
  readonly verbosity: Verbosity
  /** Multiplies the pace: 0.25 to 4. */
  readonly speed: number
  /** Single keys are shortcuts; whoever dictates switches them off (WCAG 2.2, 2.1.4). */
  readonly shortcuts: boolean
}

/** What somebody says of a hidden policy. It is about the run and no part of it: see README.md. */
export interface CardSlice {
  readonly card: Card
  /** The card counts, and the policy is no longer hidden. */
  readonly handedIn: boolean
}

export type LabState = RunSlice & CursorSlice & ChoiceSlice & CardSlice
