/**
 * What a site remembers of senders: two counts for each, of which old events weigh less and less.
 *
 * A count loses half of its weight in each half-life. The decay is computed in steps of a sixteenth
 * of it, by multiplying with one constant, so that every machine gets the same digits; within a step
 * nothing fades. Steps begin at multiples of their length, for everybody at the same instants.
 */
import type { Instant, Millis } from '../units.ts'

/** Decayed counts. Plain, mutable world state. */
export interface Tally {
  /** Events that speak against the sender, and all. */
  bad: number
  all: number
  /** The last instant that it has been brought up to. */
  at: Instant
}

export type History = Map<string, Tally>

const STEPS = 16

/** 2 to the power of −1/16, as the nearest double. */
const STEP_FACTOR = 0.957_603_280_698_573_7

/** After so many half-lives less than a millionth is left: that counts as nothing. */
const FORGOTTEN_AFTER = 20

/** What is left of a count of one after this many steps. */
export function decayOver(steps: number): number {
  if (steps >= FORGOTTEN_AFTER * STEPS) return 0
  let left = 1
  // Halves are exact in binary: only the steps within one half-life are multiplied.
  for (let halves = Math.floor(steps / STEPS); halves > 0; halves--) left /= 2
  for (let rest = steps % STEPS; rest > 0; rest--) left *= STEP_FACTOR
  return left
}

/** Brings a tally up to an instant. */
export function fade(tally: Tally, now: Instant, halfLife: Millis): void {
  const step = Math.max(1, Math.floor(halfLife / STEPS))
  const steps = Math.floor(now / step) - Math.floor(tally.at / step)
  tally.at = now
  if (steps <= 0) return
  const left = decayOver(steps)
  tally.bad *= left
  tally.all *= left
}

/** The sender's counts as of now; zeros for a stranger. */
export function tallyOf(history: History, key: string, now: Instant, halfLife: Millis): Tally {
  const tally = history.get(key)
  if (tally === undefined) return { bad: 0, all: 0, at: now }
  fade(tally, now, halfLife)
  return tally
}

/** Adds to the sender's counts. */
export function count(
  history: History,
  key: string,
  added: { readonly now: Instant; readonly bad: number; readonly all: number },
  halfLife: Millis,
): void {
  const tally = tallyOf(history, key, added.now, halfLife)
  tally.bad += added.bad
  tally.all += added.all
  history.set(key, tally)
}

/** What speaks against it, in thousandths of all; 0 where there is nothing. */
export function permille({ bad, all }: Tally): number {
  return all <= 0 ? 0 : Math.min(1000, Math.round((1000 * bad) / all))
}
