/** The options of the outgoing server. */
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { days, type Millis } from '../../units.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'
import { signOptions } from '../sign-options.ts'

export interface SubmissionConfig extends QueueOptions {
  readonly sizeLimitOctets: number
  readonly hopLimit: number
  readonly openRelay: boolean
  /** From the start on; 0: for ever. */
  readonly openForMs: Millis
  readonly relayDenied: '454' | '554'
  /** Messages in an hour; 0: any number. */
  readonly quotaPerHour: number
}

export const SUBMISSION_OPTIONS: readonly OptionSpec[] = [
  ...QUEUE_OPTIONS,
  {
    path: 'open',
    key: 'openRelay',
    about:
      'Whether it passes on mail of strangers to anybody, as all servers did in the early nineties',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'open.for',
    key: 'openForMs',
    about: 'How long after the start somebody sees that it is open and closes it; 0: nobody does',
    live: true,
    type: 'duration',
    unit: 's',
    initial: 0,
    range: [0, days(14)],
  },
  {
    path: 'relay-denied',
    key: 'relayDenied',
    about: 'What strangers hear who want mail passed on: not now (454), or never (554)',
    live: true,
    type: 'choice',
    initial: '454',
    values: ['454', '554'],
  },
  ...signOptions('s1'),
  {
    path: 'quota',
    key: 'quotaPerHour',
    about: 'Messages that one account may send in an hour; 0: any number',
    live: true,
    type: 'count',
    unit: 'messages',
    initial: 0,
    range: [0, 100_000],
  },
  SIZE_OPTION,
  HOP_OPTION,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
