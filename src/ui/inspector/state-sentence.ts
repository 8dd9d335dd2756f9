/** How a message stands, in one sentence. */
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import type { JourneyReading } from '../../sim/facts/journeys.ts'
import { stateOf } from '../../sim/facts/why-links.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration, type Instant } from '../../sim/units.ts'
import { fillIn, type Piece } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { hostName } from './names.ts'
import { STATES } from './words.ts'

/** Which mark goes with it; each has a colour, a shape and the words beside it. */
export type Mark = 'accepted' | 'deferred' | 'refused' | 'asking' | 'asleep'

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

function stateKey(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
): { key: string; mark: Mark } {
  const { outcome, copies } = journey
  if (outcome === 'delivered') return { key: copies > 1 ? 'twice' : 'delivered', mark: 'accepted' }
  if (outcome !== 'queued') return { key: outcome, mark: 'refused' }
  const holder = stateOf(index, journey.holder, until)?.fact.state ?? 'up'
  if (holder === 'asleep') return { key: 'asleep', mark: 'asleep' }
  if (holder === 'offline') return { key: 'offline', mark: 'deferred' }
  if (holder !== 'up') return { key: 'away', mark: 'asleep' }
  if (journey.nextTryAt === null) return { key: 'open', mark: 'asking' }
  return { key: 'waiting', mark: 'deferred' }
}
