/** The option of the look at signatures. */
import type { OptionSpec } from '../options.ts'

export const DKIM_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'dkim',
    key: 'dkim',
    about: 'Whether signatures (DKIM) are looked at, and whether they count',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'note', 'score'],
  },
]
