/**
 * What has this sender sent so far? Spam and all mail are counted, per address and per domain, and
 * old counts fade. Who has sent little has no reputation at all, and may at first only send slowly.
 *
 * It learns from what became of mail: what went to the junk folder, was refused for reasons of policy
 * or was reported counts as spam, and what went to the inbox as good until somebody reports it. What
 * is refused counts once for each recipient, what is accepted once. After Haraka's karma and mox's
 * reputation, with decay instead of a window; the slow start is OpenDKIM's idea and what mail senders
 * call warming up an address.
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
import { count, tallyOf, type History } from '../history.ts'
import { countedIn, countOne, type Rate } from '../rate.ts'
import { hours } from '../../units.ts'
import { REPUTATION_OPTIONS, type ComplaintOptions, type ReputationOptions } from './options.ts'
import { countReports, keysOf, worstOf, type Known, type Report } from './senders.ts'

/** Plain world state. */
interface ReputationState {
  readonly history: History
  /** Made, and not yet told. */
  readonly reports: Report[]
  /** What each address has sent in its present hour. */
  readonly sent: Map<string, Rate>
}

type Options = ReputationOptions & Pick<ComplaintOptions, 'complaintsAfterMs'>

const HOUR = hours(1)

export const reputation: Check<ReputationState> = {
  id: 'reputation',
  title: 'Reputation',
  source: 'mox, smtpserver/reputation.go; Haraka, karma',
  stage: 'rcpt',
  options: REPUTATION_OPTIONS,
  isOn({ reputationAction = 'off', reputationColdStart = 0 }) {
    return reputationAction !== 'off' || Number(reputationColdStart) > 0
  },
  create: () => ({ history: new Map(), reports: [], sent: new Map() }),
  evaluate: (q, state, options) => judge(q, state, optionsAs<Options>(options)),
  learn: (q, state, options, fate) => learn(q, state, optionsAs<Options>(options), fate),
}

function judge(q: Question, state: ReputationState, options: Options): Finding {
  const { history } = state
  const { reputationHalfLifeMs, reputationAction, reputationThreshold: threshold } = options
  countReports(history, state.reports, q.now, reputationHalfLifeMs)
  const keys = keysOf(q, options.reputationBy)
  const known = worstOf(history, keys, q.now, options)
  const isBad = known !== null && known.share >= threshold
  if (isBad && (reputationAction === 'defer' || reputationAction === 'refuse')) {
    const no = reputationAction === 'defer' ? R.reputationLater : R.reputationRefused
    const { share: value, key: about } = known
    return objects('reputation-bad', reply(no, q.forwardPath), { value, threshold, about })
  }
  const tooFast = hurry(q, state, options, keys)
  if (tooFast !== null) return tooFast
  if (known === null) return passes('reputation-unknown', { threshold })
  const score = reputationAction === 'score' ? pointsFor(known, options) : 0
  const reason = isBad ? 'reputation-bad' : 'reputation-good'
  return passes(reason, { value: known.share, threshold, about: known.key, score })
}

/** Tenths of a point: all of them for nothing but spam, as many off for none, in a straight line. */
function pointsFor({ share }: Known, { reputationPoints }: ReputationOptions): number {
  return Math.round((reputationPoints * (2 * share - 1000)) / 100)
}

/** A newcomer in a hurry. What is let through counts; what is put off does not. */
function hurry(
  q: Question,
  { history, sent }: ReputationState,
  options: Options,
  keys: readonly string[],
): Finding | null {
  const { reputationColdStart, reputationWarmUp, reputationHalfLifeMs } = options
  if (reputationColdStart === 0) return null
  let good = 0
  for (const key of keys) {
    const { all, bad } = tallyOf(history, key, q.now, reputationHalfLifeMs)
    good = Math.max(good, all - bad)
  }
  const threshold = reputationColdStart + Math.floor((good * reputationWarmUp) / 100)
  const value = countedIn(sent.get(q.clientAddress), q.now, HOUR)
  if (value >= threshold)
    return objects('newcomer-too-fast', reply(R.newcomerLater, q.forwardPath), {
      value,
      threshold,
    })
  countOne(sent, q.clientAddress, q.now, HOUR)
  return null
}

function learn(q: Question, state: ReputationState, options: Options, fate: Fate): void {
  if (fate === 'turned-away') return
  const keys = keysOf(q, options.reputationBy)
  if (fate === 'reported') {
    state.reports.push({ at: q.now + options.complaintsAfterMs, keys })
    return
  }
  const added = { now: q.now, bad: fate === 'inbox' ? 0 : 1, all: 1 }
  for (const key of keys) count(state.history, key, added, options.reputationHalfLifeMs)
}
