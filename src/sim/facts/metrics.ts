/**
 * Readings by name: what checks, bets and the words of a lesson speak of.
 *
 * `<world>.<message id>.<what>` for the message's first recipient, and `lead.<message id>`: the
 * world in which it arrived first. What there is to read stands in `METRICS`.
 */
import { formatLogDate, weekday } from '../mail/date.ts'
import { formatDuration, type Instant } from '../units.ts'
import type { FactIndex } from './fact-index.ts'
import { journeyReading, type JourneyReading } from './journeys.ts'

/** A reading: a count, an instant or duration in milliseconds, or a word. */
export type Reading =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'time'; readonly value: Instant }
  | { readonly kind: 'clock'; readonly value: Instant }
  | { readonly kind: 'word'; readonly value: string }

type Read = (journey: JourneyReading) => Reading | null

const time = (value: Instant | null | undefined): Reading | null =>
  value === null || value === undefined ? null : { kind: 'time', value }
const word = (value: string | undefined): Reading | null =>
  value === undefined || value === '' ? null : { kind: 'word', value }
const count = (value: number): Reading => ({ kind: 'count', value })

/** What can be read of a journey. */
const METRICS: Readonly<Record<string, Read>> = {
  outcome: (j) => word(j.outcome),
  /** Tries to reach the recipient's domain. */
  attempts: (j) => count(j.attempts.length),
  endedAt: (j) => time(j.endedAt),
  endedAtClock: (j) => (j.endedAt === null ? null : { kind: 'clock', value: j.endedAt }),
  /** From sending to the end. */
  took: (j) => time(j.endedAt === null ? null : j.endedAt - j.record.sentAt),
  /** From sending until the submission server had taken charge. */
  handedOver: (j) => {
    const done = j.submissions.find((one) => one.class === 'delivered')
    return time(done === undefined || done.endedAt === null ? null : done.endedAt - j.record.sentAt)
  },
  firstReply: (j) => word(j.attempts[0]?.reply),
  lastReply: (j) => word(j.attempts.at(-1)?.reply),
  /** Wait between the first two tries. */
  firstGap: (j) => {
    const [first, second] = j.attempts
    return time(first === undefined || second === undefined ? null : second.at - first.at)
  },
  /** Received fields on the message that lies in the mailbox: one per host that took charge. */
  received: (j) => {
    const handed = j.submissions.some((one) => one.class === 'delivered') ? 1 : 0
    return j.outcome === 'delivered' ? count(handed + 1) : null
  },
  copies: (j) => count(j.copies),
}

/** The reading at `until`; null where its world, its message or it itself is not there. */
export function readMetric(
  worlds: readonly FactIndex[],
  path: string,
  until: Instant,
): Reading | null {
  const [world = '', message = '', what = ''] = path.split('.')
  if (world === 'lead') return lead(worlds, message, until)
  const index = worlds.find(({ record }) => record.id === world)
  const journey = index === undefined ? null : journeyById(index, message, until)
  const read = METRICS[what]
  return journey === null || read === undefined ? null : read(journey)
}

/** Whether the path names a world and something that can be read; the message may come later. */
export function isMetricPath(path: string, worlds: readonly string[]): boolean {
  const parts = path.split('.')
  const [world = '', , what = ''] = parts
  if (world === 'lead') return parts.length === 2
  return parts.length === 3 && worlds.includes(world) && METRICS[what] !== undefined
}

/** The same as people read it: `17 min 26 s`, `Tue 09:17`, `450 4.2.0`. */
export function readingText(
  worlds: readonly FactIndex[],
  path: string,
  until: Instant,
): string | null {
  const reading = readMetric(worlds, path, until)
  if (reading === null) return null
  if (reading.kind === 'time') return formatDuration(reading.value)
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
  return message < 0 ? null : journeyReading(index, message, 0, until)
}

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
