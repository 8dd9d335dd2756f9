/** What a server makes of its own experience with senders, read off what it found. */
import { readAs } from '../../sim/facts/codec.ts'
import { KIND } from '../../sim/facts/fact.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { findingAt, type FindingReading } from '../../sim/facts/findings.ts'
import type { Instant } from '../../sim/units.ts'

/** Checks that remember senders; their findings name the sender that they are about. */
const REMEMBERING: ReadonlySet<string> = new Set(['reputation', 'complaints'])

/** The last that a check found about a sender, in the order in which senders were asked about. */
export function sendersAt(index: FactIndex, server: number, until: Instant): FindingReading[] {
  const { facts } = index.record
  const known = new Map<string, FindingReading>()
  const count = facts.countUntil(until)
  for (let i = 0; i < count; i++) {
    if (facts.kind(i) !== KIND.finding) continue
    const found = findingAt(index, i)
    if (found === null || found.about === '' || !REMEMBERING.has(found.check)) continue
    const first = index.connections[found.connection]?.facts[0] ?? -1
    if (readAs(facts, first, 'connect')?.server !== server) continue
    const key = `${found.check} ${found.about}`
    // What was asked last stands last.
    known.delete(key)
    known.set(key, found)
  }
  return [...known.values()]
}
