/**
 * Going back in a run: snapshots at intervals, and replay from the nearest one.
 *
 * Snapshots are thinned as they become many: every second old one goes and the interval doubles,
 * so their number stays bounded and the spacing grows with the run.
 */
import { present } from '../assert.ts'
import type { Instant } from '../units.ts'

/** What can be run, saved and put back; a `Simulation`, or a toy in a test. */
export interface Rewindable<S> {
  readonly now: Instant
  readonly events: number
  /** Runs to `until` or to the end of the budget; true when nothing up to `until` is left. */
  run(until: Instant, budget?: number): boolean
  save(): S
  load(state: S): void
}

interface Snapshot<S> {
  readonly at: Instant
  readonly events: number
  readonly state: S
}

/** Snapshots kept at most. */
const KEPT_MAX = 64

export class Timeline<S> {
  #snapshots: Snapshot<S>[]
  #spacing: number
  readonly #subject: Rewindable<S>

  /** @param spacing events between snapshots, to begin with */
  constructor(subject: Rewindable<S>, spacing = 5000) {
    this.#subject = subject
    this.#spacing = spacing
    this.#snapshots = [snapshotOf(subject)]
  }

  get snapshots(): number {
    return this.#snapshots.length
  }

  /** Runs ahead, leaving snapshots on the way. Same answer as the subject's `run`. */
  run(until: Instant, budget = Infinity): boolean {
    let left = budget
    for (;;) {
      const last = present(this.#snapshots.at(-1), 'snapshot')
      const slice = Math.min(left, Math.max(1, last.events + this.#spacing - this.#subject.events))
      const before = this.#subject.events
      if (this.#subject.run(until, slice)) return true
      left -= this.#subject.events - before
      if (this.#subject.events - last.events >= this.#spacing) this.#keep()
      if (left <= 0) return false
    }
  }

  /** Puts the subject to `at`, backwards or forwards, exactly as a straight run would have it. */
  seek(at: Instant): void {
    if (at < this.#subject.now) this.#subject.load(this.#before(at).state)
    this.run(at)
  }

  /** Forgets every snapshot after the subject's present: what follows is going to differ. */
  forget(): void {
    const { now, events } = this.#subject
    this.#snapshots = this.#snapshots.filter(
      (s, i) => i === 0 || (s.at <= now && s.events <= events),
    )
  }

  #before(at: Instant): Snapshot<S> {
    // One of the very instant may have been taken amid its events: those it lacks are run then.
    const found = this.#snapshots.findLast((s) => s.at <= at)
    return found ?? present(this.#snapshots[0], 'first snapshot')
  }

  #keep(): void {
    this.#snapshots.push(snapshotOf(this.#subject))
    if (this.#snapshots.length <= KEPT_MAX) return
    this.#snapshots = this.#snapshots.filter((_, i) => i % 2 === 0)
    this.#spacing *= 2
  }
}

function snapshotOf<S>(subject: Rewindable<S>): Snapshot<S> {
  return { at: subject.now, events: subject.events, state: subject.save() }
}
