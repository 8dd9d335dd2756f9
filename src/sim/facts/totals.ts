/**
 * What became of all messages of a kind: counted in one pass over the facts, since there may be a
 * hundred thousand of them, and journeys are for reading one.
 *
 * Each recipient counts for itself, so a letter to three is three. Reports are of no kind. What a
 * forwarder or a list has passed on counts for those to whom it went, and no more for the first.
 */
import type { Instant, Millis } from '../units.ts'
import { FOLDERS, KIND, OUTCOMES, type Folder, type Outcome } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { COPIES_BITS } from './write.ts'

export interface Totals {
  sent: number
  delivered: number
  /** Of those delivered: where they lie. */
  inbox: number
  junk: number
  refused: number
  bounced: number
  lost: number
  discarded: number
  /** Still on their way. */
  waiting: number
}

export type TotalsByKind = Readonly<Record<'good' | 'spam', Readonly<Totals>>>

/** How it stands with one recipient of a message. */
interface Standing {
  outcome: Outcome | null
  folder: Folder | null
  /** When the outcome came; −1 without one. */
  endedAt: Instant
}

const UNKNOWN: Readonly<Standing> = { outcome: null, folder: null, endedAt: -1 }

/** All of a world at an instant. */
interface Count {
  readonly until: Instant
  readonly length: number
  readonly standings: ReadonlyMap<number, Readonly<Standing>>
  readonly totals: TotalsByKind
}

/** The totals at an instant; the last answer for each world is kept, since many are asked at once. */
export const totalsAt = (index: FactIndex, until: Instant): TotalsByKind =>
  countAt(index, until).totals

function countAt(index: FactIndex, until: Instant): Count {
  const known = KNOWN.get(index)
  const { record, length } = index
  if (known?.until === until && known.length === length) return known
  const standings = fold(record.facts, Math.min(length, record.facts.countUntil(until)))
  const count = { until, length, standings, totals: totalsOf(index, until, standings) }
  KNOWN.set(index, count)
  return count
}

const KNOWN = new WeakMap<FactIndex, Count>()

/**
 * The same of some messages only, by their positions; and how long those took that arrived, and when
 * the last of them did, or −1.
 */
export function totalsOfSome(
  index: FactIndex,
  messages: readonly number[],
  until: Instant,
): { readonly totals: Totals; readonly took: readonly Millis[]; readonly last: Instant } {
  const { standings } = countAt(index, until)
  const [totals, took] = [noTotals(), [] as Millis[]]
  let last = -1
  for (const message of messages) {
    const { sentAt = Infinity, recipients = [] } = index.record.messages[message] ?? {}
    if (sentAt > until) continue
    for (const recipient of recipients.keys()) {
      const standing = standings.get(keyOf(message, recipient))
      add(totals, standing)
      if (standing?.outcome !== 'delivered' || standing.folder === null) continue
      took.push(standing.endedAt - sentAt)
      last = Math.max(last, standing.endedAt)
    }
  }
  return { totals, took, last }
}

export const noTotals = (): Totals => ({
  sent: 0,
  delivered: 0,
  inbox: 0,
  junk: 0,
  refused: 0,
  bounced: 0,
  lost: 0,
  discarded: 0,
  waiting: 0,
})

function totalsOf(
  { record }: FactIndex,
  until: Instant,
  standings: Count['standings'],
): TotalsByKind {
  const totals = { good: noTotals(), spam: noTotals() }
  for (const [message, { kind, sentAt, recipients }] of record.messages.entries()) {
    if (kind === 'dsn' || sentAt > until) continue
    const of = totals[kind]
    for (const recipient of recipients.keys()) add(of, standings.get(keyOf(message, recipient)))
  }
  return totals
}

function add(of: Totals, standing: Readonly<Standing> | undefined): void {
  const { outcome, folder } = standing ?? UNKNOWN
  // Delivered, and in no mailbox: gone on as a message of its own.
  if (outcome === 'delivered' && folder === null) return
  of.sent++
  if (outcome === null) of.waiting++
  else of[outcome]++
  if (outcome === 'delivered' && folder !== null) of[folder]++
}

/** As journeys see it: what a person takes up again waits, and one copy in the inbox is enough. */
function fold(facts: FactIndex['record']['facts'], length: number): Map<number, Standing> {
  const standings = new Map<number, Standing>()
  const of = (message: number, recipient: number): Standing => {
    const key = keyOf(message, recipient)
    const known = standings.get(key)
    if (known !== undefined) return known
    const fresh: Standing = { outcome: null, folder: null, endedAt: -1 }
    standings.set(key, fresh)
    return fresh
  }
  for (let i = 0; i < length; i++) {
    const kind = facts.kind(i)
    if (kind === KIND.end) {
      const standing = of(facts.lane(i, 0), facts.lane(i, 1))
      standing.outcome = OUTCOMES[facts.lane(i, 2)] ?? null
      standing.endedAt = facts.at(i)
    } else if (kind === KIND.mailbox) {
      const standing = of(facts.lane(i, 1), facts.lane(i, 2))
      const folder = FOLDERS[facts.lane(i, 3) >> COPIES_BITS] ?? 'inbox'
      if (standing.folder !== 'inbox') standing.folder = folder
    } else if (kind === KIND.press) {
      const standing = of(facts.lane(i, 1), facts.lane(i, 2))
      if (standing.outcome !== 'delivered') standing.outcome = null
    }
  }
  return standings
}

/** One number for a message's recipient: a thousand recipients are all that a server takes. */
const keyOf = (message: number, recipient: number): number => message * 4096 + recipient
