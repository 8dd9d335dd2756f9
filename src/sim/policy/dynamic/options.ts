/** What it means to dial from a customer's line, and how one can tell. */
import type { OptionSpec } from '../options.ts'

export const DYNAMIC_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'dynamic.action',
    key: 'dynamicAction',
    about: "What becomes of mail straight from a customer's line: nothing, points, or a no",
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'refuse'],
  },
  {
    path: 'dynamic.by',
    key: 'dynamicBy',
    about: "How a customer's line is known: by a provider's list, by its name, or by either",
    live: true,
    type: 'choice',
    initial: 'list',
    values: ['list', 'name', 'either'],
  },
]
