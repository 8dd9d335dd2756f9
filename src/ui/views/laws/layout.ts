/** Rows of tries on one compressed axis: numbers from laws, options and a width. */
import { scaleSymlog } from 'd3'
import { RETRY_LAWS } from '../../../sim/mail/retry/index.ts'
import { LAW_DEFAULTS, type LawOptions, type RetryLaw } from '../../../sim/mail/retry/law.ts'
import { scheduleOf, type Schedule } from '../../../sim/mail/retry/schedule.ts'
import { days, hours, minutes, type Instant, type Millis } from '../../../sim/units.ts'
import type { Place } from './places.ts'

export interface LawRow extends Schedule {
  readonly law: RetryLaw
  /** Until when it keeps trying: when it gave up, or its lifetime where there are too many tries. */
  readonly until: Instant
  /** Where it is in force; empty: nowhere in this run. */
  readonly places: readonly Place[]
}

/** More tries than this are not computed, and told as "more than". */
export const TRIES_MAX = 2000

/** One row for each law, each with the options of the place where it is in force. */
export function rowsOf(places: readonly Place[]): LawRow[] {
  const usual = places[0]?.options ?? LAW_DEFAULTS
  return RETRY_LAWS.map((law) => {
    const here = places.filter((place) => place.law === law.id)
    const options = here[0]?.options ?? usual
    const schedule = scheduleOf(law, options, middlePhase(law, options), TRIES_MAX)
    const until = schedule.gaveUpAt ?? law.ownLifetimeMs ?? options.lifetimeMs
    return { ...schedule, law, until, places: here }
  })
}

/** Scans and queue runs half-way between two: neither the best luck nor the worst. */
function middlePhase({ reads }: RetryLaw, options: LawOptions): number {
  const period = reads.includes('queueRunDelayMs') ? options.queueRunDelayMs : options.queueRunnerMs
  return Math.floor(period / 2)
}

/** Instants with a line of their own, and a label where there is room. */
export const AXIS_TICKS: readonly Millis[] = [
  minutes(1),
  minutes(5),
  minutes(15),
  hours(1),
  hours(4),
  days(1),
  days(5),
]

/** The axis reaches at least so far, so that rows do not stretch when an option changes. */
const AXIS_END_MIN = days(7) + hours(2)

/** Where an age lies, from the first try at the left edge. */
export type AgeScale = (age: Millis) => number

/** Even up to about a minute, then the more compressed the later. */
export function ageScale(rows: readonly LawRow[], left: number, right: number): AgeScale {
  const end = Math.max(AXIS_END_MIN, ...rows.map(({ until }) => until))
  const scale = scaleSymlog().constant(minutes(1)).domain([0, end]).range([left, right])
  return (age) => scale(age)
}

/** The ticks whose labels keep their distance, the first first. */
export function labelledTicks(scale: AgeScale, apart: number): Millis[] {
  const labelled: Millis[] = []
  for (const tick of AXIS_TICKS) {
    const last = labelled.at(-1)
    if (last === undefined || scale(tick) - scale(last) >= apart) labelled.push(tick)
  }
  return labelled
}

/** One dot, or a bar of tries that lie too close to be told apart. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Neighbours nearer than `apart` pixels are drawn as one. */
export function marksOf(tries: readonly Instant[], scale: AgeScale, apart: number): Mark[] {
  const marks: Mark[] = []
  for (const at of tries) {
    const x = scale(at)
    const last = marks.at(-1)
    if (last !== undefined && x - last.to < apart)
      marks[marks.length - 1] = { ...last, to: x, count: last.count + 1 }
    else marks.push({ from: x, to: x, count: 1 })
  }
  return marks
}
