/** Intervals for claims about luck: over a number of seeds, never of one run. */

export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * Student's t for 19 degrees of freedom and 95 % of both sides: right for twenty values, and on the
 * safe side for more.
 */
const T_19 = 2.093
const Z = 1.96

/** Where the mean of what these values are drawn from lies, with 95 % confidence. */
export function meanInterval(values: readonly number[]): Interval {
  if (values.length < 20) throw new Error(`${values.length} values are too few`)
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const half = T_19 * Math.sqrt(squares / (n - 1) / n)
  return { mean, low: mean - half, high: mean + half }
}

/** Where a share lies of which so many of so many were seen, with 95 % confidence (Wilson, 1927). */
export function wilsonInterval(seen: number, of: number): Interval {
  const share = seen / of
  const [z2, centre] = [Z * Z, share + (Z * Z) / (2 * of)]
  const half = Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const scale = 1 + z2 / of
  return { mean: share, low: (centre - half) / scale, high: (centre + half) / scale }
}

/** Twenty seeds and what each gives. */
export const overSeeds = <T>(of: (seed: number) => T, seeds = 20): T[] =>
  Array.from({ length: seeds }, (_, i) => of(i + 1))
