/** The options of a mail exchanger. The defaults of greylisting are postgrey's. */
import type { GreylistOptions } from '../../policy/greylisting/check.ts'
import type { OptionSpec } from '../../policy/options.ts'
import { days, hours, seconds } from '../../units.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'
import { TROUBLE_OPTIONS, type TroubleConfig } from './trouble.ts'

export interface MxConfig extends GreylistOptions, TroubleConfig, QueueOptions {
  /** Where it takes the mailboxes of its domains to be. */
  readonly takesMailboxes: 'here' | 'elsewhere' | 'at-backup'
  /** How it asks its provider for mail when a call has come about. */
  readonly fetch: 'none' | 'etrn' | 'odmr'
  readonly hopLimit: number
  readonly greylistOn: boolean
  readonly order: 'greylist-first' | 'recipient-first'
  readonly sizeLimitOctets: number
}

const GREYLIST_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'greylist.on',
    key: 'greylistOn',
    about: 'Whether strangers are told to come back later',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'greylist.delay',
    key: 'greylistDelayMs',
    about: 'How long a stranger has to wait',
    live: true,
    type: 'duration',
    unit: 's',
    initial: seconds(300),
    range: [0, hours(24)],
  },
  {
    path: 'greylist.retry-window',
    key: 'greylistRetryWindowMs',
    about: 'How late a stranger may come back at the latest',
    live: true,
    type: 'duration',
    unit: 's',
    initial: days(2),
    range: [seconds(1), days(14)],
  },
  {
    path: 'greylist.max-age',
    key: 'greylistMaxAgeMs',
    about: 'How long a known sender is remembered without being seen',
    live: true,
    type: 'duration',
    unit: 's',
    initial: days(35),
    range: [seconds(1), days(365)],
  },
  {
    path: 'greylist.auto-whitelist',
    key: 'greylistAutoWhitelist',
    about: 'Passes, at most one an hour, after which a client is trusted; 0: never',
    live: true,
    type: 'count',
    unit: 'passes',
    initial: 5,
    range: [0, 100],
  },
  {
    path: 'greylist.key',
    key: 'greylistKey',
    about: 'Whether a sender is known by network (/24) or by exact address',
    live: true,
    type: 'choice',
    initial: 'network',
    values: ['network', 'address'],
  },
]

export const MX_OPTIONS: readonly OptionSpec[] = [
  ...GREYLIST_OPTIONS,
  {
    path: 'order',
    key: 'order',
    about: 'Which check comes first at RCPT',
    live: true,
    type: 'choice',
    initial: 'greylist-first',
    values: ['greylist-first', 'recipient-first'],
  },
  SIZE_OPTION,
  ...TROUBLE_OPTIONS,
  {
    path: 'mailboxes',
    key: 'takesMailboxes',
    about:
      "Where it believes its mailboxes to be: here, elsewhere, or at its neighbour's (the backup)",
    live: true,
    type: 'choice',
    initial: 'here',
    values: ['here', 'elsewhere', 'at-backup'],
  },
  HOP_OPTION,
  {
    path: 'fetch',
    key: 'fetch',
    about:
      'How it fetches mail when it calls: its provider sends it (etrn), in the same talk (odmr)',
    live: true,
    type: 'choice',
    initial: 'none',
    values: ['none', 'etrn', 'odmr'],
  },
  ...QUEUE_OPTIONS,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
