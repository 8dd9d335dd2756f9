/**
 * Which of a receiver's checks decided about a message: the one that objected in the session that
 * decided, or the one that put it aside there.
 */
import type { FactIndex } from './fact-index.ts'
import { findingsAbout, type FindingReading } from './findings.ts'
import type { JourneyReading } from './journeys.ts'
import type { Instant } from '../units.ts'

/** Whether it matters for the message that the check was asked. */
const isDecision = ({ passes, folder }: FindingReading): boolean => !passes || folder === 'junk'

/**
 * The finding that decided in the last try of a journey; null where no check had anything against it,
 * or none was asked. An objection counts more than a folder.
 */
export function decisiveFinding(
  index: FactIndex,
  { attempts, submissions, recipient }: JourneyReading,
  until: Instant,
): FindingReading | null {
  const last = attempts.at(-1) ?? submissions.at(-1)
  if (last === undefined || last.decidingConnection < 0) return null
  const about = findingsAbout(index, last.decidingConnection, recipient, until)
  const found = about.filter(isDecision)
  return found.findLast(({ passes }) => !passes) ?? found[0] ?? null
}
