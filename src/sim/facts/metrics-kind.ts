/** What can be read of all good mail of a world, or of all its spam. Each recipient counts. */
import { count, type Reading } from './reading.ts'
import type { Totals } from './totals.ts'

type ReadKind = (totals: Readonly<Totals>) => Reading | null

/** Thousandths of what was sent, to the nearest; null where nothing was. */
const permille =
  (part: (totals: Readonly<Totals>) => number): ReadKind =>
  (totals) =>
    totals.sent === 0 ? null : count(Math.round((1000 * part(totals)) / totals.sent))

export const KIND_METRICS: Readonly<Record<string, ReadKind>> = {
  sent: (totals) => count(totals.sent),
  delivered: (totals) => count(totals.delivered),
  /** Of those delivered, by folder. */
  inbox: (totals) => count(totals.inbox),
  junk: (totals) => count(totals.junk),
  /** Given up by whoever dialled, since a server said no. */
  refused: (totals) => count(totals.refused),
  /** Given up by a server that had taken it, and reported. */
  bounced: (totals) => count(totals.bounced),
  /** Given up without a word, or forgotten. */
  lost: (totals) => count(totals.lost + totals.discarded),
  waiting: (totals) => count(totals.waiting),
  /** Everything that ended elsewhere than in a mailbox. */
  stopped: (totals) => count(totals.refused + totals.bounced + totals.lost + totals.discarded),
  inboxPermille: permille((totals) => totals.inbox),
  junkPermille: permille((totals) => totals.junk),
  deliveredPermille: permille((totals) => totals.delivered),
  stoppedPermille: permille(
    (totals) => totals.refused + totals.bounced + totals.lost + totals.discarded,
  ),
}
