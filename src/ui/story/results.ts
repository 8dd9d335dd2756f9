/** What came of a run, as rows of a small figure: one per world and message. */
import type { LiveWorld } from '../../host/client.ts'
import { journeys, type JourneyReading } from '../../sim/facts/journeys.ts'
import type { Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import type { Instant, Millis } from '../../sim/units.ts'
import {
  attemptsOf,
  outcomeOf,
  tallyOf,
  tallyText,
  type Tally,
} from '../inspector/whole-message.ts'
import { onStage } from '../state/runtime.ts'
import { OUTCOMES, WHAT_IF } from '../words/page.ts'
import { worldWords } from '../words/world-name.ts'

export interface ResultRow {
  readonly key: string
  /** Whose letter, or which road it took. */
  readonly name: Words
  /** Spam: that it got in is no good news. */
  readonly isSpam: boolean
  readonly outcome: string
  /** How many journeys it sums up: letters, or recipients of one. */
  readonly tally: Tally
  /** The most that lie in one mailbox: two and more after a lost receipt. */
  readonly copies: number
  /** From sending to the end, of the one that took longest; null while one has no end. */
  readonly took: Millis | null
  readonly sentAt: Instant
  readonly endedAt: Instant | null
  /** When each try was decided, of all that are summed up; when it began while it is not. */
  readonly attempts: readonly Instant[]
}

/** A class is not drawn from a crowd: a world with more letters than there is room for is summed up. */
const ROWS_MAX = 6
/** Worlds beside the stage have a row each, even so. */
const ROWS_WITH_OTHERS = 8

/** How much is told of a world. */
interface Telling {
  /** Good letters in one row. */
  readonly summed: boolean
  readonly withSpam: boolean
}

/**
 * Letters in every world, those on the stage first; spam in one row per world. Where there are too many
 * rows, first the letters of worlds beside the stage are summed up, then their spam is left out, then
 * the letters of all worlds are summed up.
 */
export function resultRows(worlds: readonly LiveWorld[], scenario: ScenarioFile): ResultRow[] {
  const shown = onStage(worlds, scenario.stage)
  const beside = worlds.filter((world) => !shown.includes(world))
  const inAll = (onIt: Telling, besideIt: Telling): ResultRow[] => [
    ...shown.flatMap((world) => rowsOf(world, worldWords(scenario, world.record.id), onIt)),
    ...beside.flatMap((world) => rowsOf(world, whatIf(scenario, world.record.id), besideIt)),
  ]
  const all = inAll(EACH, EACH)
  if (all.length <= ROWS_MAX) return all
  const shorter: readonly (readonly [Telling, Telling])[] = [
    [EACH, SUMMED],
    [EACH, SUMMED_GOOD],
    [SUMMED, SUMMED],
  ]
  for (const [onIt, besideIt] of shorter) {
    const rows = inAll(onIt, besideIt)
    if (rows.length <= ROWS_WITH_OTHERS) return rows
  }
  return inAll(SUMMED, SUMMED_GOOD)
}

const EACH: Telling = { summed: false, withSpam: true }
const SUMMED: Telling = { summed: true, withSpam: true }
const SUMMED_GOOD: Telling = { summed: true, withSpam: false }

function rowsOf({ index, record }: LiveWorld, world: Words, telling: Telling): ResultRow[] {
  const all = journeys(index, Infinity)
  const good = byMessage(all.filter((one) => one.record.kind === 'good'))
  const spam = byMessage(all.filter((one) => one.record.kind === 'spam'))
  const row = (which: string, of: readonly JourneyReading[], isSpam: boolean): ResultRow =>
    rowOf(`${record.id} ${of[0]?.record.id}`, both(world, which), of, isSpam)
  const letters =
    telling.summed && good.length > 1
      ? [row('', good.flat(), false)]
      : good.map((one) => row(good.length > 1 ? quoted(one) : '', one, false))
  const bad = spam.length === 1 ? quoted(spam.flat()) : SPAM
  return telling.withSpam && spam.length > 0 ? [...letters, row(bad, spam.flat(), true)] : letters
}

/** What letters that nobody wants are called, in all three levels. */
const SPAM = 'spam'

const quoted = ([first]: readonly JourneyReading[]): string => `“${first?.record.subject}”`

/** Journeys of the same message together. */
function byMessage(all: readonly JourneyReading[]): JourneyReading[][] {
  const found = new Map<number, JourneyReading[]>()
  for (const one of all) {
    const known = found.get(one.message)
    if (known === undefined) found.set(one.message, [one])
    else known.push(one)
  }
  return [...found.values()]
}

function rowOf(
  key: string,
  name: Words,
  all: readonly JourneyReading[],
  isSpam: boolean,
): ResultRow {
  const tally = tallyOf(all)
  const times = all.map(({ endedAt, record }) => (endedAt ?? 0) - record.sentAt)
  return {
    key,
    name,
    isSpam,
    tally,
    copies: Math.max(0, ...all.map((one) => one.copies)),
    outcome: outcomeOf(tally),
    took: tally.endedAt === null ? null : Math.max(...times),
    sentAt: Math.min(...all.map(({ record }) => record.sentAt)),
    endedAt: tally.endedAt,
    attempts: attemptsOf(all, ({ attempts }) => attempts).map(({ at, endedAt }) => endedAt ?? at),
  }
}

/** `delivered`; of several `20 of 20 delivered`; with `2 copies` where it has come again. */
export function outcomeText({ tally, outcome, copies }: ResultRow, level: Level): string {
  const text = tally.all > 1 ? tallyText(tally, level) : (OUTCOMES[outcome]?.[level] ?? outcome)
  return copies > 1 ? `${text}, ${COPIES(copies, tally.all > 1)}` : text
}

/** Of several letters: of one of them. */
const COPIES = (copies: number, many: boolean): string =>
  `${many ? 'one of them in ' : ''}${copies} copies`

/** It was computed beside what was played. */
function whatIf(scenario: ScenarioFile, id: string): Words {
  const { everyday, technical, protocol } = worldWords(scenario, id)
  return {
    everyday: `${WHAT_IF} ${everyday}`,
    technical: `${WHAT_IF} ${technical}`,
    protocol: `${WHAT_IF} ${protocol}`,
  }
}

function both(world: Words, which: string): Words {
  const add = (text: string): string => (which === '' ? text : `${text}: ${which}`)
  return {
    everyday: add(world.everyday),
    technical: add(world.technical),
    protocol: add(world.protocol),
  }
}
