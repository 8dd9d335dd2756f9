/**
 * Measuring on a machine that does other things too: processor time instead of time on the wall,
 * competitors by turns instead of one after the other, medians instead of means.
 */

/** Repetitions that count, after one that only warms the compiler up. */
const REPETITIONS = 5

/** Seconds of processor time that this process, its collector and its compiler spend on `work`. */
function cost(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** Median cost in seconds. */
export function costOf(work: () => void, repetitions = REPETITIONS): number {
  const costs: number[] = []
  work()
  for (let i = 0; i < repetitions; i++) costs.push(cost(work))
  return median(costs)
}

export interface Comparison {
  /** Median costs in seconds. */
  readonly ours: number
  readonly theirs: number
  /** How fast ours is in multiples of theirs: the median over pairs that ran side by side. */
  readonly ratio: number
}

/** Runs two competitors by turns, so that a slow minute of the machine hits both. */
export function compare(
  ours: () => void,
  theirs: () => void,
  repetitions = REPETITIONS,
): Comparison {
  const pairs: { ours: number; theirs: number }[] = []
  ours()
  theirs()
  for (let i = 0; i < repetitions; i++) {
    // Whoever comes second inherits a heap to be swept: they take turns at that too.
    const first = i % 2 === 0
    const a = cost(first ? ours : theirs)
    const b = cost(first ? theirs : ours)
    pairs.push(first ? { ours: a, theirs: b } : { ours: b, theirs: a })
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  }
}
