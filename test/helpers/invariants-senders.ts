/** What must hold of strangers that come back: by where they come from they are known, or not. */
import type { Fact, FactOf } from '../../src/sim/facts/fact.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { ruleOf } from '../../src/sim/facts/findings.ts'
import { clientAddress } from '../../src/sim/facts/transcript.ts'
import type { Simulation } from '../../src/sim/simulation.ts'

/** A finding of a greylist, with what it is about. */
interface Greeted {
  readonly at: number
  readonly reason: string
  readonly waited: number
  /** Server, network, sender and recipient: what a greylist by network goes by. */
  readonly key: string
  readonly config: Readonly<Record<string, unknown>>
}

/** '' for what another check has found. */
function greylistReason(record: FactIndex['record'], fact: FactOf<'finding'>): string {
  const { check, reason } = ruleOf(record, fact)
  return check === 'greylisting' ? reason : ''
}

function greetedOf(index: FactIndex, facts: readonly Fact[], simulation: Simulation): Greeted[] {
  const { record, connections, attempts } = index
  const serverOf = new Map<number, number>()
  const reasons = new Map<number, string>()
  const found: Greeted[] = []
  for (const fact of facts) {
    if (fact.kind === 'connect') serverOf.set(fact.connection, fact.server)
    if (fact.kind !== 'finding') continue
    const reason = reasons.get(fact.rule) ?? greylistReason(record, fact)
    reasons.set(fact.rule, reason)
    if (!reason.startsWith('triplet')) continue
    const server = serverOf.get(fact.connection) ?? -1
    const attempt = attempts[connections[fact.connection]?.attempt ?? -1]
    const message = record.messages[attempt?.message ?? -1]
    const address = clientAddress(index, fact.connection)
    const network = address.slice(0, address.lastIndexOf('.'))
    // A number that stands alone is not part of a sender's name: lists number their mail (VERP).
    const sender = (message?.reversePath ?? '').toLowerCase().replace(/\b\d+\b/g, '#')
    const path = message?.recipients[fact.recipient]?.toLowerCase()
    const config = simulation.world.hosts[server]?.config ?? {}
    const key = `${server} ${network} ${sender} ${path}`
    found.push({ at: fact.at, reason, waited: fact.value, key, config })
  }
  return found
}

/**
 * A sender that comes back from another network is a stranger: who passes by its triplet has been
 * there from the same network before, for as long as it is said to have waited.
 */
export function strangersStayOut(
  index: FactIndex,
  facts: readonly Fact[],
  simulation: Simulation,
): string[] {
  const first = new Map<string, number>()
  const wrong: string[] = []
  for (const { at, reason, waited, key } of greetedOf(index, facts, simulation)) {
    const isKnown = first.has(key) && first.get(key)! <= at - waited
    if (!first.has(key)) first.set(key, at)
    if (reason === 'triplet-passed' && waited > 0 && !isKnown) wrong.push(`${key} passed at ${at}`)
    if (reason === 'triplet-early' && !isKnown) wrong.push(`${key} was early at ${at}`)
  }
  return wrong
}

/** From the same network it is known again, as long as nothing has been forgotten. */
export function neighboursAreKnown(
  index: FactIndex,
  facts: readonly Fact[],
  simulation: Simulation,
): string[] {
  const seen = new Set<string>()
  return greetedOf(index, facts, simulation).flatMap(({ at, reason, key, config }) => {
    const isAgain = seen.has(key)
    seen.add(key)
    // Worlds whose greylist goes by address, or forgets within hours, are about something else.
    const isPlain = config['greylistKey'] === 'network' && Number(config['greylistMaxAgeMs']) > 1e9
    return isAgain && isPlain && reason === 'triplet-new' ? [`${key} is new again at ${at}`] : []
  })
}
