/** The options of the outgoing server. */
import type { OptionSpec } from '../../policy/options.ts'
import type { PostfixLaw } from '../../transfer/retry-law.ts'
import type { Millis } from '../../units.ts'
import { OUTAGE_OPTIONS, RETRY_OPTIONS, SIZE_OPTION } from '../config.ts'

export interface SubmissionConfig extends PostfixLaw {
  /** maximal_queue_lifetime */
  readonly lifetimeMs: Millis
  readonly sizeLimitOctets: number
}

export const SUBMISSION_OPTIONS: readonly OptionSpec[] = [
  ...RETRY_OPTIONS,
  SIZE_OPTION,
  ...OUTAGE_OPTIONS,
]
