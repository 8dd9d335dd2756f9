/**
 * What a receiver has found out about who sent a message: one word for each method, as its
 * Authentication-Results field has it (RFC 8601 §2.7), whatever then followed from it.
 */
import type { Instant } from '../units.ts'
import type { FactIndex } from './fact-index.ts'
import type { FindingReading } from './findings.ts'
import type { JourneyReading } from './journeys.ts'
import { messageFindings } from './message-findings.ts'

export type Method = 'spf' | 'dkim' | 'dmarc'

/** Findings of DMARC that say what was done: the method itself has failed (RFC 9989 §5.3). */
const FAILED = ['dmarc-reject', 'dmarc-quarantine']

/** `pass`, `fail`, `none` and so on, of the last look; undefined where nobody has looked. */
export function methodResult(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
  method: Method,
): string | undefined {
  const reason = lastFinding(index, journey, until, method)?.reason
  if (reason === undefined) return undefined
  return FAILED.includes(reason) ? 'fail' : reason.slice(method.length + 1)
}

/** What vouches for the author's domain: `spf`, `dkim`, `spf+dkim`; undefined where nothing does. */
export function vouchedBy(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
): string | undefined {
  const found = lastFinding(index, journey, until, 'dmarc')
  return found?.reason === 'dmarc-pass' ? found.about.split(' ')[1] : undefined
}

function lastFinding(
  index: FactIndex,
  journey: JourneyReading,
  until: Instant,
  method: Method,
): FindingReading | undefined {
  return messageFindings(index, journey).findLast(
    ({ check, at }) => check === method && at <= until,
  )
}
