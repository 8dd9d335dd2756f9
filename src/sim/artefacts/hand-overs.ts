/** By which sessions a message came from host to host on its way to one recipient. */
import { R } from '../mail/reply-catalogue.ts'
import { withProtocol, type WithProtocol } from '../mail/trace-field.ts'
import type { Instant, Millis } from '../units.ts'
import { read } from '../facts/codec.ts'
import type { Fact } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { clientAddress } from '../facts/transcript.ts'

/** A server has answered 250 to the data: from `at` on, the message lies there. */
export interface HandOver {
  readonly at: Instant
  readonly client: number
  readonly clientAddress: string
  readonly server: number
  readonly queueId: number
  readonly protocol: WithProtocol
  readonly authenticated: boolean
  /** Recipients of the transaction. */
  readonly recipients: readonly number[]
  /** When and after how long a greylist let it pass; null where it did not make it wait. */
  readonly greylisted: { readonly at: Instant; readonly waited: Millis } | null
}

/** Hand-overs until an instant, in the order in which they happened. */
export function handOvers(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): HandOver[] {
  const found: HandOver[] = []
  for (const serial of index.messages[message]?.attempts ?? []) {
    const attempt = index.attempts[serial]
    if (attempt === undefined) continue
    for (const connection of attempt.connections) {
      const over = handOver(index, connection)
      if (over !== null && over.recipients.includes(recipient) && over.at <= until) found.push(over)
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/**
 * The recipients that the server accepted: replies answer commands in order, behind the greeting.
 * Whether the client ever heard of the final 250 makes no difference (RFC 5321 §6.1).
 */
function acceptedIn(session: readonly Fact[]): number[] {
  const commands = session.filter((fact) => fact.kind === 'command')
  const replies = session.filter((fact) => fact.kind === 'reply').slice(1)
  const taken: number[] = []
  commands.forEach((one, i) => {
    if (one.verb === 'RCPT' && replies[i]?.reply === R.recipientOk.index) taken.push(one.detail)
  })
  return taken
}

function handOver(index: FactIndex, connection: number): HandOver | null {
  const { facts } = index.record
  const entry = index.connections[connection]
  if (entry === undefined) return null
  const session = entry.facts.map((i) => read(facts, i))
  const opened = session.find((fact) => fact.kind === 'connect')
  const queued = session.find((fact) => isReply(fact, R.queued.index))
  if (opened?.kind !== 'connect' || queued?.kind !== 'reply') return null
  const said = (verb: string): boolean =>
    session.some((fact) => fact.kind === 'command' && fact.verb === verb)
  const authenticated = session.some((fact) => isReply(fact, R.authenticated.index))
  return {
    at: queued.at,
    client: index.attempts[entry.attempt]?.host ?? -1,
    clientAddress: clientAddress(index, connection, opened.at),
    server: opened.server,
    queueId: queued.detail,
    protocol: withProtocol(said('EHLO'), said('TLS'), authenticated),
    authenticated,
    recipients: acceptedIn(session),
    greylisted: letThrough(session),
  }
}

const isReply = (fact: Fact, reply: number): boolean =>
  fact.kind === 'reply' && fact.reply === reply

/** Postgrey tells of the wait when it is over, once per message. */
function letThrough(session: readonly Fact[]): HandOver['greylisted'] {
  for (const fact of session) {
    if (fact.kind !== 'finding' || fact.reason !== 'triplet-passed' || fact.waited === 0) continue
    return { at: fact.at, waited: fact.waited }
  }
  return null
}
