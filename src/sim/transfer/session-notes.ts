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
  /** Tenths of a point, and where the message is to go. */
  score: number
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
  folder: 'inbox',
})

/** What holds for one transaction only is forgotten (RFC 5321 §4.1.1.2: MAIL begins a new one). */
export function newTransaction(notes: SessionNotes): void {
  notes.spf = null
  notes.dkim = null
  notes.dmarc = null
  notes.score = 0
  notes.folder = 'inbox'
}
