/**
 * Readings by name: what checks, bets and the words of a lesson speak of.
 *
 * - `<world>.<message id>.<what>` of a message, for its first recipient where it has several
 *   (`metrics-message.ts`);
 * - `<world>.all.<what>` of all its messages, reports not counted;
 * - `<world>.good.<what>` and `<world>.spam.<what>` of those that are good, or spam, as their writers
 *   meant them (`metrics-kind.ts`);
 * - `<world>.<name>.<what>` of all letters of that name, `newsletter-1`, `newsletter-2`, as those of a
 *   description are called (`metrics-crowd.ts`);
 * - `<world>.@<host id>.<what>` of a host (`metrics-host.ts`);
 * - `lead.<message id>`: the world in which it arrived first.
 */
import { formatLogDate, weekday } from '../mail/date.ts'
import { formatDuration, type Instant } from '../units.ts'
import type { FactIndex } from './fact-index.ts'
import { journeyReading, type JourneyReading } from './journeys.ts'
import { CROWD_METRICS, crowdReading, isMessageId } from './metrics-crowd.ts'
import { HOST_METRICS, hostReading } from './metrics-host.ts'
import { KIND_METRICS } from './metrics-kind.ts'
import { ALL_METRICS, MESSAGE_METRICS } from './metrics-message.ts'
import { sizeText, type Reading } from './reading.ts'
import { totalsAt } from './totals.ts'

export type { Reading } from './reading.ts'

/** The reading at `until`; null where its world, its message or it itself is not there. */
export function readMetric(
  worlds: readonly FactIndex[],
  path: string,
  until: Instant,
): Reading | null {
  const [world = '', of = '', what = ''] = path.split('.')
  if (world === 'lead') return lead(worlds, of, until)
  const index = worlds.find(({ record }) => record.id === world)
  if (index === undefined) return null
  if (of.startsWith('@')) return hostReading(index, of.slice(1), what, until)
  if (of === 'all') return ALL_METRICS[what]?.(index, until) ?? null
  if (of === 'good' || of === 'spam')
    return KIND_METRICS[what]?.(totalsAt(index, until)[of]) ?? null
  if (!isMessageId(of)) return crowdReading(index, of, what, until)
  const journey = journeyById(index, of, until)
  return journey === null ? null : (MESSAGE_METRICS[what]?.(journey, index, until) ?? null)
}

/** Whether the path names a world and something that can be read; the message may come later. */
export function isMetricPath(path: string, worlds: readonly string[]): boolean {
  const parts = path.split('.')
  const [world = '', of = '', what = ''] = parts
  if (world === 'lead') return parts.length === 2
  return parts.length === 3 && worlds.includes(world) && Object.hasOwn(metricsOf(of), what)
}

function metricsOf(of: string): Readonly<Record<string, unknown>> {
  if (of.startsWith('@')) return HOST_METRICS
  if (of === 'good' || of === 'spam') return KIND_METRICS
  if (of === 'all') return ALL_METRICS
  return isMessageId(of) ? MESSAGE_METRICS : CROWD_METRICS
}

/** The same as people read it: `17 min 26 s`, `Tue 09:17`, `9.0 MB`, `12.60`, `450 4.2.0`. */
export function readingText(
  worlds: readonly FactIndex[],
  path: string,
  until: Instant,
): string | null {
  const reading = readMetric(worlds, path, until)
  if (reading === null) return null
  if (reading.kind === 'time') return formatDuration(reading.value)
  if (reading.kind === 'size') return sizeText(reading.value)
  if (reading.kind === 'money') return (reading.value / 100).toFixed(2)
  if (reading.kind !== 'clock') return String(reading.value)
  const startsAt = worlds[0]?.record.startsAtEpochMs ?? 0
  return clockText(startsAt + reading.value)
}

/** `Tue 09:17` */
function clockText(epochMs: number): string {
  return `${weekday(epochMs)} ${formatLogDate(epochMs).slice(-8, -3)}`
}

function journeyById(index: FactIndex, id: string, until: Instant): JourneyReading | null {
  const message = index.record.messages.findIndex((one) => one.id === id)
  if (message < 0) return null
  if (until !== Infinity) return journeyReading(index, message, 0, until)
  let ends = ENDS.get(index)
  if (ends?.length !== index.length) {
    ends = { length: index.length, journeys: new Map() }
    ENDS.set(index, ends)
  }
  const known = ends.journeys.get(message) ?? journeyReading(index, message, 0, until)
  ends.journeys.set(message, known)
  return known
}

/** Checks and words ask for the same few journeys, at their end, again and again. */
const ENDS = new WeakMap<
  FactIndex,
  { readonly length: number; readonly journeys: Map<number, JourneyReading | null> }
>()

/** The world in which the message was delivered first; null unless at least two have it. */
function lead(worlds: readonly FactIndex[], message: string, until: Instant): Reading | null {
  let best: { id: string; at: Instant } | null = null
  let arrived = 0
  for (const index of worlds) {
    const journey = journeyById(index, message, until)
    if (journey === null || journey.outcome !== 'delivered' || journey.endedAt === null) continue
    arrived++
    if (best === null || journey.endedAt < best.at)
      best = { id: index.record.id, at: journey.endedAt }
  }
  return best === null || arrived < 2 ? null : { kind: 'word', value: best.id }
}
