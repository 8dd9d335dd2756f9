/**
 * How often something happens in a span of time, counted as Postfix's anvil does: the span begins
 * with the first event, and the first event after its end begins the next one. Plain data.
 */
import type { Instant, Millis } from '../units.ts'

export interface Rate {
  /** When the present span began, and what has been counted in it. */
  start: Instant
  count: number
}

/** anvil_rate_time_unit. */
export const RATE_UNIT: Millis = 60_000

/** What has been counted in the span that this instant belongs to. */
export function countedIn(rate: Rate | undefined, now: Instant, span: Millis): number {
  return rate === undefined || now > rate.start + span ? 0 : rate.count
}

/** Counts one more event, and answers the count with it. */
export function countOne(
  rates: Map<string, Rate>,
  key: string,
  now: Instant,
  span: Millis = RATE_UNIT,
): number {
  const rate = rates.get(key)
  if (rate === undefined) rates.set(key, { start: now, count: 1 })
  else if (now > rate.start + span) {
    rate.start = now
    rate.count = 1
  } else rate.count++
  return rate?.count ?? 1
}
