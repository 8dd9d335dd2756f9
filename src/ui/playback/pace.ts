/**
 * Paced play: a monotone, piecewise linear map between simulated time and time on screen.
 *
 * A session of 200 ms gets some five seconds, so that each flight can be followed; eight hours in
 * which nothing happens get one or two. The same attempt with the same result a third time gets
 * less and less. Whatever the scenario, the whole lasts between `shortest` and `longest`.
 */
import type { LiveWorld } from '../../host/client.ts'
import type { Instant, Millis } from '../../sim/units.ts'
import { activityOf, type Activity } from './activity.ts'

export interface Gap {
  readonly from: Instant
  readonly to: Instant
  readonly screenFrom: Millis
  readonly screenTo: Millis
}

export interface Pace {
  /** How long the whole lasts on screen at speed 1. */
  readonly durationMs: Millis
  /** Instant at which the playback ends: the last thing has landed and been seen. */
  readonly end: Instant
  toScreen(t: Instant): Millis
  /** Not a whole number in general. */
  toSim(s: Millis): Instant
  /** Simulated milliseconds per second on screen at `t`. */
  secondIsWorth(t: Instant): Millis
  /** Where nothing happens for a while. */
  readonly gaps: readonly Gap[]
  /** Instants to stand still at when motion is unwelcome, ascending: something has just happened. */
  readonly stops: readonly Instant[]
}

export interface PaceOptions {
  /** Instants of people's acts, which are worth a look although they may leave no fact. */
  readonly acts?: readonly Instant[]
  readonly shortest?: Millis
  readonly longest?: Millis
}

/** Up to here a stretch between two events is drawn to scale. */
const TO_SCALE_MS = 40
/** Milliseconds on screen for one simulated millisecond, to scale. */
const MAGNIFICATION = 24
/** What each factor of ten beyond that adds. */
const PER_DECADE_MS = 110
/** A stretch without any activity that is longer than this is a gap. */
const GAP_MS = 2000
/** Repetitions may take this share of the longest playback at least. */
const FOLDED_SHARE = 0.25

/** Time on screen for a stretch of `ms` in which nothing new happens, before folding. */
function screenTime(ms: Millis): Millis {
  if (ms <= TO_SCALE_MS) return ms * MAGNIFICATION
  return TO_SCALE_MS * MAGNIFICATION + PER_DECADE_MS * Math.log10(ms / TO_SCALE_MS)
}

export function buildPace(worlds: readonly LiveWorld[], options: PaceOptions = {}): Pace {
  const { acts = [], shortest = 20_000, longest = 60_000 } = options
  return paceOf(activityOf(worlds, acts), shortest, longest)
}

/** The same from the activity alone; numbers in, numbers out. */
export function paceOf(activity: Activity, shortest: Millis, longest: Millis): Pace {
  const { breaks, weights, busy } = activity
  const widths = breaks.slice(1).map((to, i) => {
    const from = breaks[i] ?? 0
    return screenTime(to - from) * (weights[i] ?? 1)
  })
  fit(widths, weights, shortest, longest)
  const screens = [0]
  for (const width of widths) screens.push((screens.at(-1) ?? 0) + width)
  const gaps: Gap[] = []
  for (let i = 0; i + 1 < breaks.length; i++) {
    const [from, to] = [breaks[i] ?? 0, breaks[i + 1] ?? 0]
    if (busy[i] === true || to - from < GAP_MS) continue
    gaps.push({ from, to, screenFrom: screens[i] ?? 0, screenTo: screens[i + 1] ?? 0 })
  }
  return {
    durationMs: screens.at(-1) ?? 0,
    end: breaks.at(-1) ?? 0,
    toScreen: (t) => interpolate(breaks, screens, t),
    toSim: (s) => interpolate(screens, breaks, s),
    secondIsWorth: (t) => slopeAt(breaks, screens, t) * 1000,
    gaps,
    stops: stopsOf(breaks, screens),
  }
}

/** Brings the sum between the bounds: repetitions give way first, then everything. */
function fit(
  widths: number[],
  weights: readonly number[],
  shortest: number,
  longest: number,
): void {
  const sum = (folded: boolean): number =>
    widths.reduce((total, w, i) => ((weights[i] ?? 1) < 1 === folded ? total + w : total), 0)
  const repeated = sum(true)
  const full = sum(false)
  if (repeated + full === 0) return
  const room = Math.max(longest - full, FOLDED_SHARE * longest)
  const squeeze = repeated > room ? room / repeated : 1
  const total = full + repeated * squeeze
  const scale = Math.min(Math.max(total, shortest), longest) / total
  widths.forEach((w, i) => {
    widths[i] = w * scale * ((weights[i] ?? 1) < 1 ? squeeze : 1)
  })
}

/** Position of the last entry of `xs` at or before `x`, such that there is one after it. */
function segment(xs: readonly number[], x: number): number {
  let low = 0
  let high = Math.max(0, xs.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((xs[middle] ?? 0) <= x) low = middle
    else high = middle - 1
  }
  return low
}

function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  if (xs.length < 2) return ys[0] ?? 0
  const i = segment(xs, x)
  const [x0, x1] = [xs[i] ?? 0, xs[i + 1] ?? 0]
  const [y0, y1] = [ys[i] ?? 0, ys[i + 1] ?? 0]
  if (x <= x0 || x1 === x0) return y0
  return x >= x1 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

function slopeAt(breaks: readonly number[], screens: readonly number[], t: number): number {
  if (breaks.length < 2) return 1
  const i = segment(breaks, t)
  const screen = (screens[i + 1] ?? 0) - (screens[i] ?? 0)
  return screen === 0 ? 1 : ((breaks[i + 1] ?? 0) - (breaks[i] ?? 0)) / screen
}

/** Breaks that are far enough apart on screen to be read, and the end. */
function stopsOf(breaks: readonly number[], screens: readonly number[]): Instant[] {
  const stops: Instant[] = []
  let last = -Infinity
  breaks.forEach((at, i) => {
    const screen = screens[i] ?? 0
    if (screen - last < 600 && i !== breaks.length - 1) return
    stops.push(at)
    last = screen
  })
  return stops
}
