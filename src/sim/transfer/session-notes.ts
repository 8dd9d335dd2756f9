/**
 * What a server has found out about a session, each thing once. Plain data, part of the connection.
 */
import type {
  DkimFinding,
  DmarcFinding,
  Listing,
  ReverseName,
  SpfFinding,
} from '../policy/inquiry.ts'
import type { Folder } from '../facts/fact.ts'
import type { CheckId } from '../facts/rule.ts'
import type { Millis } from '../units.ts'

export interface SessionNotes {
  /** Time that questions to the DNS have taken and no reply has waited for yet. */
  owes: Millis
  reverse: ReverseName | null
  /** By zone. */
  readonly listings: Map<string, Listing>
  /** About the present transaction; a new MAIL begins anew. */
  spf: SpfFinding | null
  dkim: readonly DkimFinding[] | null
  dmarc: DmarcFinding | null
  /** Tenths of a point that the message has now, and where it is to go. */
  score: number
  /** What each check has given: once to the session, or once to the transaction. */
  readonly sessionScores: Map<CheckId, number>
  readonly scores: Map<CheckId, number>
  folder: Folder
}

export const newNotes = (): SessionNotes => ({
  owes: 0,
  reverse: null,
  listings: new Map(),
  spf: null,
  dkim: null,
  dmarc: null,
  score: 0,
  sessionScores: new Map(),
  scores: new Map(),
  folder: 'inbox',
})

/**
 * What a check gives counts once, however many recipients it is asked about; what it finds before MAIL
 * is about the session and stays.
 */
export function noteScore(
  notes: SessionNotes,
  check: CheckId,
  points: number,
  isOfSession: boolean,
): void {
  const kept = isOfSession ? notes.sessionScores : notes.scores
  notes.score += points - (kept.get(check) ?? 0)
  kept.set(check, points)
}

/** What holds for one transaction only is forgotten (RFC 5321 §4.1.1.2: MAIL begins a new one). */
export function newTransaction(notes: SessionNotes): void {
  notes.spf = null
  notes.dkim = null
  notes.dmarc = null
  notes.scores.clear()
  notes.score = 0
  for (const points of notes.sessionScores.values()) notes.score += points
  notes.folder = 'inbox'
}
