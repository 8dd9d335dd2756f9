/** What a listing by the operator of a block list means. */
import type { OptionSpec } from '../options.ts'

export const DNSBL_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'dnsbl.action',
    key: 'dnsblAction',
    about:
      'What becomes of mail from addresses that the block list names: nothing, points, or a no',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'refuse'],
  },
]
