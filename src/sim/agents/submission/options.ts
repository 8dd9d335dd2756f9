/** The options of the outgoing server. */
import type { OptionSpec } from '../../policy/options.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { HOP_OPTION, LINE_OPTIONS, OUTAGE_OPTIONS, QUEUE_OPTIONS, SIZE_OPTION } from '../config.ts'

export interface SubmissionConfig extends QueueOptions {
  readonly sizeLimitOctets: number
  readonly hopLimit: number
}

export const SUBMISSION_OPTIONS: readonly OptionSpec[] = [
  ...QUEUE_OPTIONS,
  SIZE_OPTION,
  HOP_OPTION,
  ...LINE_OPTIONS,
  ...OUTAGE_OPTIONS,
]
