/** The option of the look at words. */
import type { OptionSpec } from '../options.ts'

export const CONTENT_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'content.action',
    key: 'contentAction',
    about: 'Whether words, shouting and links count against a letter',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score'],
  },
]
