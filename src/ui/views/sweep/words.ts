/** What the band says. */
import type { SweepPoint } from '../../../lab/sweep.ts'
import type { Level, Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'
import { formatDuration, type Millis } from '../../../sim/units.ts'

export const TITLE: Words = words('Many tries at once', 'A sweep over many runs', 'Sweep')

const UNITS = { s: 'seconds', min: 'minutes', h: 'hours' } as const
type Unit = keyof typeof UNITS

export const SWEEP = {
  about: words(
    'Each column is a letter sent many times over, each time with other luck. The band reaches from ' +
      'the luckiest to the unluckiest; the line in it is the middle.',
    'Each column is one value under many seeds. The band reaches from the shortest to the longest ' +
      'time; the line in it is the median.',
    'One column per value, seeds 1 to n. Band: minimum to maximum. Line: median.',
  ),
  covered: words(
    'There is a picture of what happens at every setting. It gives the answer away, so say first ' +
      'what you think; it opens after the run.',
    'A chart of the result at every value waits here. It gives the answer away, and opens after ' +
      'the run.',
    'Results for every value, hidden until a run is complete.',
  ),
  uncover: words(
    'Show the answer for every setting',
    'Show the answer for every value',
    'Show the sweep now',
  ),
  slider: words('Look along the band', 'Value along the sweep', 'Value along the sweep'),
  keys: words(
    'Arrow keys look along it; Enter or a click takes this value, and your run begins again.',
    'Arrow keys move along it; Enter or a click sets this value and restarts the run.',
    'Arrow keys move along it; Enter or a click sets this value and restarts the run.',
  ),
  take: (value: string): string => `Take ${value} for the run`,
  taken: (value: string): string => `The run has ${value}`,
  progress: (done: number, all: number): string => `${done} of ${all} columns computed`,
  x: (option: string, unit: Unit): string => `${option}, ${UNITS[unit]}`,
  y: (unit: Unit): string => `took, ${UNITS[unit]}`,
  same: words('exactly as long', 'time = value', 'y = x'),
  table: 'As a table',
  columns: ['Value', 'Shortest', 'Middle', 'Longest', 'Arrived'],
  none: '–',
} as const

/** `greylist delay`; in everyday words what the option is about. */
export function optionName(level: Level, path: string, about: string): string {
  if (level === 'everyday') return about
  if (level === 'protocol') return path
  return path.split('.').slice(1).join(' ').replaceAll('-', ' ')
}

/** As long as it was, to the second: `15 min 3 s`. */
const timeText = (ms: Millis): string => formatDuration(ms, 2)

/** `greylist delay 10 min: 15 min 3 s to 19 min 58 s`; a sentence cannot be followed by a value. */
export function told(
  level: Level,
  option: string,
  value: Millis,
  point: SweepPoint | undefined,
): string {
  const comma = level === 'everyday' ? ',' : ''
  const head = `${option}${comma} ${formatDuration(value, 2)}: `
  if (point === undefined) return `${head}not computed yet`
  const { low, high, arrived, of } = point
  if (low === null || high === null) return `${head}none of ${of} arrived`
  const [shortest, longest] = [timeText(low), timeText(high)]
  const span = shortest === longest ? shortest : `${shortest} to ${longest}`
  return `${head}${span}${arrived < of ? `; ${arrived} of ${of} arrived` : ''}`
}

/** The same for the table. */
export function cellsOf({ value, low, median, high, arrived, of }: SweepPoint): string[] {
  const times = [low, median, high].map((ms) => (ms === null ? SWEEP.none : timeText(ms)))
  return [formatDuration(value, 2), ...times, `${arrived} / ${of}`]
}

/** What the run on the stage has, in a sentence; it may have no result yet. */
export function ownRun(level: Level, value: Millis, measured: Millis | null): string {
  const has = formatDuration(value, 2)
  if (measured === null)
    return {
      everyday: `Your run has ${has}; its letter is not there yet.`,
      technical: `This run has ${has}; no result yet.`,
      protocol: `This run: ${has}, no result yet.`,
    }[level]
  return {
    everyday: `Your run has ${has}, and its letter took ${timeText(measured)}.`,
    technical: `This run has ${has}; it took ${timeText(measured)}.`,
    protocol: `This run: ${has}, ${timeText(measured)}.`,
  }[level]
}
