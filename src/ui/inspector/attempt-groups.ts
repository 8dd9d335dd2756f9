/** Attempts as a list that stays short: identical ones in a row are folded. */
import type { AttemptReading } from '../../sim/facts/attempts.ts'
import type { Millis } from '../../sim/units.ts'

export interface ListedAttempt {
  readonly attempt: AttemptReading
  /** Since the one before began; null for the first. */
  readonly gap: Millis | null
}

/** One or more attempts in a row with the same end; the ones in the middle may be hidden. */
export interface AttemptGroup {
  /** Stays the same while the group grows. */
  readonly key: number
  readonly first: ListedAttempt
  readonly middle: readonly ListedAttempt[]
  readonly last: ListedAttempt | null
}

/** Fewer than this are not worth folding. */
const FOLD_FROM = 4

export function attemptGroups(attempts: readonly AttemptReading[]): AttemptGroup[] {
  const listed = attempts.map((attempt, i): ListedAttempt => {
    const before = attempts[i - 1]
    return { attempt, gap: before === undefined ? null : attempt.at - before.at }
  })
  const runs: ListedAttempt[][] = []
  for (const one of listed) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && isAlike(before.attempt, one.attempt))
      run.push(one)
    else runs.push([one])
  }
  return runs.flatMap(groupsOf)
}

function groupsOf(run: readonly ListedAttempt[]): AttemptGroup[] {
  const [first, ...others] = run
  if (first === undefined) return []
  const key = first.attempt.attempt
  const last = others.at(-1) ?? null
  if (run.length >= FOLD_FROM) return [{ key, first, middle: others.slice(0, -1), last }]
  return run.map((one) => ({ key: one.attempt.attempt, first: one, middle: [], last: null }))
}

function isAlike(a: AttemptReading, b: AttemptReading): boolean {
  return (
    a.class === b.class &&
    a.reply === b.reply &&
    a.server === b.server &&
    a.host === b.host &&
    a.aim === b.aim
  )
}
