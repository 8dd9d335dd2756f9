/** Where a band is drawn: values on the level, times upright, both in the same unit. */
import type { SweepPoint } from '../../../lab/sweep.ts'
import type { SweepSpec } from '../../../sim/scenarios/scenario.ts'
import { parseDuration, type Millis } from '../../../sim/units.ts'

/** The values of the option, as the scenario has written them. */
interface Domain {
  readonly from: Millis
  readonly step: Millis
  readonly count: number
}

interface Tick {
  readonly at: Millis
  /** In pixels. */
  readonly place: number
  readonly name: string
}

export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** What lies at the ends of the axes. */
  readonly valueAtRight: Millis
  readonly timeAtTop: Millis
  x(value: Millis): number
  y(time: Millis): number
  /** Position of the value that is nearest to a place, from 0. */
  nearest(x: number): number
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  /** Unit of the names of the ticks. */
  readonly unit: 's' | 'min' | 'h'
}

const MINUTE: Millis = 60_000
const HOUR: Millis = 3_600_000

/** Steps that people count in; from five minutes on each is twice the one before. */
const STEPS: readonly Millis[] = [
  ...[1, 2, 5, 10, 20, 30].map((n) => n * 1000),
  ...[1, 2, 5, 10, 20, 40, 80, 160].map((n) => n * MINUTE),
  ...[6, 12, 24, 48, 96, 192, 384].map((n) => n * HOUR),
]

/** Room for the names at the edges, in pixels. */
const EDGE = { left: 46, right: 12, top: 10, bottom: 36 }
/** Two names that are nearer than this run into each other. */
const APART = { x: 26, y: 11 }

export function domainOf({ from, to, step }: SweepSpec): Domain {
  const [first, last, by] = [from, to, step].map((text) => parseDuration(text, 's') ?? 0)
  const [a = 0, b = 0, c = 0] = [first, last, by]
  return { from: a, step: c, count: c > 0 ? Math.floor((b - a) / c) + 1 : 1 }
}

export const valueAt = ({ from, step }: Domain, position: number): Millis => from + position * step

/** The upper end of the times: never below the values, so that it seldom moves as points arrive. */
export function topOf(domain: Domain, points: readonly SweepPoint[]): Millis {
  const last = valueAt(domain, domain.count - 1)
  return Math.max(last, ...points.map(({ high }) => high ?? 0)) * 1.06
}

export function plotOf(width: number, height: number, domain: Domain, top: Millis): Plot {
  const [left, right] = [EDGE.left, Math.max(EDGE.left + 60, width - EDGE.right)]
  const [upper, bottom] = [EDGE.top, Math.max(EDGE.top + 60, height - EDGE.bottom)]
  const last = valueAt(domain, domain.count - 1)
  // From zero on both axes, so that "twice as long" looks like twice as long.
  const x = (value: Millis): number => left + (value / Math.max(1, last)) * (right - left)
  const y = (time: Millis): number => bottom - (time / Math.max(1, top)) * (bottom - upper)
  const unit = top < 3 * MINUTE ? 's' : top < 6 * HOUR ? 'min' : 'h'
  return {
    left,
    right,
    top: upper,
    bottom,
    valueAtRight: last,
    timeAtTop: top,
    x,
    y,
    nearest(place) {
      const value = ((place - left) / (right - left)) * last
      const position = domain.step > 0 ? Math.round((value - domain.from) / domain.step) : 0
      return Math.min(domain.count - 1, Math.max(0, position))
    },
    xTicks: ticksOf(last, x, APART.x, unit),
    yTicks: ticksOf(top, y, APART.y, unit),
    unit,
  }
}

const UNIT_MS = { s: 1000, min: MINUTE, h: HOUR }

/** The largest first: of two that are too near to each other the smaller goes. */
function ticksOf(
  upTo: Millis,
  scale: (at: Millis) => number,
  apart: number,
  unit: 's' | 'min' | 'h',
): Tick[] {
  const kept: Tick[] = []
  for (const at of STEPS.filter((each) => each <= upTo && each >= UNIT_MS[unit]).reverse()) {
    const place = scale(at)
    const next = kept[0]?.place ?? Infinity
    if (Math.abs(next - place) < apart || Math.abs(place - scale(0)) < apart) continue
    kept.unshift({ at, place, name: String(at / UNIT_MS[unit]) })
  }
  return kept
}
