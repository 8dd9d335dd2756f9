/** The options of greylisting; their defaults are postgrey's. */
import type { OptionSpec } from '../options.ts'
import { days, hours, seconds } from '../../units.ts'

export const GREYLIST_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'greylist.on',
    key: 'greylistOn',
    about: 'Whether strangers are told to come back later',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'greylist.delay',
    key: 'greylistDelayMs',
    about: 'How long a stranger has to wait',
    live: true,
    type: 'duration',
    unit: 's',
    initial: seconds(300),
    range: [0, hours(24)],
  },
  {
    path: 'greylist.retry-window',
    key: 'greylistRetryWindowMs',
    about: 'How late a stranger may come back at the latest',
    live: true,
    type: 'duration',
    unit: 's',
    initial: days(2),
    range: [seconds(1), days(14)],
  },
  {
    path: 'greylist.max-age',
    key: 'greylistMaxAgeMs',
    about: 'How long a known sender is remembered without being seen',
    live: true,
    type: 'duration',
    unit: 's',
    initial: days(35),
    range: [seconds(1), days(365)],
  },
  {
    path: 'greylist.auto-whitelist',
    key: 'greylistAutoWhitelist',
    about: 'Passes, at most one an hour, after which a client is trusted; 0: never',
    live: true,
    type: 'count',
    unit: 'passes',
    initial: 5,
    range: [0, 100],
  },
  {
    path: 'greylist.key',
    key: 'greylistKey',
    about: 'Whether a sender is known by network (/24) or by exact address',
    live: true,
    type: 'choice',
    initial: 'network',
    values: ['network', 'address'],
  },
]

/** Who is asked to come back; the points are rspamd's (actions.conf). */
export const BY_SCORE_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'greylist.when',
    key: 'greylistWhen',
    about: 'Who is told to come back: every stranger, or only who looks suspicious (by points)',
    live: true,
    type: 'choice',
    initial: 'stranger',
    values: ['stranger', 'score'],
  },
  {
    path: 'greylist.score',
    key: 'greylistScore',
    about: 'Points from which a letter looks suspicious enough to be told to come back',
    live: true,
    type: 'count',
    unit: 'points',
    initial: 4,
    range: [1, 100],
  },
]
