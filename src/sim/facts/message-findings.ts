/**
 * Everything that checks have made of a message for one recipient, session by session: what they
 * found, which way it went, and what was said where one objected.
 */
import { replyLabel } from './attempts.ts'
import type { FactIndex } from './fact-index.ts'
import { findingsAbout, type FindingReading } from './findings.ts'
import type { JourneyReading } from './journeys.ts'
import { clientSession, verdictOf } from './verdict.ts'

export interface MessageFinding extends FindingReading {
  /** `450 4.2.0`, as attempts have it; '' where the check did not object or nobody heard it. */
  readonly reply: string
}

/** In the order in which they were made. */
export function messageFindings(
  index: FactIndex,
  { submissions, attempts, recipient }: JourneyReading,
): readonly MessageFinding[] {
  const sessions = [...submissions, ...attempts].flatMap(({ connections }) => connections)
  return sessions.flatMap((connection) =>
    findingsAbout(index, connection, recipient).map((one) => {
      return { ...one, reply: one.passes ? '' : replyIn(index, connection, recipient) }
    }),
  )
}

/** What decided in a session for a recipient: where a check has objected, its reply. */
function replyIn(index: FactIndex, connection: number, recipient: number): string {
  const verdict = verdictOf(clientSession(index, connection), recipient)
  return verdict?.by === 'reply' ? replyLabel(verdict.spec) : ''
}
