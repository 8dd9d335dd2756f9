/** What a world tells of tries: when they began, where to, what came of them. */
import { decisionLabel, decisionStatus } from '../../src/sim/facts/attempts.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import type { Aim } from '../../src/sim/facts/fact.ts'
import { factsOf } from './invariants.ts'

export interface Try {
  readonly at: number
  readonly endedAt: number
  readonly host: string
  readonly message: string
  readonly aim: Aim
  /** Domain of the first recipient. */
  readonly domain: string
  /** `250 2.0.0` or a name of the network's results, for each recipient. */
  readonly replies: readonly string[]
  /** Enhanced codes, for each recipient. */
  readonly statuses: readonly string[]
  /** Hosts that were dialled, by id; '' for an address that nobody has. */
  readonly dialled: readonly string[]
}

/** Every try of a world, in the order in which they began. */
export function triesOf(index: FactIndex): Try[] {
  const { hosts, messages } = index.record
  const facts = factsOf(index)
  const byAttempt = byAttemptOf(facts.filter((fact) => fact.kind === 'result'))
  const dials = byAttemptOf(facts.filter((fact) => fact.kind === 'connect'))
  return facts.flatMap((fact) => {
    if (fact.kind !== 'attempt') return []
    const results = byAttempt.get(fact.attempt) ?? []
    const message = messages[fact.message]
    const to = message?.recipients[results[0]?.recipient ?? 0] ?? ''
    return {
      at: fact.at,
      endedAt: results[0]?.at ?? Infinity,
      host: hosts[fact.host]?.id ?? '',
      message: message?.id ?? '',
      aim: fact.aim,
      domain: to.slice(to.indexOf('@') + 1),
      replies: results.map(({ decision }) => decisionLabel(decision)),
      statuses: results.map(({ decision }) => decisionStatus(decision)),
      dialled: (dials.get(fact.attempt) ?? []).map(({ server }) => hosts[server]?.id ?? ''),
    }
  })
}

function byAttemptOf<T extends { readonly attempt: number }>(
  facts: readonly T[],
): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const fact of facts) {
    const known = found.get(fact.attempt)
    if (known === undefined) found.set(fact.attempt, [fact])
    else known.push(fact)
  }
  return found
}

/** Most of these tries that were under way at one time. */
export function mostAtOnce(tries: readonly Try[]): number {
  let most = 0
  for (const one of tries) {
    const beside = tries.filter(({ at, endedAt }) => at <= one.at && one.at < endedAt)
    most = Math.max(most, beside.length)
  }
  return most
}
