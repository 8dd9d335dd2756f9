/** A message's tries as one line: marks, and between them waits as wide as they deserve. */
import type { AttemptReading } from '../../../sim/facts/attempts.ts'
import type { JourneyReading } from '../../../sim/facts/journeys.ts'
import type { Instant, Millis } from '../../../sim/units.ts'

export type Step =
  | { readonly kind: 'try'; readonly attempt: AttemptReading }
  | {
      readonly kind: 'wait'
      readonly ms: Millis
      readonly weight: number
      readonly planned: boolean
    }
  /** Tries that were all alike, folded. */
  | { readonly kind: 'fold'; readonly count: number; readonly ms: Millis; readonly weight: number }
  /** Announced, and not yet come; `overdue` when its time has passed in vain. */
  | { readonly kind: 'next'; readonly at: Instant; readonly overdue: boolean }

export interface Line {
  readonly steps: readonly Step[]
  /** Sum of the weights: lines on one page share a scale. */
  readonly weight: number
}

const UNFOLDED_MAX = 12
/** Of a long row of equal tries these stay at its beginning and its end. */
const KEPT = [4, 2] as const

/** Square roots, so that 5 minutes and 70 minutes are both seen, and longer is still longer. */
const weightOf = (ms: Millis): number => Math.sqrt(Math.max(0, ms) / 1000)

/** Tries of the message itself; the hand-over to the relay counts when it failed. */
export function triesOf({ submissions, attempts }: JourneyReading): AttemptReading[] {
  return [
    ...submissions.filter(({ class: result }) => result === 'deferred' || result === 'refused'),
    ...attempts,
  ].sort((a, b) => a.at - b.at)
}

/** As it stands at `now`. */
export function lineOf(journey: JourneyReading, now: Instant): Line {
  const tries = triesOf(journey)
  const [from, to] = tries.length > UNFOLDED_MAX ? longestRun(tries) : [0, 0]
  const steps: Step[] = []
  tries.forEach((attempt, i) => {
    if (i > from && i < to) return
    const before = tries[i - 1]
    if (i === to && to > from) steps.push(fold(tries, from, to))
    else if (before !== undefined)
      steps.push(wait(attempt.at - (before.endedAt ?? before.at), false))
    steps.push({ kind: 'try', attempt })
  })
  const last = tries.at(-1)
  if (journey.nextTryAt !== null && last !== undefined) {
    const at = Math.max(journey.nextTryAt, now)
    steps.push(wait(at - (last.endedAt ?? last.at), true))
    steps.push({ kind: 'next', at, overdue: journey.nextTryAt < now })
  }
  return { steps, weight: steps.reduce((sum, one) => sum + ('weight' in one ? one.weight : 0), 0) }
}

function wait(ms: Millis, planned: boolean): Step {
  return { kind: 'wait', ms, weight: weightOf(ms), planned }
}

function fold(tries: readonly AttemptReading[], from: number, to: number): Step {
  const ms = (tries[to]?.at ?? 0) - (tries[from]?.at ?? 0)
  return { kind: 'fold', count: to - from - 1, ms, weight: weightOf(ms) }
}

/** The inside of the longest row of tries with the same result: between which two to fold. */
function longestRun(tries: readonly AttemptReading[]): [number, number] {
  let best: [number, number] = [0, 0]
  for (let start = 0; start < tries.length;) {
    let end = start
    while (tries[end + 1]?.reply === tries[start]?.reply) end++
    const [from, to] = [start + KEPT[0] - 1, end - KEPT[1] + 1]
    if (to - from > Math.max(1, best[1] - best[0])) best = [from, to]
    start = end + 1
  }
  return best
}
