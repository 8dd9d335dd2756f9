/** The options of the check of the sender's address by SPF. */
import type { OptionSpec } from '../options.ts'

export interface SpfOptions {
  readonly spf: 'off' | 'note' | 'score' | 'refuse'
  readonly spfTemperror: 'accept' | 'defer'
  readonly spfPermerror: 'note' | 'refuse'
}

export const SPF_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'spf',
    key: 'spf',
    about: 'What follows when the domain of the sender does not list the client (SPF)',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'note', 'score', 'refuse'],
  },
  {
    path: 'spf.temperror',
    key: 'spfTemperror',
    about: 'Whether mail is put off when the DNS gives no answer about SPF',
    live: true,
    type: 'choice',
    initial: 'accept',
    values: ['accept', 'defer'],
  },
  {
    path: 'spf.permerror',
    key: 'spfPermerror',
    about: "Whether mail is refused when the domain's SPF record cannot be used",
    live: true,
    type: 'choice',
    initial: 'note',
    values: ['note', 'refuse'],
  },
]
