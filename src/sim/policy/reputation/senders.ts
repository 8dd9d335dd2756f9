/** By what a site knows a sender, and what it has been told about them. */
import type { Question } from '../check.ts'
import { count, permille, tallyOf, type History, type Tally } from '../history.ts'
import type { Instant, Millis } from '../../units.ts'
import type { ReputationOptions } from './options.ts'

/**
 * The client's address, which cannot be forged, and the domain in the envelope, where SPF passes for
 * it (RFC 7208 §2.6.3): else anybody could spoil anybody's name.
 */
export function keysOf(q: Question, by: ReputationOptions['reputationBy']): readonly string[] {
  const keys = by === 'domain' ? [] : [q.clientAddress]
  if (by === 'address') return keys
  const { result, domain } = q.inquiry.spf()
  if (result === 'pass' && domain !== '') keys.push(domain)
  return keys
}

/** A reader's report, to be counted when it is made. */
export interface Report {
  readonly at: Instant
  readonly keys: readonly string[]
}

/** Takes the reports that have been made by now out of the list, in the order of the messages. */
export function takeDue(reports: Report[], now: Instant): readonly Report[] {
  const waiting = reports.findIndex(({ at }) => at > now)
  return reports.splice(0, waiting < 0 ? reports.length : waiting)
}

/** Counts the reports that have been made by now against their senders. */
export function countReports(
  history: History,
  reports: Report[],
  now: Instant,
  halfLife: Millis,
): void {
  for (const { keys } of takeDue(reports, now))
    for (const key of keys) count(history, key, { now, bad: 1, all: 0 }, halfLife)
}

export interface Known {
  readonly key: string
  readonly tally: Tally
  readonly share: number
}

/** The worst that is known of a sender by any of its keys; null where too little is. */
export function worstOf(
  history: History,
  keys: readonly string[],
  now: Instant,
  options: Pick<ReputationOptions, 'reputationHalfLifeMs' | 'reputationMinimum'>,
): Known | null {
  let worst: Known | null = null
  for (const key of keys) {
    const tally = tallyOf(history, key, now, options.reputationHalfLifeMs)
    if (tally.all < options.reputationMinimum) continue
    const share = permille(tally)
    if (worst === null || share > worst.share) worst = { key, tally, share }
  }
  return worst
}
