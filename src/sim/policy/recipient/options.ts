/** When it is looked whether the user exists. */
import type { OptionSpec } from '../options.ts'

export const RECIPIENT_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'recipient.check',
    key: 'recipientCheck',
    about:
      'Whether mail for nobody is refused at RCPT, or first accepted and then reported as undelivered',
    live: true,
    type: 'choice',
    initial: 'at-rcpt',
    values: ['at-rcpt', 'after-accepting'],
  },
]
