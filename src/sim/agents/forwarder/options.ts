/** The options of a forwarder. */
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'

export interface ForwarderConfig extends QueueOptions {
  readonly srsOn: boolean
  readonly sizeLimitOctets: number
  readonly hopLimit: number
}

export const FORWARDER_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'srs',
    key: 'srsOn',
    about: 'Whether it puts its own address on the envelope in place of the sender (SRS)',
    live: true,
    type: 'switch',
    initial: false,
  },
  ...QUEUE_OPTIONS,
  SIZE_OPTION,
  HOP_OPTION,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
