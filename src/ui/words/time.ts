/** Instants and ratios as people read them. */
import { civilTime } from '../../sim/mail/date.ts'
import { formatDuration, type Millis } from '../../sim/units.ts'
import { PLAYBACK } from './page.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** `Tue 09:17:26`; always of the same width. */
export function clockWithSeconds(epochMs: number): string {
  const { weekday, hour, minute, second } = civilTime(epochMs)
  return `${weekday} ${two(hour)}:${two(minute)}:${two(second)}`
}

/** `.240`, the part of a second. */
export function thousandths(epochMs: number): string {
  return `.${String(Math.floor(epochMs) % 1000).padStart(3, '0')}`
}

/** What a second on screen is worth: `1 s = 6 min`, rounded to what one can grasp. */
export function worthText(ms: Millis): string {
  return PLAYBACK.worth(formatDuration(roundOff(ms), 1))
}

/** To two leading digits below a second, to whole seconds, minutes or hours above. */
function roundOff(ms: Millis): Millis {
  if (ms < 100) return Math.max(1, Math.round(ms))
  if (ms < 1000) return Math.round(ms / 10) * 10
  const unit = ms < 60_000 ? 1000 : ms < 3_600_000 ? 60_000 : 3_600_000
  return Math.round(ms / unit) * unit
}
