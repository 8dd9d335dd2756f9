/** What follows from the points of all checks together; the defaults are rspamd's (actions.conf). */
import type { OptionSpec } from '../options.ts'

export interface ScoreOptions {
  readonly scoreOn: boolean
  /** Points; 0: never. */
  readonly scoreJunk: number
  readonly scoreRefuse: number
}

export const SCORE_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'score.on',
    key: 'scoreOn',
    about: 'Whether the points that checks have given decide about a letter',
    live: true,
    type: 'switch',
    initial: false,
  },
  {
    path: 'score.junk',
    key: 'scoreJunk',
    about: 'Points from which a letter goes into the junk folder; 0: never',
    live: true,
    type: 'count',
    unit: 'points',
    initial: 6,
    range: [0, 100],
  },
  {
    path: 'score.refuse',
    key: 'scoreRefuse',
    about: 'Points from which a letter is refused; 0: never',
    live: true,
    type: 'count',
    unit: 'points',
    initial: 15,
    range: [0, 100],
  },
]
