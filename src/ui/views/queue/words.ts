/** What the queues say. */
import type { Words } from '../../../sim/scenarios/scenario.ts'
import { words } from '../../../sim/scenarios/words.ts'

export const TITLE: Words = words('What waits where', 'Queues', 'Mail queues')

export const QUEUE = {
  empty: words(
    'Nothing waits here. A letter that was put off would lie here until the next try.',
    'Empty. A deferred message would appear here with its next attempt.',
    'Empty. A deferred message would appear here with its next attempt.',
  ),
  trying: words('being tried now', 'active', 'active'),
  age: (duration: string): string => `waits ${duration}`,
  due: (duration: string): string => `next try in ${duration}`,
  asleep: words('asleep: no try', 'asleep: no attempt', 'asleep: no attempt'),
  more: (n: number): string => `… and ${n} more`,
  table: 'As a table',
  columns: ['Road', 'Host', 'Message', 'State', 'Since', 'Next try'],
} as const
