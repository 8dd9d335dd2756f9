/**
 * The bare mail-like model: a load of the same shape as mail, without any mail in it.
 *
 * A thousand senders write at random, on average one message an hour each. An attempt is a dialogue
 * of six exchanges, or of four when it is deferred; 29 of 100 messages are deferred the first time,
 * one always. Retries come after five minutes, then twice as late each time, up to five days.
 * Written twice, on the kernel and as one loop; both must end in the same `Outcome`.
 */
import { days, hours, minutes } from '../../../src/sim/units.ts'
import { exponentials, uniforms } from './variates.ts'

export const SENDERS = 1000
export const GIVE_UP_AFTER = days(5)
export const FIRST_RETRY = minutes(5)

export const EXCHANGES = 6
export const EXCHANGES_WHEN_DEFERRED = 4
/** The exchange that is answered with "try again later". */
export const DEFERRING_EXCHANGE = 2

/** Kinds of events; the slot of a `write` is a sender, of the others a message. */
export const EVENT = { write: 0, atServer: 1, atClient: 2, retry: 3 } as const

/** What a message meets: nothing, one deferral, deferrals for ever. */
export const FATE = { passes: 0, deferredOnce: 1, deferredAlways: 2 } as const

/** Milliseconds between two messages of a sender. */
export const GAPS = exponentials(1, hours(1))
/** One-way latency in milliseconds: ten, and on average forty more. */
export const LATENCIES = exponentials(2, 40).map((more) => 10 + more)
export const FATES = Uint8Array.from(uniforms(3), (u) => {
  const percent = (u / 4294967296) * 100
  return percent < 1 ? FATE.deferredAlways : percent < 30 ? FATE.deferredOnce : FATE.passes
})

export interface Outcome {
  readonly now: number
  readonly events: number
  readonly delivered: number
  readonly gaveUp: number
  readonly attempts: number
  /** Replies of the server, by class. */
  readonly accepted: number
  readonly deferred: number
}

/** Messages at one time under way: far more than ever are. */
export const SLOTS = 1 << 15
