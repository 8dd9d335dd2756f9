/**
 * How many deliveries a queue manager makes to one destination side by side: Postfix's window
 * (its SCHEDULER_README). A delivery that gets through widens it by one, a failure to hold a session
 * narrows it by one. What a server says about a recipient, a greylist's 450 for instance, is no
 * such failure: the session worked.
 *
 * Not simulated: the dead destination that is left alone for a while, and fractions of feedback.
 */
import { NETWORK_RESULTS } from '../facts/fact.ts'
import { NETWORK_CODE } from '../facts/codec.ts'
import type { Attempt } from './attempt.ts'

/** initial_destination_concurrency and default_destination_concurrency_limit. */
export const WINDOW_INITIAL = 5
export const WINDOW_MAX = 20

/** A delivery that waits for room in the window. */
export interface Job {
  readonly queueId: number
  readonly domain: string
  readonly recipients: readonly number[]
}

/** Plain, mutable world state. */
export interface Destination {
  window: number
  busy: number
  /** Jobs that wait, from `head` on; those before it have been taken. */
  waiting: Job[]
  head: number
}

export const newDestination = (): Destination => ({
  window: WINDOW_INITIAL,
  busy: 0,
  waiting: [],
  head: 0,
})

export function hasRoom(destination: Destination): boolean {
  return destination.busy < destination.window
}

/** The job that has waited longest; null when none waits. */
export function takeJob(destination: Destination): Job | null {
  const { waiting, head } = destination
  const job = waiting[head]
  if (job === undefined) return null
  destination.head = head + 1
  // What has been taken goes in one piece: shifting one by one would move all the others each time.
  if (destination.head * 2 > waiting.length) {
    destination.waiting = waiting.slice(destination.head)
    destination.head = 0
  }
  return job
}

/** A delivery has ended: the window learns from it. */
export function learn(destination: Destination, attempt: Attempt): void {
  destination.busy--
  const { window } = destination
  if (attempt.outcomes.some(({ code }) => isFailedSession(code)))
    destination.window = Math.max(1, window - 1)
  else destination.window = Math.min(WINDOW_MAX, window + 1)
}

const FAILED = ['connection refused', 'connect timeout', 'lost connection', 'timeout']

function isFailedSession(code: number): boolean {
  if (code < NETWORK_CODE) return false
  return FAILED.includes(NETWORK_RESULTS[code - NETWORK_CODE]?.name ?? '')
}
