/** What the line of tries says. */
import type { AttemptClass } from '../../../sim/facts/attempts.ts'
import type { Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'

export const TITLE: Words = words('Who tries, and when', 'Retries', 'Delivery attempts')

export const RETRIES = {
  none: words(
    'No letter has been tried yet. Each try will appear here, with the wait before the next one.',
    'No attempt yet. Each one will appear here with its reply and the back-off after it.',
    'No attempt yet. Each one will appear here with its reply and the back-off after it.',
  ),
  folded: (n: number): string => `… ${n} more like this …`,
  overdue: words('asleep', 'asleep', 'asleep'),
  overdueTold: words(
    'the next try would be due, but the program is asleep',
    'the next attempt is due, but the program is asleep',
    'the next attempt is due, but the program is asleep',
  ),
  nextTold: (clock: string): string => `next try planned for ${clock}`,
  /** Of tries that began together: how many, and until when the last of them lasted. */
  many: (n: number): string => `×${n}`,
  manyTold: (n: number, from: string, to: string): string =>
    from === to ? `${n} tries, ${from}` : `${n} tries, ${from} to ${to}`,
  waits: (duration: string): string => `waits ${duration}`,
  table: 'As a table',
  columns: ['Road', 'Message', 'Try', 'Clock', 'Reply', 'Wait before'],
  /** A line is one message in one world. */
  more: (n: number): string => `Show all ${n} lines`,
  fewer: 'Show fewer lines',
  recipients: (n: number): string => `to ${n}`,
} as const

export const CLASS_WORDS: Readonly<Record<AttemptClass, Words>> = {
  delivered: words('arrived', 'delivered', '2yz'),
  deferred: words('put off', 'deferred', '4yz'),
  refused: words('refused', 'refused', '5yz'),
  open: words('knocking', 'under way', 'under way'),
}
