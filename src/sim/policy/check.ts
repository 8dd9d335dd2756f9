/**
 * A receiver's local check: a question about a client, a sender and a recipient, and a finding.
 */
import type { Reply } from '../mail/reply.ts'
import type { CheckId, Reason } from '../facts/fact.ts'
import type { Instant, Millis } from '../units.ts'

/** What a check at RCPT knows (RFC 5321 §3.3: client, reverse-path, forward-path). */
export interface Question {
  readonly now: Instant
  readonly clientAddress: string
  readonly reversePath: string
  readonly forwardPath: string
}

/** What it found. `reply` is there exactly when the recipient is not accepted. */
export interface Finding {
  readonly check: CheckId
  readonly reason: Reason
  /** For how long the sender has been known, where that decided; 0 otherwise. */
  readonly waited: Millis
  readonly reply: Reply | null
}
