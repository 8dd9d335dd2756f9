/**
 * Dates without the machine's calendar: from and to milliseconds since 1970-01-01T00:00:00Z,
 * always UTC, Gregorian, without leap seconds. Good for the years 1970 to 9999.
 */

const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const DAY_MS = 86_400_000

/** Three letters of a weekday (RFC 5322 §3.3). */
export type Weekday = (typeof WEEKDAYS)[number]

/** A moment taken apart. */
export interface CivilTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: Weekday
}

/** Days since 1970-01-01 of a date; years begin in March here, so that the leap day is the last. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

/** Takes a moment apart. */
export function civilTime(epochMs: number): CivilTime {
  const days = Math.floor(epochMs / DAY_MS)
  const secondOfDay = Math.floor((epochMs - days * DAY_MS) / 1000)
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(secondOfDay / 3600),
    minute: Math.floor(secondOfDay / 60) % 60,
    second: secondOfDay % 60,
    weekday: weekday(epochMs),
  }
}

/** The weekday of a moment. */
export function weekday(epochMs: number): Weekday {
  const days = Math.floor(epochMs / DAY_MS)
  return WEEKDAYS[((days % 7) + 7) % 7] ?? 'Thu'
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

function clock(t: CivilTime): string {
  return `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`
}

function monthName(t: CivilTime): string {
  return MONTHS[t.month - 1] ?? 'Jan'
}

/** `Tue, 02 Jun 2026 10:15:42 +0000 (UTC)` (RFC 5322 §3.3). */
export function formatMailDate(epochMs: number): string {
  const t = civilTime(epochMs)
  return `${t.weekday}, ${two(t.day)} ${monthName(t)} ${t.year} ${clock(t)} +0000 (UTC)`
}

/** `Jun  2 10:15:42`, as a system log begins its lines (RFC 3164 §4.1.2). */
export function formatLogDate(epochMs: number): string {
  const t = civilTime(epochMs)
  return `${monthName(t)} ${t.day < 10 ? ' ' : ''}${t.day} ${clock(t)}`
}

/** `2026-06-02T10:15:42Z` (RFC 3339 §5.6). */
export function formatInstant(epochMs: number): string {
  const t = civilTime(epochMs)
  return `${String(t.year).padStart(4, '0')}-${two(t.month)}-${two(t.day)}T${clock(t)}Z`
}

/** Reads `YYYY-MM-DDTHH:MM:SSZ`; null for anything else and for days that do not exist. */
export function parseInstant(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number)
  if (month < 1 || month > 12 || day < 1) return null
  const epochMs =
    daysFromCivil(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000
  // 31 April and 25 o'clock would come out as another text
  return formatInstant(epochMs) === text ? epochMs : null
}
