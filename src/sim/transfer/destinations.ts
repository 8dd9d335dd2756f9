/**
 * How many deliveries a queue manager makes to one destination side by side, and when it leaves a
 * destination alone: Postfix's scheduler (its SCHEDULER_README and qmgr_queue.c).
 *
 * A window bounds the deliveries under way. A delivery that gets through widens it by one, a
 * failure to hold a session narrows it by one. Each such failure also counts as the part of a
 * *cohort* that one delivery is of the window; with a whole cohort of failures in a row the
 * destination is dead: its mail is put off without a try until minimal_backoff_time has passed.
 * What a server says about a recipient, a greylist's 450 for instance, is no such failure.
 *
 * New mail and mail that was put off wait in lanes of their own and are taken in turns, new mail
 * first, so that neither starves the other. Not simulated: fractions of feedback, preemption.
 */
import type { Instant, Millis } from '../units.ts'
import type { Attempt } from './attempt.ts'
import { networkCode } from '../facts/write.ts'
import { isEmpty, newLine, putBehind, takeFirst, type WaitingLine } from './waiting-line.ts'

/** A delivery that waits for room in the window. */
export interface Job {
  readonly queueId: number
  readonly domain: string
  readonly recipients: readonly number[]
  /** It has not been tried before. */
  readonly isNew: boolean
}

/** initial_destination_concurrency, default_destination_concurrency_limit. */
export interface WindowOptions {
  readonly concurrencyInitial: number
  readonly concurrencyLimit: number
}

/** Plain, mutable world state. */
export interface Destination {
  window: number
  busy: number
  /** Cohorts that have failed in a row. */
  failedCohorts: number
  /** Until when it is left alone; −1 while it is not. */
  deadUntil: Instant
  /** Code of the failure that it died of: a reply, or a network code. */
  because: number
  readonly fresh: WaitingLine<Job>
  readonly again: WaitingLine<Job>
  /** Whether a job of the lane `again` is to be taken next, if there is one. */
  againNext: boolean
  /** Whether it stands in the line of destinations that wait for a process. */
  listed: boolean
}

const DNS_FAILURE = networkCode('DNS failure')

/** Cohorts whose failure makes a destination dead: default_destination_concurrency_failed_cohort_limit. */
const FAILED_COHORTS_MAX = 1

/** Not above the limit, whatever is set (qmgr_transport.c). */
const initialOf = ({ concurrencyInitial, concurrencyLimit }: WindowOptions): number =>
  Math.min(concurrencyInitial, concurrencyLimit)

export const newDestination = (options: WindowOptions): Destination => ({
  window: initialOf(options),
  busy: 0,
  failedCohorts: 0,
  deadUntil: -1,
  because: 0,
  fresh: newLine(),
  again: newLine(),
  againNext: false,
  listed: false,
})

export function hasRoom(destination: Destination): boolean {
  return destination.busy < destination.window
}

export function isDead(destination: Destination, now: Instant): boolean {
  return destination.deadUntil > now
}

/** Back from the dead it goes on with what is under way, or begins as a new one. */
export function revive(destination: Destination, options: WindowOptions): void {
  destination.deadUntil = -1
  destination.failedCohorts = 0
  destination.window = destination.busy > 0 ? destination.busy : initialOf(options)
}

export function addJob(destination: Destination, job: Job): void {
  putBehind(job.isNew ? destination.fresh : destination.again, job)
}

/** The next job, of both lanes in turns; null when none waits. */
export function takeJob(destination: Destination): Job | null {
  const { fresh, again, againNext } = destination
  const [first, second] = againNext ? [again, fresh] : [fresh, again]
  destination.againNext = !againNext
  return takeFirst(first) ?? takeFirst(second)
}

/** Nothing is under way and nothing waits: what has been learnt of it is forgotten (qmgr_queue_done). */
export function isIdle({ busy, fresh, again }: Destination): boolean {
  return busy === 0 && isEmpty(fresh) && isEmpty(again)
}

/**
 * What a delivery says of its destination. `failed`: with none of its hosts a session was held to
 * the end, or the DNS was in trouble (smtp_trouble.c); `silent`: nothing was learnt, as when no host
 * was to be tried.
 */
export type Feedback = 'worked' | 'failed' | 'silent'

export function feedbackOf(attempt: Attempt): Feedback {
  const { outcomes, exchanges, answered, completed } = attempt
  if (!answered) return 'silent'
  if (exchanges.length === 0) return troubleOf(attempt) === 0 ? 'silent' : 'failed'
  return !completed && outcomes.some(({ handshake }) => handshake) ? 'failed' : 'worked'
}

/** Code of what is wrong with the destination; 0: nothing is known to be. */
export function troubleOf({ outcomes, exchanges, routeCode }: Attempt): number {
  if (exchanges.length === 0) return routeCode === DNS_FAILURE ? routeCode : 0
  return outcomes.find(({ handshake }) => handshake)?.code ?? 0
}

/** A delivery has ended: the window learns from it. `busy` still counts it, as in Postfix. */
export function learn(
  destination: Destination,
  feedback: Feedback,
  code: number,
  at: { readonly now: Instant; readonly deadFor: Millis; readonly options: WindowOptions },
): void {
  if (feedback === 'silent') return
  if (destination.deadUntil >= 0) {
    // It is not that dead (qmgr_queue_unthrottle).
    if (feedback === 'worked') revive(destination, at.options)
    return
  }
  const { window, busy } = destination
  const { concurrencyInitial, concurrencyLimit } = at.options
  if (feedback === 'worked') {
    destination.failedCohorts = 0
    // Not far above what is really under way, or shrinking it would have no effect.
    if (window < concurrencyLimit && window < busy + concurrencyInitial) destination.window++
    return
  }
  destination.failedCohorts += 1 / window
  destination.window = Math.max(1, window - 1)
  if (destination.failedCohorts < FAILED_COHORTS_MAX) return
  destination.deadUntil = at.now + at.deadFor
  destination.because = code
}
