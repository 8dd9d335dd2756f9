/**
 * What can be read of many letters of one writer or of one description: all those whose names begin
 * alike, `spam-1`, `spam-2`. Each recipient counts; reports are of no crowd.
 */
import type { Instant, Millis } from '../units.ts'
import type { FactIndex } from './fact-index.ts'
import { journeys } from './journeys.ts'
import { KIND_METRICS } from './metrics-kind.ts'
import { count, time, type Reading } from './reading.ts'
import { totalsOfSome } from './totals.ts'

type ReadCrowd = (crowd: {
  readonly index: FactIndex
  readonly name: string
  readonly until: Instant
  /** How long those took that arrived. */
  readonly took: readonly Millis[]
  /** When the last one of them arrived; −1 while none has. */
  readonly last: Instant
}) => Reading | null

const OWN_METRICS: Readonly<Record<string, ReadCrowd>> = {
  /** Half of those that arrived took no longer. */
  median: ({ took }) => time(middle(took)),
  slowest: ({ took }) => time(took.length === 0 ? null : Math.max(...took)),
  /** When the last one arrived: since the start of the run, and as a clock shows it. */
  lastArrival: ({ last }) => time(last < 0 ? null : last),
  lastArrivalClock: ({ last }) => (last < 0 ? null : { kind: 'clock', value: last }),
  /** Tries to reach the recipients' domains. */
  attempts: ({ index, name, until }) =>
    count(
      journeys(index, until)
        .filter(({ record }) => isOf(name, record))
        .reduce((sum, { attempts }) => sum + attempts.length, 0),
    ),
}

/** Names of all that can be read of a crowd. */
export const CROWD_METRICS: Readonly<Record<string, unknown>> = { ...KIND_METRICS, ...OWN_METRICS }

/** Whether this is what one message is called, and no crowd: it ends in its number. */
export const isMessageId = (of: string): boolean => /-\d+$/.test(of)

/** Null where nobody of that name writes, or where there is no such reading. */
export function crowdReading(
  index: FactIndex,
  name: string,
  what: string,
  until: Instant,
): Reading | null {
  const messages = [...index.record.messages.keys()].filter((i) => {
    const message = index.record.messages[i]
    return message !== undefined && isOf(name, message)
  })
  if (messages.length === 0) return null
  const { totals, took, last } = totalsOfSome(index, messages, until)
  const own = OWN_METRICS[what]
  return own === undefined
    ? (KIND_METRICS[what]?.(totals) ?? null)
    : own({ index, name, until, took, last })
}

const isOf = (name: string, message: { readonly id: string; readonly kind: string }): boolean =>
  message.kind !== 'dsn' && message.id.startsWith(`${name}-`)

/** The lower one of the two in the middle; null of nothing. */
function middle(times: readonly Millis[]): Millis | null {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
