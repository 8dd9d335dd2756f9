/**
 * Messages as the world keeps them: who wrote what to whom. Immutable once made; what becomes of a
 * message stands in the facts.
 */
import type { Instant } from '../units.ts'
import type { ReportAction } from './fact.ts'

export type MessageKind = 'good' | 'spam' | 'dsn'

export interface MessageRecord {
  /** Stable name such as `alice-1`; the same in every world of a run. */
  readonly id: string
  readonly kind: MessageKind
  /** Index of the host it was made on. */
  readonly host: number
  /** RFC 5321 reverse-path, '' for the null reverse-path. */
  readonly reversePath: string
  /** RFC 5321 forward-paths. */
  readonly recipients: readonly string[]
  /** Address in the From field. */
  readonly author: string
  readonly subject: string
  /** First line of the body. */
  readonly body: string
  /** Size in octets as first submitted; trace fields that are added later do not count. */
  readonly octets: number
  readonly sentAt: Instant
  /** For a DSN: index of the message it reports on; −1 otherwise. */
  readonly about: number
  /** For a DSN: what it tells; '' otherwise. */
  readonly action: ReportAction | ''
  /** Index of the message that was passed on as this one, by a list or a forwarder; −1 otherwise. */
  readonly origin: number
  /**
   * Server in whose name the writer has put an Authentication-Results field on it, without having
   * any right to; left out where it has not.
   */
  readonly claims?: string
}

/** `-1`: not ended yet; else the position in `OUTCOMES`. One per recipient. */
export type RecipientStatus = number
export const PENDING: RecipientStatus = -1
