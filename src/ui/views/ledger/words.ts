/** What the ledger of hosts says. */
import type { Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'
import { formatDuration } from '../../../sim/units.ts'
import type { Measure } from './layout.ts'

export const TITLE: Words = words(
  'What it costs whom',
  'Cost by host',
  'Octets, connection time and charges by host',
)

export const LEDGER = {
  about: words(
    'Longer bars cost more. They compare the roads, each house for itself.',
    'Bars compare the roads, each host on scales of its own.',
    'SMTP octets only, without TCP/IP headers, TLS and DNS. Each host has scales of its own.',
  ),
  empty: words(
    'Nothing has cost anybody anything yet.',
    'No traffic yet: octets, connection time and charges will appear here.',
    'No traffic yet: octets, connection time and charges will appear here.',
  ),
  measure: words('Cost', 'Measure', 'Measure'),
  crowd: (count: number): string => `${count} together`,
  table: 'As a table',
  columns: [
    'Road',
    'Host',
    'Sent',
    'Received',
    'Sessions',
    'Connected',
    'Accepted at a time',
    'Needed',
    'Tries',
    'Queue at most',
    'Calls',
    'Time of calls',
    'Call charges',
  ],
} as const

export const MEASURE_WORDS: Readonly<Record<Measure, Words>> = {
  octetsOut: words('sends', 'sent', 'octets sent'),
  octetsIn: words('gets', 'received', 'octets received'),
  connectedMs: words('on the line', 'connected', 'at least one connection open'),
  awakeForMailMs: words('is needed', 'needed for mail', 'responsible for a message'),
  cents: words('pays for calls', 'call charges', 'call charges'),
}

/** `385 B`, `4.2 kB`, `42 kB`, `10.3 MB`: a kilobyte has a thousand. */
export function octetsText(octets: number): string {
  if (octets < 1000) return `${octets} B`
  const UNITS = ['kB', 'MB', 'GB'] as const
  let size = octets / 1000
  let unit = 0
  // What would be written as 1000 is one of the next unit.
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  return `${size < 99.95 ? Number(size.toFixed(1)) : Math.round(size)} ${UNITS[unit]}`
}

/** Of whatever currency the price is in. */
export const moneyText = (cents: number): string => (cents / 100).toFixed(2)

/** A value of a bar in its unit. */
export function valueText(measure: Measure, value: number): string {
  if (measure === 'octetsOut' || measure === 'octetsIn') return octetsText(value)
  return measure === 'cents' ? `${moneyText(value)} in call charges` : timeText(value)
}

export const timeText = (ms: number): string => (ms === 0 ? '–' : formatDuration(ms))
