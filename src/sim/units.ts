/**
 * Time in the simulation. One unit everywhere: whole milliseconds. A leaf: everybody may import it.
 */
import { assert } from './assert.ts'

/** A duration in whole milliseconds. */
export type Millis = number

/** A point in time: whole milliseconds since the start of the run (not since 1970). */
export type Instant = number

export const seconds = (n: number): Millis => n * 1000
export const minutes = (n: number): Millis => n * 60_000
export const hours = (n: number): Millis => n * 3_600_000
export const days = (n: number): Millis => n * 86_400_000

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Units that a written duration may end in, in ascending order. */
export const DURATION_UNITS = ['ms', 's', 'min', 'h', 'd'] as const
export type DurationUnit = (typeof DURATION_UNITS)[number]

/** Milliseconds in one unit. */
export function unitMs(unit: DurationUnit): Millis {
  const ms = UNIT_MS[unit]
  assert(ms !== undefined, `no such unit: ${unit}`)
  return ms
}

/**
 * Reads a written duration such as `300 s`, `8 h`, `250ms` or `1.5 h`.
 * A bare number is taken in `bare`. Answers null for anything else, for fractions of a millisecond
 * and for what a double cannot hold exactly.
 */
export function parseDuration(text: string, bare: DurationUnit): Millis | null {
  const match = /^\s*(\d{1,15})(?:\.(\d{1,6}))?\s*([a-z]*)\s*$/.exec(text)
  if (match === null) return null
  const [, whole = '', fraction = '', written = ''] = match
  const unit = DURATION_UNITS.find((each) => each === (written === '' ? bare : written))
  if (unit === undefined) return null
  // In integers: 2.3 times 3,600,000 is not quite 8,280,000 in binary fractions.
  const scaled = Number(whole + fraction) * unitMs(unit)
  const scale = Number(`1${'0'.repeat(fraction.length)}`)
  return Number.isSafeInteger(scaled) && scaled % scale === 0 ? scaled / scale : null
}

/**
 * `28800000` → `8 h`; `90061000` → `1 d 1 h`, in four parts `1 d 1 h 1 min 1 s`. The largest units,
 * as far as they follow each other: `1 d`, not `1 d 5 s`. Below ten seconds with tenths.
 */
export function formatDuration(ms: Millis, parts = 2): string {
  if (ms < 1000) return `${ms} ms`
  const pieces: string[] = []
  let rest = ms < 10_000 ? ms : ms - (ms % 1000)
  for (const unit of ['d', 'h', 'min', 's'] as const) {
    const size = unitMs(unit)
    if (rest < size) {
      if (pieces.length > 0) break
      continue
    }
    const count = unit === 's' ? Math.floor(rest / 100) / 10 : Math.floor(rest / size)
    rest -= count * size
    pieces.push(`${count} ${unit}`)
    if (pieces.length === parts || rest === 0) break
  }
  return pieces.join(' ')
}
