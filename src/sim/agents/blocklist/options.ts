/** The options of the operator of a block list. The spans are an assumption: each list has its own. */
import type { OptionSpec } from '../../policy/options.ts'
import { days, minutes, seconds, type Millis } from '../../units.ts'
import { OUTAGE_OPTIONS } from '../config.ts'

export interface BlocklistConfig {
  readonly traps: 'take' | 'refuse'
  readonly hitsNeeded: number
  readonly lagMs: Millis
  readonly listsForMs: Millis
  readonly ttlMs: Millis
  readonly negativeTtlMs: Millis
}

export const BLOCKLIST_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'traps',
    key: 'traps',
    about: 'Whether it takes what comes to its traps, or says that nobody is there: both count',
    live: true,
    type: 'choice',
    initial: 'refuse',
    values: ['refuse', 'take'],
  },
  {
    path: 'hits',
    key: 'hitsNeeded',
    about: 'Letters to its traps after which an address is put on the list',
    live: true,
    type: 'count',
    unit: 'letters',
    initial: 1,
    range: [1, 1000],
  },
  {
    path: 'lag',
    key: 'lagMs',
    about: 'How long it takes from the letter that was enough until the address is on the list',
    live: true,
    type: 'duration',
    unit: 's',
    initial: minutes(30),
    range: [0, days(14)],
  },
  {
    path: 'lists-for',
    key: 'listsForMs',
    about: 'How long after the last letter to a trap an address comes off the list',
    live: true,
    type: 'duration',
    unit: 's',
    initial: days(7),
    range: [seconds(1), days(14)],
  },
  {
    path: 'ttl',
    key: 'ttlMs',
    about: 'For how long others remember that an address is on the list',
    live: true,
    type: 'duration',
    unit: 's',
    initial: seconds(60),
    range: [0, days(1)],
  },
  {
    path: 'negative-ttl',
    key: 'negativeTtlMs',
    about: 'For how long others remember that an address is not on the list',
    live: true,
    type: 'duration',
    unit: 's',
    initial: seconds(60),
    range: [0, days(1)],
  },
  ...OUTAGE_OPTIONS,
]
