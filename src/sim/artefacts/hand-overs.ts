/** By which sessions a message came from host to host on its way to one recipient. */
import { R } from '../mail/reply-catalogue.ts'
import { withProtocol, type WithProtocol } from '../mail/trace-field.ts'
import type { Instant, Millis } from '../units.ts'
import { read, readAs } from '../facts/codec.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { findingsOf, type FindingReading } from '../facts/findings.ts'
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
  /** Attempt of the client. */
  readonly attempt: number
  /** When and after how long a greylist let it pass; null where it did not make it wait. */
  readonly greylisted: { readonly at: Instant; readonly waited: Millis } | null
  /** What the server has found out about who sent it, where it asked. */
  readonly authentication: readonly FindingReading[]
}

/** Where a copy lies, or came from: a queue file, or the mailbox that took it under that id. */
interface Place {
  readonly host: number
  readonly queueId: number
}

/** Every hand-over of a message until an instant, in the order in which they happened. */
function allHandOvers(index: FactIndex, message: number, until: Instant): HandOver[] {
  const found: HandOver[] = []
  for (const serial of index.messages[message]?.attempts ?? []) {
    for (const connection of index.attempts[serial]?.connections ?? []) {
      const over = handOver(index, connection)
      if (over !== null && over.at <= until) found.push(over)
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/**
 * The hand-overs by which a message came to where it lies for a recipient at an instant, the first
 * one first: into the mailbox if it is in one, else to whoever has taken it last. Where there are
 * several copies it is the way of the latest, and of that one alone.
 */
export function handOvers(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): HandOver[] {
  const overs = allHandOvers(index, message, until)
  const boxed = lastMailbox(index, message, recipient, until)
  const last = overs.findLast(
    (over) =>
      over.recipients.includes(recipient) &&
      (boxed === null || (over.server === boxed.host && over.at <= boxed.at)),
  )
  return last === undefined ? [] : [...wayBefore(index, message, overs, last), last]
}

/** The hand-overs by which a message came into a queue file. */
export function wayTo(index: FactIndex, message: number, place: Place): HandOver[] {
  const overs = allHandOvers(index, message, Infinity)
  const last = overs.find((one) => isInto(one, place))
  return last === undefined ? [] : [...wayBefore(index, message, overs, last), last]
}

const isInto = (one: HandOver, { host, queueId }: Place): boolean =>
  one.server === host && one.queueId === queueId

/** Backwards from host to host, each time to the queue file that the copy was sent from. */
function wayBefore(
  index: FactIndex,
  message: number,
  overs: readonly HandOver[],
  last: HandOver,
): HandOver[] {
  const way: HandOver[] = []
  let one = last
  for (;;) {
    const from = sentFrom(index, message, one)
    const before = overs.find((over) => from !== null && over.at < one.at && isInto(over, from))
    if (before === undefined) return way.reverse()
    way.push(before)
    one = before
  }
}

/** The file that was active last when the attempt began: a client tries one at a time. */
function sentFrom(index: FactIndex, message: number, { attempt }: HandOver): Place | null {
  const entry = index.attempts[attempt]
  const begun = entry?.facts[0] ?? -1
  let place: Place | null = null
  for (const i of index.messages[message]?.facts ?? []) {
    const queue = i < begun ? readAs(index.record.facts, i, 'queue') : null
    if (queue?.host === entry?.host && queue?.state === 'active')
      place = { host: queue.host, queueId: queue.queueId }
  }
  return place
}

/** The latest copy in the recipient's mailbox. */
export function lastMailbox(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): FactOf<'mailbox'> | null {
  let last: FactOf<'mailbox'> | null = null
  for (const i of index.messages[message]?.facts ?? []) {
    const one = readAs(index.record.facts, i, 'mailbox')
    if (one !== null && one.recipient === recipient && one.at <= until) last = one
  }
  return last
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
    clientAddress: clientAddress(index, connection),
    server: opened.server,
    attempt: entry.attempt,
    queueId: queued.detail,
    protocol: withProtocol(said('EHLO'), said('TLS'), authenticated),
    authenticated,
    recipients: acceptedIn(session),
    greylisted: letThrough(index, connection),
    authentication: findingsOf(index, connection).filter(({ check }) => METHODS.includes(check)),
  }
}

/** Checks that ask who sent a message. */
const METHODS: readonly string[] = ['spf', 'dkim', 'dmarc']

const isReply = (fact: Fact, reply: number): boolean =>
  fact.kind === 'reply' && fact.reply === reply

/** Postgrey tells of the wait when it is over, once per message. */
function letThrough(index: FactIndex, connection: number): HandOver['greylisted'] {
  for (const { at, reason, value } of findingsOf(index, connection))
    if (reason === 'triplet-passed' && value > 0) return { at, waited: value }
  return null
}
