/** What came of a run, as rows of a small figure: one per world and message. */
import type { LiveWorld } from '../../host/client.ts'
import { journeys, type JourneyReading } from '../../sim/facts/journeys.ts'
import type { Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'
import { same } from '../../sim/scenarios/words.ts'
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

/**
 * Letters in every world, those on the stage first; spam, which takes the same road in all of them,
 * only once. Where there are too many, the worlds beside the stage are summed up, or all of them.
 */
export function resultRows(worlds: readonly LiveWorld[], scenario: ScenarioFile): ResultRow[] {
  const shown = onStage(worlds, scenario.stage)
  const beside = worlds.filter((world) => !shown.includes(world))
  const rows = (summed: boolean) => (world: LiveWorld) => {
    const i = shown.indexOf(world)
    const { id } = world.record
    const name = i < 0 ? whatIf(scenario, id) : worldWords(scenario, id)
    return rowsOf(world, name, { withSpam: i === 0, summed })
  }
  const all = worlds.length === 0 ? [] : [...shown, ...beside].flatMap(rows(false))
  if (all.length <= ROWS_MAX) return all
  const some = [...shown.flatMap(rows(false)), ...beside.flatMap(rows(true))]
  if (some.length <= ROWS_WITH_OTHERS) return some
  return [...shown, ...beside].flatMap(rows(true))
}

function rowsOf(
  { index, record }: LiveWorld,
  world: Words,
  { withSpam, summed }: { readonly withSpam: boolean; readonly summed: boolean },
): ResultRow[] {
  const all = journeys(index, Infinity)
  const good = byMessage(all.filter((one) => one.record.kind === 'good'))
  const spam = withSpam ? byMessage(all.filter((one) => one.record.kind === 'spam')) : []
  const letters =
    summed && good.length > 1
      ? [rowOf(record.id, world, good.flat())]
      : good.map((one) => {
          const subject = good.length > 1 ? `“${one[0]?.record.subject}”` : ''
          return rowOf(`${record.id} ${one[0]?.record.id}`, both(world, subject), one)
        })
  return [
    ...letters,
    ...spam.map((one) =>
      rowOf(`${record.id} ${one[0]?.record.id}`, same(`“${one[0]?.record.subject}”`), one),
    ),
  ]
}

/** Journeys of the same message together. */
function byMessage(all: readonly JourneyReading[]): JourneyReading[][] {
  const found = new Map<number, JourneyReading[]>()
  for (const one of all) found.set(one.message, [...(found.get(one.message) ?? []), one])
  return [...found.values()]
}

function rowOf(key: string, name: Words, all: readonly JourneyReading[]): ResultRow {
  const tally = tallyOf(all)
  const times = all.map(({ endedAt, record }) => (endedAt ?? 0) - record.sentAt)
  return {
    key,
    name,
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
