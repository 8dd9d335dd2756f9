/** The options of a backup exchanger. */
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'

export interface BackupConfig extends QueueOptions {
  readonly hold: 'and-retry' | 'until-asked'
  readonly sizeLimitOctets: number
  readonly hopLimit: number
}

export const BACKUP_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'hold',
    key: 'hold',
    about:
      'Whether this neighbour or provider knocks by itself, or keeps letters until asked for them',
    live: true,
    type: 'choice',
    initial: 'and-retry',
    values: ['and-retry', 'until-asked'],
  },
  ...QUEUE_OPTIONS,
  SIZE_OPTION,
  HOP_OPTION,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
