/** What a greylisting server knows at an instant, read off what it found. */
import { read } from '../../sim/facts/codec.ts'
import { KIND } from '../../sim/facts/fact.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { findingAt } from '../../sim/facts/findings.ts'
import { clientAddress } from '../../sim/facts/transcript.ts'
import { present } from '../../sim/assert.ts'
import type { Instant, Millis } from '../../sim/units.ts'

export interface TripletReading {
  readonly key: string
  readonly client: string
  readonly sender: string
  readonly recipient: string
  readonly firstSeen: Instant
  readonly lastSeen: Instant
  readonly passed: boolean
}

/** How long it has to wait still; 0 when it may come in. */
export function leftToWait(one: TripletReading, delay: Millis, at: Instant): Millis {
  return one.passed ? 0 : Math.max(0, one.firstSeen + delay - at)
}

/** Triplets of a server in the order in which they were met. */
export function tripletsAt(index: FactIndex, server: number, until: Instant): TripletReading[] {
  const { facts } = index.record
  const known = new Map<string, TripletReading>()
  const count = facts.countUntil(until)
  for (let i = 0; i < count; i++) {
    if (facts.kind(i) !== KIND.finding) continue
    const fact = findingAt(index, i)
    if (fact?.check !== 'greylisting') continue
    const entry = present(index.connections[fact.connection], 'connection')
    const opened = read(facts, present(entry.facts[0], 'connect'))
    if (opened.kind !== 'connect' || opened.server !== server) continue
    const message = index.record.messages[index.attempts[entry.attempt]?.message ?? -1]
    const recipient = message?.recipients[fact.recipient]
    if (message === undefined || recipient === undefined) continue
    const client = networkOf(clientAddress(index, fact.connection))
    const key = `${client} ${message.reversePath} ${recipient}`
    const trusted = fact.reason === 'client-auto-whitelisted'
    known.set(key, {
      key,
      client,
      sender: message.reversePath,
      recipient,
      firstSeen: trusted ? (known.get(key)?.firstSeen ?? fact.at) : fact.at - fact.value,
      lastSeen: fact.at,
      passed: fact.passes,
    })
  }
  return [...known.values()]
}

/** Greylisting looks at the network, not at the one address. */
const networkOf = (address: string): string => `${address.slice(0, address.lastIndexOf('.'))}.0/24`
