/** Instants as the views write them: the clock of the run, without more figures than one reads. */
import { civilTime } from '../../sim/mail/date.ts'
import type { WorldRecord } from '../../sim/facts/record.ts'
import { formatDuration, type Instant, type Millis } from '../../sim/units.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const DAY_MS: Millis = 86_400_000

/** `09:17`; with the weekday (`Wed 09:17`) once another day has come. */
export function clockAt(record: WorldRecord, t: Instant): string {
  const start = record.startsAtEpochMs
  const { weekday, hour, minute } = civilTime(start + t)
  const sameDay = Math.floor(start / DAY_MS) === Math.floor((start + t) / DAY_MS)
  return `${sameDay ? '' : `${weekday} `}${two(hour)}:${two(minute)}`
}

const MINUTE_MS: Millis = 60_000
const HOUR_MS: Millis = 3_600_000
/** Below this many minutes beside a full hour the hour alone is said. */
const NEAR_AN_HOUR_MS: Millis = 5 * MINUTE_MS

/** A wait without more than still tells it apart: `40 ms`, `7 min`, `1 h 10 min`, `12 h`, `3 d`. */
export function roughly(ms: Millis): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const unit = unitOf(ms)
  return formatDuration(Math.max(unit, Math.round(ms / unit) * unit))
}

/** Between one hour and ten the minutes count, unless they are next to none. */
function unitOf(ms: Millis): Millis {
  if (ms < MINUTE_MS) return 1000
  const beside = Math.abs(ms - Math.round(ms / HOUR_MS) * HOUR_MS)
  const isFew = ms > HOUR_MS - MINUTE_MS && beside < NEAR_AN_HOUR_MS
  if (ms < 10 * HOUR_MS && !isFew) return MINUTE_MS
  return ms < 2 * DAY_MS ? HOUR_MS : DAY_MS
}
