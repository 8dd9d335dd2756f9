/** How a message stands, in one sentence. */
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import type { JourneyReading } from '../../sim/facts/journeys.ts'
import { stateOf } from '../../sim/facts/why-links.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration, type Instant } from '../../sim/units.ts'
import { fillIn, type Piece } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { hostName } from './names.ts'
import { outcomeOf, resultOf, tallyOf, type Result, type Tally } from './whole-message.ts'
import { STATES, WHOLE } from './words.ts'

/** Which mark goes with it; each has a colour, a shape and the words beside it. */
export type Mark = 'accepted' | 'deferred' | 'refused' | 'asking' | 'asleep' | 'aside'

export interface StateReading {
  readonly mark: Mark
  readonly pieces: readonly Piece[]
}

export function stateSentence(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
  { scenario, level }: { readonly scenario: ScenarioFile; readonly level: Level },
): StateReading {
  const { key, mark } = stateKey(index, journey, until)
  const clock = (at: Instant | null): string =>
    at === null ? '–' : clockWithSeconds(index.record.startsAtEpochMs + at)
  const values: Readonly<Record<string, string>> = {
    end: clock(journey.endedAt),
    took: formatDuration((journey.endedAt ?? until) - journey.record.sentAt),
    copies: String(journey.copies),
    holder: hostName(scenario, journey.holder, level),
    next: clock(journey.nextTryAt),
  }
  const words = STATES[key]?.[level] ?? ''
  return { mark, pieces: fillIn(words, (name) => values[name] ?? null) }
}

/** Of a message with many recipients: how many it has reached, and when the last of them. */
export function wholeSentence(
  index: FactIndex,
  all: readonly JourneyReading[],
  { scenario, level }: { readonly scenario: ScenarioFile; readonly level: Level },
): StateReading {
  const tally = tallyOf(all)
  const holder = all.find(({ outcome }) => outcome === 'queued')?.holder ?? -1
  const at = tally.lastArrival
  const values: Readonly<Record<string, string>> = {
    all: String(tally.all),
    reached: String(tally.reached),
    waiting: String(tally.waiting),
    failed: String(tally.failed),
    aside: String(tally.aside),
    holder: hostName(scenario, holder, level),
    last: at === null ? '–' : clockWithSeconds(index.record.startsAtEpochMs + at),
    took: formatDuration((at ?? 0) - (all[0]?.record.sentAt ?? 0)),
  }
  const parts = wholeParts(tally).map((key) => WHOLE[key][level])
  const outcome = outcomeOf(tally)
  const mark = MARKS[outcome] ?? 'refused'
  return { mark, pieces: fillIn(`${parts.join('; ')}.`, (name) => values[name] ?? null) }
}

const MARKS: Partial<Readonly<Record<Result, Mark>>> = {
  delivered: 'accepted',
  junk: 'aside',
  queued: 'deferred',
}

function wholeParts({ reached, aside, waiting, failure }: Tally): (keyof typeof WHOLE)[] {
  const failed = failure === null || failure === 'queued' ? [] : [failure]
  return [
    reached > 0 ? 'reached' : 'none',
    ...(aside > 0 ? (['aside'] as const) : []),
    ...(waiting > 0 ? (['waiting'] as const) : []),
    ...failed.filter((one) => one !== 'delivered'),
  ]
}

function stateKey(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
): { key: string; mark: Mark } {
  const { outcome, copies } = journey
  if (resultOf(journey) === 'junk') return { key: 'junk', mark: 'aside' }
  if (outcome === 'delivered') return { key: copies > 1 ? 'twice' : 'delivered', mark: 'accepted' }
  if (outcome !== 'queued') return { key: outcome, mark: 'refused' }
  const holder = stateOf(index, journey.holder, until)?.fact.state ?? 'up'
  if (holder === 'asleep') return { key: 'asleep', mark: 'asleep' }
  if (holder === 'offline') return { key: 'offline', mark: 'deferred' }
  if (holder !== 'up') return { key: 'away', mark: 'asleep' }
  if (journey.nextTryAt === null) return { key: 'open', mark: 'asking' }
  return { key: 'waiting', mark: 'deferred' }
}
