/** The options of a bot. */
import type { OptionSpec } from '../../policy/options.ts'

export interface BotConfig {
  readonly exchangers: 'first' | 'all'
}

export const BOT_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'exchangers',
    key: 'exchangers',
    about: 'Whether it tries only the first mail exchanger of a domain, or the others too',
    live: true,
    type: 'choice',
    initial: 'first',
    values: ['first', 'all'],
  },
]
