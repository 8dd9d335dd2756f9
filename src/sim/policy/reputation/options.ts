/** What a site makes of its own experience with a sender. */
import { days, hours, minutes, type Millis } from '../../units.ts'
import type { OptionSpec } from '../options.ts'

export interface ReputationOptions {
  readonly reputationAction: 'off' | 'score' | 'defer' | 'refuse'
  readonly reputationBy: 'both' | 'address' | 'domain'
  readonly reputationHalfLifeMs: Millis
  readonly reputationMinimum: number
  /** Thousandths of spam. */
  readonly reputationThreshold: number
  readonly reputationPoints: number
  /** Recipients an hour; 0: a newcomer is not held back. */
  readonly reputationColdStart: number
  /** Per cent of its good messages. */
  readonly reputationWarmUp: number
}

export interface ComplaintOptions extends Pick<
  ReputationOptions,
  'reputationHalfLifeMs' | 'reputationMinimum' | 'reputationBy'
> {
  readonly complaintsAction: 'note' | 'score' | 'defer'
  /** Thousandths that are reported, of spam and of good mail in the inbox. */
  readonly complaintsSpam: number
  readonly complaintsGood: number
  readonly complaintsAfterMs: Millis
  /** Thousandths of what came into inboxes. */
  readonly complaintsLimit: number
}

export const REPUTATION_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'reputation.action',
    key: 'reputationAction',
    about: 'What becomes of mail from a sender that has sent much spam here',
    live: true,
    type: 'choice',
    initial: 'off',
    values: ['off', 'score', 'defer', 'refuse'],
  },
  {
    path: 'reputation.by',
    key: 'reputationBy',
    about: 'Whether a sender is known by its address, by its domain (where SPF passes), or by both',
    live: true,
    type: 'choice',
    initial: 'both',
    values: ['both', 'address', 'domain'],
  },
  {
    path: 'reputation.half-life',
    key: 'reputationHalfLifeMs',
    about: 'Time after which what a sender has done counts only half',
    live: true,
    type: 'duration',
    unit: 'h',
    initial: days(7),
    range: [hours(1), days(60)],
  },
  {
    path: 'reputation.minimum',
    key: 'reputationMinimum',
    about: 'Messages below which a sender has no reputation, good or bad',
    live: true,
    type: 'count',
    unit: 'messages',
    initial: 10,
    range: [1, 1000],
  },
  {
    path: 'reputation.threshold',
    key: 'reputationThreshold',
    about: 'Spam among a thousand messages from which a reputation is bad',
    live: true,
    type: 'count',
    unit: 'in a thousand',
    initial: 750,
    range: [1, 1000],
  },
  {
    path: 'reputation.points',
    key: 'reputationPoints',
    about: 'Points for a sender of nothing but spam; one of good mail only gets as many off',
    live: true,
    type: 'count',
    unit: 'points',
    initial: 5,
    range: [0, 50],
  },
  {
    path: 'reputation.cold-start',
    key: 'reputationColdStart',
    about: 'Recipients an hour that a newcomer may write to; 0: any number',
    live: true,
    type: 'count',
    unit: 'recipients',
    initial: 0,
    range: [0, 10_000],
  },
  {
    path: 'reputation.warm-up',
    key: 'reputationWarmUp',
    about: 'How many more an hour for each hundred good messages in its history',
    live: true,
    type: 'count',
    unit: 'recipients',
    initial: 100,
    range: [0, 10_000],
  },
]

export const COMPLAINT_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'complaints.spam',
    key: 'complaintsSpam',
    about: 'Of a thousand spam messages in inboxes so many are reported by their readers',
    live: true,
    type: 'count',
    unit: 'in a thousand',
    initial: 0,
    range: [0, 1000],
  },
  {
    path: 'complaints.good',
    key: 'complaintsGood',
    about: 'Of a thousand good messages in inboxes so many are reported too: bulk mail, mostly',
    live: true,
    type: 'count',
    unit: 'in a thousand',
    initial: 0,
    range: [0, 1000],
  },
  {
    path: 'complaints.after',
    key: 'complaintsAfterMs',
    about: 'How long after it has arrived a message is reported',
    live: true,
    type: 'duration',
    unit: 'min',
    initial: minutes(60),
    range: [0, days(7)],
  },
  {
    path: 'complaints.limit',
    key: 'complaintsLimit',
    about: 'Reports among a thousand messages in inboxes that are too many',
    live: true,
    type: 'count',
    unit: 'in a thousand',
    initial: 3,
    range: [1, 1000],
  },
  {
    path: 'complaints.action',
    key: 'complaintsAction',
    about: 'What becomes of mail from a sender about whom too many complain',
    live: true,
    type: 'choice',
    initial: 'note',
    values: ['note', 'score', 'defer'],
  },
]
