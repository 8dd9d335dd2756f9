/**
 * The options of a bot. The defaults make the careless one: straight to the first exchanger, HELO,
 * no QUIT, and never again.
 */
import type { OptionSpec } from '../../policy/options.ts'
import { days, seconds, type Millis } from '../../units.ts'
import { PORT_25_OPTION } from '../config.ts'
import { POOLS, type Pool } from '../pool.ts'
import { signOptions } from '../sign-options.ts'

export interface BotConfig {
  readonly exchangers: 'first' | 'all'
  /** To the exchanger itself, through a server it has a stolen account with, or an open relay. */
  readonly via: 'direct' | 'account' | 'open-relay'
  readonly addresses: Pool
  readonly retry: 'never' | 'same-address' | 'other-address'
  readonly retryAfterMs: Millis
  /** Further tries after the first one. */
  readonly retryTimes: number
  readonly greets: 'helo' | 'ehlo'
  readonly quits: boolean
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
  {
    path: 'via',
    key: 'via',
    about:
      'Its way out: straight to the recipient, with a stolen account at the outgoing server, or ' +
      'through that server without one, if it is an open relay',
    live: true,
    type: 'choice',
    initial: 'direct',
    values: ['direct', 'account', 'open-relay'],
  },
  {
    path: 'addresses',
    key: 'addresses',
    about: 'From which of its addresses it comes first: one for all, for each message, or each try',
    live: true,
    type: 'choice',
    initial: 'present',
    values: POOLS,
  },
  {
    path: 'retry',
    key: 'retry',
    about: 'Whether it comes back after a failure, from the same address or from another one',
    live: true,
    type: 'choice',
    initial: 'never',
    values: ['never', 'same-address', 'other-address'],
  },
  {
    // Longer than greylisting's usual five minutes: our assumption.
    path: 'retry-after',
    key: 'retryAfterMs',
    about: 'How long it stays away before it comes back',
    live: true,
    type: 'duration',
    unit: 's',
    initial: seconds(360),
    range: [seconds(1), days(1)],
  },
  {
    path: 'retry-times',
    key: 'retryTimes',
    about: 'How often it comes back before it gives up',
    live: true,
    type: 'count',
    unit: 'tries',
    initial: 1,
    range: [1, 100],
  },
  {
    path: 'greets',
    key: 'greets',
    about: 'How it greets a server: the old way (HELO), or as mail servers do (EHLO)',
    live: true,
    type: 'choice',
    initial: 'helo',
    values: ['helo', 'ehlo'],
  },
  {
    path: 'quits',
    key: 'quits',
    about: 'Whether it says QUIT before it hangs up',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'forge-results',
    key: 'forgesResults',
    about: "Whether it puts in a field that says, in the receiver's name, that all was checked",
    live: true,
    type: 'switch',
    initial: false,
  },
  ...signOptions('s1'),
  PORT_25_OPTION,
]
