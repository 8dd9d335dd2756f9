/**
 * The loop of the simulation: take the next event, set the clock, hand the event to its handler.
 *
 * An event is one 32-bit integer: six bits of kind and 26 bits of slot. What the slot points at
 * (a connection, an attempt, a host) is the business of the handler. Events are never cancelled:
 * a handler ignores what has gone stale. So nothing pending needs a closure, and a snapshot is a
 * copy of three columns.
 */
import { BrokenInvariant } from '../assert.ts'
import type { Instant, Millis } from '../units.ts'
import { Agenda, type AgendaState } from './agenda.ts'

const SLOT_BITS = 26
/** Slots are below this. */
export const SLOT_LIMIT = 1 << SLOT_BITS
const SLOT_MASK = SLOT_LIMIT - 1

/** Handles one event; `kind` is in [0, 64), `slot` in [0, 2²⁶). */
export type Dispatch = (kind: number, slot: number) => void

export interface KernelState {
  readonly now: Instant
  readonly events: number
  readonly agenda: AgendaState
}

export class Kernel {
  /** The simulated clock. */
  now: Instant = 0
  /** Events handled so far. */
  events = 0
  readonly #agenda = new Agenda()
  readonly #dispatch: Dispatch

  constructor(dispatch: Dispatch) {
    this.#dispatch = dispatch
  }

  /** Events waiting. */
  get pending(): number {
    return this.#agenda.length
  }

  /** Schedules an event `delay` ≥ 0 whole milliseconds from now. */
  after(delay: Millis, kind: number, slot: number): void {
    if (!(delay >= 0 && Number.isInteger(delay))) refuse(this.now + delay, this.now)
    this.#agenda.push(this.now + delay, (kind << SLOT_BITS) | slot)
  }

  /** Schedules an event at an instant that is not in the past. */
  at(instant: Instant, kind: number, slot: number): void {
    if (!(instant >= this.now && Number.isInteger(instant))) refuse(instant, this.now)
    this.#agenda.push(instant, (kind << SLOT_BITS) | slot)
  }

  /** Instant of the next event; Infinity when nothing is left to happen. */
  next(): Instant {
    return this.#agenda.peekAt()
  }

  /**
   * Handles every event up to and including `until`, at most `budget` of them.
   * @returns true when no event up to `until` is left; the clock then stands at `until`
   *          (or where it was, for an infinite `until`)
   */
  run(until: Instant, budget = Infinity): boolean {
    const agenda = this.#agenda
    const dispatch = this.#dispatch
    for (let left = budget; left > 0; left--) {
      const at = agenda.peekAt()
      if (at > until || at === Infinity) return this.#arrive(until)
      const word = agenda.pop()
      this.now = at
      this.events++
      dispatch(word >>> SLOT_BITS, word & SLOT_MASK)
    }
    return agenda.length > 0 && agenda.peekAt() <= until ? false : this.#arrive(until)
  }

  #arrive(until: Instant): true {
    if (until !== Infinity && until > this.now) this.now = until
    return true
  }

  save(): KernelState {
    return { now: this.now, events: this.events, agenda: this.#agenda.save() }
  }

  load(state: KernelState): void {
    this.now = state.now
    this.events = state.events
    this.#agenda.load(state.agenda)
  }
}

/** Apart, since a text would be made even when the assertion holds, and costs more than the rest. */
function refuse(instant: Instant, now: Instant): never {
  throw new BrokenInvariant(`cannot schedule at ${instant} ms, it is ${now} ms`)
}
