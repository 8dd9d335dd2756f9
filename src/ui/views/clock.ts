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

/** A wait in the largest unit that still tells it apart: `40 ms`, `7 min`, `8 h`, `3 d`. */
export function roughly(ms: Millis): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const unit = ms < 60_000 ? 1000 : ms < 5_400_000 ? 60_000 : ms < 2 * DAY_MS ? 3_600_000 : DAY_MS
  return formatDuration(Math.max(unit, Math.round(ms / unit) * unit), unit === 60_000 ? 1 : 2)
}
