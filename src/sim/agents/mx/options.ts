/** The options of a mail exchanger: those of its checks, and its own. */
import { CHECKS } from '../../policy/index.ts'
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'
import { TROUBLE_OPTIONS, type TroubleConfig } from './trouble.ts'

export interface MxConfig extends TroubleConfig, QueueOptions {
  /** Where it takes the mailboxes of its domains to be. */
  readonly takesMailboxes: 'here' | 'elsewhere' | 'at-backup'
  /** How it asks its provider for mail when a call has come about. */
  readonly fetch: 'none' | 'etrn' | 'odmr'
  readonly hopLimit: number
  /** Ids of the checks that come first, with commas between them. */
  readonly order: string
  /** Whether a refusal is put off to RCPT. */
  readonly delayReject: boolean
  readonly sizeLimitOctets: number
}

export const MX_OPTIONS: readonly OptionSpec[] = [
  ...CHECKS.flatMap(({ options }) => options),
  {
    path: 'order',
    key: 'order',
    about: 'Which checks come first at their stage; the others follow in the usual order',
    live: true,
    type: 'order',
    initial: '',
    values: CHECKS.map(({ id }) => id),
  },
  {
    path: 'delay-reject',
    key: 'delayReject',
    about: 'Whether who is not welcome hears it only when it names a recipient (on), or at once',
    live: true,
    type: 'switch',
    initial: true,
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
