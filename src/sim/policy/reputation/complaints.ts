/**
 * How many readers call a sender's mail spam? The rate of complaints is what readers report among
 * what came into their inboxes; large receivers want it below one in a thousand and act from three
 * on. Both counts fade as a reputation does.
 */
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import {
  objects,
  optionsAs,
  passes,
  type Check,
  type Fate,
  type Finding,
  type Question,
} from '../check.ts'
import { count, type History } from '../history.ts'
import type { Inquiry } from '../inquiry.ts'
import { COMPLAINT_OPTIONS, type ComplaintOptions } from './options.ts'
import { countReports, keysOf, worstOf, type Report } from './senders.ts'

/** Tenths of a point for a sender about whom too many complain: an assumption. */
const POINTS = 40

/** Plain world state. */
interface ComplaintState {
  /** Reports, and what came into inboxes. */
  readonly history: History
  readonly reports: Report[]
}

export const complaints: Check<ComplaintState> = {
  id: 'complaints',
  title: 'Complaints',
  source: 'the sender rules of large receivers, 2024',
  stage: 'rcpt',
  options: COMPLAINT_OPTIONS,
  isOn: ({ complaintsSpam = 0, complaintsGood = 0 }) =>
    Number(complaintsSpam) > 0 || Number(complaintsGood) > 0,
  create: () => ({ history: new Map(), reports: [] }),
  evaluate: (q, state, options) => judge(q, state, optionsAs<ComplaintOptions>(options)),
  learn: (q, state, options, fate) => learn(q, state, optionsAs<ComplaintOptions>(options), fate),
}

function judge(q: Question, state: ComplaintState, options: ComplaintOptions): Finding {
  const { complaintsLimit: threshold, complaintsAction, reputationHalfLifeMs } = options
  countReports(state.history, state.reports, q.now, reputationHalfLifeMs)
  const known = worstOf(state.history, keysOf(q, options.reputationBy), q.now, options)
  if (known === null) return passes('complaints-unknown', { threshold })
  const more = { value: known.share, threshold, about: known.key }
  if (known.share < threshold) return passes('complaints-few', more)
  if (complaintsAction === 'defer')
    return objects('complaints-many', reply(R.complaintsLater, q.forwardPath), more)
  return passes('complaints-many', { ...more, score: complaintsAction === 'score' ? POINTS : 0 })
}

function learn(q: Question, state: ComplaintState, options: ComplaintOptions, fate: Fate): void {
  if (fate !== 'inbox' && fate !== 'reported') return
  const keys = keysOf(q, options.reputationBy)
  if (fate === 'reported') state.reports.push({ at: q.now + options.complaintsAfterMs, keys })
  else
    for (const key of keys)
      count(state.history, key, { now: q.now, bad: 0, all: 1 }, options.reputationHalfLifeMs)
}

/**
 * Whether somebody who finds the message in their inbox reports it: people's own doing, who know what
 * they want, so it goes by what the message is and not by what a check took it for. A keyed draw.
 */
export function isReported(
  kind: 'good' | 'spam' | 'dsn',
  inquiry: Pick<Inquiry, 'draw'>,
  options: Partial<Pick<ComplaintOptions, 'complaintsSpam' | 'complaintsGood'>>,
): boolean {
  const { complaintsSpam = 0, complaintsGood = 0 } = options
  const rate = kind === 'spam' ? complaintsSpam : kind === 'good' ? complaintsGood : 0
  return rate > 0 && inquiry.draw('complaint', 1000) < rate
}
