/**
 * What the page and the host of the simulation say to each other. Plain data, so that it can cross
 * to a worker; a revision in every message, so that what is stale can be dropped on arrival.
 */
import type { SummaryRow } from '../lab/summary.ts'
import type { SweepPoint } from '../lab/sweep.ts'
import type { FactSlice } from '../sim/facts/fact-log.ts'
import type { MessageRecord } from '../sim/facts/message.ts'
import type { HostTerms } from '../sim/facts/record.ts'
import type { Run } from '../sim/run.ts'
import type { ScenarioFile, SweepSpec } from '../sim/scenarios/scenario.ts'
import type { Instant } from '../sim/units.ts'

export type Request =
  /** Begin this run. */
  | { readonly type: 'load'; readonly revision: number; readonly run: Run }
  /** Go back (or on) to `at` and continue under these interventions; the last one is new. */
  | {
      readonly type: 'intervene'
      readonly revision: number
      readonly at: Instant
      readonly run: Run
    }
  /** Beside the run, sweep this one along an option; a sweep that is under way is given up. */
  | {
      readonly type: 'sweep'
      readonly revision: number
      readonly run: Run
      readonly spec: SweepSpec
    }
  /** Compute this scenario's row of the summary, in place of a sweep that is under way. */
  | { readonly type: 'summary'; readonly revision: number; readonly scenario: ScenarioFile }
  /** Give up the sweep or the row; the run goes on. */
  | { readonly type: 'end-sweep' }
  /** Do no more work. */
  | { readonly type: 'stop' }

export interface WorldBatch {
  readonly world: string
  /** What options and DNS say of each host: in the first batch after it may have changed. */
  readonly terms?: readonly HostTerms[]
  /** Replaces everything from `facts.from` on. */
  readonly facts: FactSlice
  readonly messages: { readonly from: number; readonly list: readonly MessageRecord[] }
  readonly names: { readonly from: number; readonly list: readonly string[] }
  /** Nothing else will happen up to here. */
  readonly until: Instant
  readonly ended: boolean
}

export type Response =
  | { readonly type: 'batch'; readonly revision: number; readonly worlds: readonly WorldBatch[] }
  /** The run is over, or has been ended by a limit (which facts say). */
  | { readonly type: 'done'; readonly revision: number }
  /** Points that a sweep has won since its last answer; `revision` is that of its request. */
  | {
      readonly type: 'sweep'
      readonly revision: number
      readonly points: readonly SweepPoint[]
      readonly done: boolean
    }
  /** What was asked for; `revision` is that of its request. */
  | { readonly type: 'summary'; readonly revision: number; readonly row: SummaryRow }
  /** Something of ours is wrong; the sentence says what and where. */
  | { readonly type: 'fault'; readonly revision: number; readonly message: string }
