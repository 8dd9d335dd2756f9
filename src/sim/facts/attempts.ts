/**
 * Attempts as people read them: when, by whom, where to, and what came of it for one recipient.
 */
import { present } from '../assert.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import type { ReplySpec } from '../mail/reply-spec.ts'
import type { Instant } from '../units.ts'
import { readAs } from './codec.ts'
import type { Aim, Decision } from './fact.ts'
import { NETWORK_RESULTS } from './fact.ts'
import type { FactIndex } from './fact-index.ts'

/** How an attempt stands at an instant. `open`: still under way. */
export type AttemptClass = 'delivered' | 'deferred' | 'refused' | 'open'

export interface AttemptReading {
  readonly attempt: number
  readonly message: number
  /** Host that tries. */
  readonly host: number
  readonly aim: Aim
  readonly at: Instant
  /** Null while it is under way. */
  readonly endedAt: Instant | null
  readonly decision: Decision | null
  readonly class: AttemptClass
  /** `450 4.2.0`, `connection refused`; '' while it is under way. */
  readonly reply: string
  /** Enhanced status code of the result, '' while it is under way. */
  readonly status: string
  /** Where it went last: host index (−1: none) and dialled address ('' if none was dialled). */
  readonly server: number
  readonly address: string
  /** Connections of this attempt so far, and the one that decided (−1: none). */
  readonly connections: readonly number[]
  readonly decidingConnection: number
}

/** `450 4.2.0` for a reply, its name for a result of the network. */
export function decisionLabel(decision: Decision): string {
  if (decision.by === 'network') return decision.result
  return replyLabel(present(REPLIES[decision.reply], 'reply'))
}

/** `450 4.2.0`, or `220` alone. */
export function replyLabel({ code, enhanced }: ReplySpec): string {
  return enhanced === null ? String(code) : `${code} ${enhanced}`
}

/** Enhanced status code, RFC 3463; a reply without one gets the general code of its class. */
export function decisionStatus(decision: Decision): string {
  if (decision.by === 'network') {
    if (decision.because !== null) return decisionStatus(decision.because)
    const found = NETWORK_RESULTS.find((one) => one.name === decision.result)
    return present(found, decision.result).status
  }
  const spec = present(REPLIES[decision.reply], 'reply')
  const status = spec.enhanced ?? `${String(spec.code).slice(0, 1)}.0.0`
  return decision.soft ? `4${status.slice(1)}` : status
}

function classOf(decision: Decision): AttemptClass {
  const digit = decisionStatus(decision).slice(0, 1)
  return digit === '2' ? 'delivered' : digit === '5' ? 'refused' : 'deferred'
}

/** The attempt as it stands at `until` for one recipient; null if it does not concern them (yet). */
export function attemptReading(
  index: FactIndex,
  serial: number,
  recipient: number,
  until: Instant,
): AttemptReading | null {
  const { facts, names } = index.record
  const entry = present(index.attempts[serial], 'attempt', serial)
  const begun = facts.at(present(entry.facts[0], 'first fact'))
  if (begun > until) return null
  const base = { attempt: serial, message: entry.message, host: entry.host, at: begun }
  const connections = entry.connections.filter((c) => connectedAt(index, c) <= until)
  const results = entry.facts.map((i) => readAs(facts, i, 'result')).filter((f) => f !== null)
  const result = results.find((f) => f.recipient === recipient)
  if (results.length > 0 && result === undefined) return null
  const decided = result !== undefined && result.at <= until ? result : null
  const last = decided !== null && decided.connection >= 0 ? decided.connection : connections.at(-1)
  const dialled = last === undefined ? null : connectFact(index, last)
  return {
    ...base,
    aim: entry.aim,
    endedAt: decided?.at ?? null,
    decision: decided?.decision ?? null,
    class: decided === null ? 'open' : classOf(decided.decision),
    reply: decided === null ? '' : decisionLabel(decided.decision),
    status: decided === null ? '' : decisionStatus(decided.decision),
    server: dialled?.server ?? -1,
    address: dialled === null ? '' : (names[dialled.address] ?? ''),
    connections,
    decidingConnection: decided?.connection ?? -1,
  }
}

function connectFact(
  index: FactIndex,
  connection: number,
): { server: number; address: number } | null {
  const first = present(index.connections[connection]?.facts[0], 'connection', connection)
  return readAs(index.record.facts, first, 'connect')
}

function connectedAt(index: FactIndex, connection: number): Instant {
  const first = present(index.connections[connection]?.facts[0], 'connection', connection)
  return index.record.facts.at(first)
}
