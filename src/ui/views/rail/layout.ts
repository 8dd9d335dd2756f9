/** Where things stand on the rail: numbers from instants and a size. */
import type { Instant, Millis } from '../../../sim/units.ts'

/** What the rail has to know of a `Pace`. */
export interface Axis {
  readonly durationMs: Millis
  readonly end: Instant
  toScreen(t: Instant): Millis
  toSim(s: Millis): Instant
}

export interface RailScale {
  /** Left edge of time 0, and the width of all time. */
  readonly left: number
  readonly width: number
  x(t: Instant): number
  t(x: number): Instant
}

export function railScale(axis: Axis, left: number, width: number, linear: boolean): RailScale {
  const clamp = (f: number): number => Math.min(1, Math.max(0, f))
  const whole = linear ? axis.end : axis.durationMs
  const share = (t: Instant): number => {
    if (whole <= 0) return 0
    return clamp((linear ? t : axis.toScreen(Math.min(t, axis.end))) / whole)
  }
  return {
    left,
    width,
    x: (t) => left + width * share(t),
    t: (x) => {
      const f = clamp((x - left) / Math.max(1, width))
      return Math.round(linear ? f * whole : axis.toSim(f * whole))
    },
  }
}

export interface RailRows {
  /** Middle of each world's lane. */
  readonly lanes: readonly number[]
  /** Upper edge of each host's row of bars. */
  readonly bars: ReadonlyMap<number, number>
  readonly barHeight: number
  readonly axis: number
  readonly height: number
  /** Size of letters and marks, 1 where type has its ordinary size. */
  readonly zoom: number
}

const LANE = 21
const BAR = 14

/** Worlds first, then a row for each host that is ever away (the first first), then the clock. */
export function railRows(
  worlds: number,
  hosts: readonly number[],
  pins: boolean,
  zoom: number,
): RailRows {
  const lane = LANE * zoom
  const bar = BAR * zoom
  const top = pins ? 14 * zoom : 1
  const lanes = Array.from({ length: worlds }, (_, i) => top + lane * (i + 0.5))
  const below = top + lane * worlds + 2
  const rows = [...new Set(hosts)]
  const bars = new Map(rows.map((host, i) => [host, below + i * bar]))
  const axis = below + rows.length * bar + 12 * zoom
  return { lanes, bars, barHeight: bar - 2, axis, height: axis + 4 * zoom, zoom }
}

const STEPS: readonly Millis[] = [
  1, 5, 10, 50, 100, 500, 1000, 5000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 7_200_000,
  14_400_000, 28_800_000, 86_400_000, 172_800_000, 604_800_000,
]

/** Instants that get a clock on an even axis, at least `apart` pixels from each other. */
export function evenTicks(scale: RailScale, end: Instant, apart: number): Instant[] {
  const step = STEPS.find((ms) => (ms / Math.max(1, end)) * scale.width >= apart)
  if (step === undefined) return [0]
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step)
}

/** Of the given instants those that have room, from the left; the same word never twice running. */
export function sparseTicks(
  scale: RailScale,
  instants: readonly Instant[],
  word: (t: Instant) => string,
  apart: number,
): Instant[] {
  const ticks: Instant[] = []
  let last = -Infinity
  let said = ''
  for (const t of instants) {
    if (scale.x(t) - last < apart || word(t) === said) continue
    ticks.push(t)
    last = scale.x(t)
    said = word(t)
  }
  return ticks
}

/** A bar as it is drawn: in which row, from where to where, and what it would like to say. */
export interface DrawnBar {
  readonly host: number
  readonly x: number
  readonly end: number
  readonly name: string
  readonly short: string
}

/** Bars of one row that touch are drawn as one. */
const TOUCH = 1.5

/** Bars too close to be told apart become one, so that many short ones do not look like a wall. */
export function mergedBars<T extends DrawnBar>(bars: readonly T[]): T[] {
  const found: T[] = []
  const last = new Map<string, number>()
  for (const bar of bars) {
    const row = `${bar.host} ${bar.name}`
    const i = last.get(row)
    const before = i === undefined ? undefined : found[i]
    if (i !== undefined && before !== undefined && bar.x - before.end < TOUCH) {
      found[i] = { ...before, end: Math.max(before.end, bar.end) }
      continue
    }
    last.set(row, found.length)
    found.push(bar)
  }
  return found
}

/** Marks of one kind nearer to each other than this are drawn as one: nobody could tell them apart. */
const CLOSE = 2.5
/** In a crowd of more marks than this they need room to be read at all: most of their own width. */
const CROWD = 120
const CLOSE_IN_A_CROWD = 11

/**
 * Of marks in order of time those that are drawn: the first of each cluster of one kind. With the
 * marks of a few letters that is all of them; with a crowd the picture stays one that can be drawn.
 */
export function distinctMarks<T>(
  marks: readonly T[],
  { x, kind }: { readonly x: (mark: T) => number; readonly kind: (mark: T) => string },
): T[] {
  const close = marks.length > CROWD ? CLOSE_IN_A_CROWD : CLOSE
  const last = new Map<string, number>()
  return marks.filter((mark) => {
    const [at, of] = [x(mark), kind(mark)]
    const before = last.get(of)
    if (before !== undefined && at >= before && at - before < close) return false
    last.set(of, at)
    return true
  })
}

/** Stretches that touch or overlap, as one each. */
export function joined(spans: readonly { from: number; to: number }[]): {
  from: number
  to: number
}[] {
  const found: { from: number; to: number }[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = found.at(-1)
    if (before !== undefined && span.from - before.to < TOUCH)
      before.to = Math.max(before.to, span.to)
    else found.push({ ...span })
  }
  return found
}

/**
 * What is written in which bar: its name where there is room before the next one of its row begins,
 * otherwise the short one, otherwise nothing. All of them have the name as a title.
 */
export function namedBars<T extends DrawnBar>(
  bars: readonly T[],
  right: number,
  letter: number,
): ReadonlyMap<T, string> {
  const named = new Map<T, string>()
  bars.forEach((bar, i) => {
    const next = bars.find((one, k) => k > i && one.host === bar.host)
    const room = Math.min(next?.x ?? right, right) - bar.x - 2 * NAME_MARGIN
    const fits = [bar.name, bar.short].find((text) => text.length * letter <= room)
    if (fits !== undefined) named.set(bar, fits)
  })
  return named
}

/** Before and behind the name in a bar. */
export const NAME_MARGIN = 5
