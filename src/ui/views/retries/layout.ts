/** A message's tries as one line: marks, and between them waits as wide as they deserve. */
import type { AttemptReading } from '../../../sim/facts/attempts.ts'
import type { JourneyReading } from '../../../sim/facts/journeys.ts'
import type { Instant, Millis } from '../../../sim/units.ts'
import { attemptsOf } from '../../inspector/whole-message.ts'

/** A try, or several with the same result that one message to many recipients began together. */
export interface Tries {
  readonly attempt: AttemptReading
  readonly count: number
  /** When the last of them ended; null while one is under way. */
  readonly endedAt: Instant | null
}

export type Step =
  | ({ readonly kind: 'try' } & Tries)
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
export function triesOf(all: readonly JourneyReading[]): AttemptReading[] {
  return attemptsOf(all, ({ submissions, attempts }) => [
    ...submissions.filter(({ class: result }) => result === 'deferred' || result === 'refused'),
    ...attempts,
  ])
}

/** Tries that began within this time of each other are one mark, where they came out alike. */
const TOGETHER_MS: Millis = 60_000

/** Only for many recipients: two tries of one message to one address are two. */
function together(tries: readonly AttemptReading[], many: boolean): Tries[] {
  const found: Tries[] = []
  for (const attempt of tries) {
    const last = found.at(-1)
    const { class: result, endedAt, at } = attempt
    const alike = last?.attempt.class === result && at - last.attempt.at < TOGETHER_MS
    if (!many || last === undefined || !alike) {
      found.push({ attempt, count: 1, endedAt })
      continue
    }
    const end = last.endedAt === null || endedAt === null ? null : Math.max(last.endedAt, endedAt)
    found[found.length - 1] = { attempt: last.attempt, count: last.count + 1, endedAt: end }
  }
  return found
}

/** As it stands at `now`, of one message: a journey for each of its recipients. */
export function lineOf(all: readonly JourneyReading[], now: Instant): Line {
  const tries = together(triesOf(all), all.length > 1)
  const [from, to] = tries.length > UNFOLDED_MAX ? longestRun(tries) : [0, 0]
  const steps: Step[] = []
  tries.forEach((one, i) => {
    if (i > from && i < to) return
    const before = tries[i - 1]
    if (i === to && to > from) steps.push(fold(tries, from, to))
    // Those that were under way at the same time have not waited for each other.
    else if (before !== undefined && one.attempt.at > endOf(before))
      steps.push(wait(one.attempt.at - endOf(before), false))
    steps.push({ kind: 'try', ...one })
  })
  const last = tries.at(-1)
  const next = nextOf(all)
  if (next !== null && last !== undefined) {
    const at = Math.max(next, now)
    steps.push(wait(at - endOf(last), true))
    steps.push({ kind: 'next', at, overdue: next < now })
  }
  return { steps, weight: steps.reduce((sum, one) => sum + ('weight' in one ? one.weight : 0), 0) }
}

const endOf = ({ attempt, endedAt }: Tries): Instant => endedAt ?? attempt.at

/** The soonest that is announced for any of the recipients. */
function nextOf(all: readonly JourneyReading[]): Instant | null {
  const times = all.flatMap(({ nextTryAt, outcome }) =>
    nextTryAt === null || outcome !== 'queued' ? [] : [nextTryAt],
  )
  return times.length === 0 ? null : Math.min(...times)
}

function wait(ms: Millis, planned: boolean): Step {
  return { kind: 'wait', ms, weight: weightOf(ms), planned }
}

function fold(tries: readonly Tries[], from: number, to: number): Step {
  const ms = (tries[to]?.attempt.at ?? 0) - (tries[from]?.attempt.at ?? 0)
  return { kind: 'fold', count: to - from - 1, ms, weight: weightOf(ms) }
}

/** The inside of the longest row of tries with the same result: between which two to fold. */
function longestRun(tries: readonly Tries[]): [number, number] {
  let best: [number, number] = [0, 0]
  for (let start = 0; start < tries.length;) {
    let end = start
    while (tries[end + 1]?.attempt.reply === tries[start]?.attempt.reply) end++
    const [from, to] = [start + KEPT[0] - 1, end - KEPT[1] + 1]
    if (to - from > Math.max(1, best[1] - best[0])) best = [from, to]
    start = end + 1
  }
  return best
}
