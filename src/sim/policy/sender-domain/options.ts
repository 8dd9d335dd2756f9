/** What it means when nobody could be answered at the sender's domain. */
import type { OptionSpec } from '../options.ts'

export const SENDER_DOMAIN_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'sender-domain.action',
    key: 'senderDomainAction',
    about: 'What becomes of mail from a domain that takes none: nothing, points, or a no',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'refuse'],
  },
]
