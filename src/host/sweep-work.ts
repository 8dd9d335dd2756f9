/**
 * Computes a sweep, or a row of the summary, beside a run: a few simulations at a time, each time
 * leaving the thread to the mail box and to the run on the stage. Neither waits for the other, and
 * neither ends the other.
 */
import { Summary } from '../lab/summary.ts'
import { Sweep } from '../lab/sweep.ts'
import type { Run } from '../sim/run.ts'
import type { ScenarioFile, SweepSpec } from '../sim/scenarios/scenario.ts'
import type { Response } from './protocol.ts'

/** Work between two looks at the mail box: a part of what the run may do, whose turn is between. */
const EVENTS = 5000
const SIMULATIONS = 8

export class SweepWork {
  #shift = 0
  readonly #post: (response: Response) => void
  readonly #later: (work: () => void) => void

  constructor(post: (response: Response) => void, later: (work: () => void) => void) {
    this.#post = post
    this.#later = later
  }

  /** Begins a sweep; what is under way is given up. */
  begin(run: Run, spec: SweepSpec, revision: number): void {
    const shift = ++this.#shift
    this.#guard(revision, () => this.#work(shift, new Sweep(run, spec), revision))
  }

  /** Begins a row of the summary; what is under way is given up. */
  summarise(scenario: ScenarioFile, revision: number): void {
    const shift = ++this.#shift
    this.#guard(revision, () => this.#toRow(shift, new Summary(scenario), revision))
  }

  end(): void {
    this.#shift++
  }

  #work(shift: number, sweep: Sweep, revision: number): void {
    if (shift !== this.#shift) return
    const from = sweep.points.length
    let left = EVENTS
    for (let i = 0; i < SIMULATIONS && left > 0; i++) left -= sweep.step(left)
    const { done, points } = sweep
    if (points.length > from)
      this.#post({ type: 'sweep', revision, points: points.slice(from), done })
    if (!done) this.#later(() => this.#guard(revision, () => this.#work(shift, sweep, revision)))
  }

  #toRow(shift: number, summary: Summary, revision: number): void {
    if (shift !== this.#shift) return
    summary.step(EVENTS)
    const { row } = summary
    if (row !== null) this.#post({ type: 'summary', revision, row })
    else this.#later(() => this.#guard(revision, () => this.#toRow(shift, summary, revision)))
  }

  #guard(revision: number, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#shift++
      const message = error instanceof Error ? error.message : String(error)
      this.#post({ type: 'fault', revision, message })
    }
  }
}
