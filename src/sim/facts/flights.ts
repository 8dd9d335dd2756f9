/**
 * What is under way between two hosts at an instant: connection attempts, lines of a session, and
 * questions to a name server, of a client or of the server in a session, each with when it left and when it arrives.
 *
 * A fact says when something left and how long it travels, so only the facts of the last while
 * matter: as far back as the longest journey of the run. A refused connection is noted where it
 * arrives; it left one delay earlier, so the facts of one delay ahead matter too.
 */
import { present } from '../assert.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import type { ReplyClass } from '../mail/reply.ts'
import type { Instant, Millis } from '../units.ts'
import { read, readAs } from './codec.ts'
import { KIND, type FactOf } from './fact.ts'
import { NOWHERE_MS } from './record.ts'
import type { FactIndex } from './fact-index.ts'

export type Cargo =
  | 'syn'
  | 'accept'
  | 'command'
  | 'content'
  | 'reply'
  | 'query'
  | 'answer'
  | 'refusal'

export interface Flight {
  /** The same for as long as it flies, and for no other flight of this world. */
  readonly key: string
  /** Serial number; −1 for a question to a name server. */
  readonly connection: number
  readonly attempt: number
  readonly from: number
  /** −1: an address that no host has. */
  readonly to: number
  readonly sentAt: Instant
  readonly arrivesAt: Instant
  readonly carries: Cargo
  /** Verb, `450 4.2.0`, or the name that is asked for. */
  readonly label: string
  /** Only of replies. */
  readonly class: ReplyClass | null
  readonly message: number
  /** Nobody will take it: the host it comes from or goes to is out of reach. */
  readonly lost: boolean
  /** Position among those that left at the same instant on the same connection, and their number. */
  readonly rank: number
  readonly of: number
}

/** Everything that has left at or before `t` and not yet arrived, in the order of departure. */
export function flightsAt(index: FactIndex, t: Instant): Flight[] {
  const { facts } = index.record
  const { back, ahead } = reachOf(index)
  const flights: Flight[] = []
  const last = facts.countUntil(t + ahead)
  for (let i = facts.countUntil(t - back - 1); i < last; i++)
    for (const one of flightsOf(index, i))
      if (one.sentAt <= t && t < one.arrivesAt) flights.push(one)
  return ranked(flights)
}

/** The flights that a fact speaks of: none, one, or question and answer. */
export function flightsOf(index: FactIndex, i: number): Flight[] {
  const { facts } = index.record
  switch (facts.kind(i)) {
    case KIND.connect:
      return one(syn(index, i, present(readAs(facts, i, 'connect'), 'connect')))
    case KIND.accept:
    case KIND.command:
    case KIND.reply:
      return one(line(index, i))
    case KIND.close:
      return one(refusal(index, i))
    case KIND.lookup:
    case KIND.query:
      return questionAndAnswer(index, i)
    default:
      return []
  }
}

const one = (flight: Flight | null): Flight[] => (flight === null ? [] : [flight])

interface Course {
  readonly connection: number
  readonly attempt: number
  readonly client: number
  readonly server: number
  readonly message: number
}

function courseOf(index: FactIndex, connection: number): Course {
  const entry = present(index.connections[connection], 'connection', connection)
  const { message, host } = present(index.attempts[entry.attempt], 'attempt')
  const opened = readAs(index.record.facts, present(entry.facts[0], 'connect'), 'connect')
  const server = opened?.server ?? -1
  return { connection, attempt: entry.attempt, client: host, server, message }
}

function delayOf(index: FactIndex, { client, server }: Course): Millis {
  return server < 0 ? NOWHERE_MS : present(index.record.hosts[client]?.delays[server], 'delay')
}

/** Whether the length of a line counts between the two ends. */
function isSlow(index: FactIndex, { client, server }: Course): boolean {
  const [one, other] = [index.record.hosts[client], index.record.hosts[server]]
  if (one?.site === other?.site) return false
  return [one, other].some((host) => (host?.line.octetsPerSecond ?? 0) > 0)
}

type Load = Pick<Flight, 'sentAt' | 'arrivesAt' | 'carries' | 'label' | 'class'>

function fly(index: FactIndex, i: number, course: Course, home: boolean, load: Load): Flight {
  const { connection, attempt, client, server, message } = course
  const [from, to] = home ? [server, client] : [client, server]
  const lost = isLost(index, { from, to }, load)
  return { key: `${i}`, connection, attempt, from, to, message, ...load, lost, rank: 0, of: 1 }
}

function syn(index: FactIndex, i: number, fact: FactOf<'connect'>): Flight {
  const course = courseOf(index, fact.connection)
  const arrivesAt = fact.at + delayOf(index, course)
  const label = index.record.names[fact.address] ?? ''
  return fly(index, i, course, false, { ...plain('syn', fact.at, arrivesAt), label })
}

/** What belongs to an open connection: its acceptance, commands and replies. */
function line(index: FactIndex, i: number): Flight | null {
  const fact = read(index.record.facts, i)
  if (fact.kind === 'accept') {
    const course = courseOf(index, fact.connection)
    return fly(index, i, course, true, plain('accept', fact.at, fact.at + fact.span))
  }
  if (fact.kind === 'command') {
    const cargo = fact.verb === 'CONTENT' ? 'content' : 'command'
    const course = courseOf(index, fact.connection)
    const sentAt = leavesAt(index, fact, course)
    const load = { ...plain(cargo, sentAt, fact.at + fact.span), label: fact.verb }
    return fly(index, i, course, false, load)
  }
  if (fact.kind !== 'reply') return null
  const { code, enhanced } = present(REPLIES[fact.reply], 'reply')
  const course = courseOf(index, fact.connection)
  // A server may hold a reply back: it leaves when only the way is left of the span. On a slow line
  // its octets take their time too; simplified: there a wait is drawn as part of the way.
  const held = isSlow(index, course) ? 0 : Math.max(0, fact.span - delayOf(index, course))
  const sentAt = fact.at + held
  const flight = fly(index, i, course, true, {
    ...plain('reply', sentAt, fact.at + fact.span),
    label: enhanced === null ? String(code) : `${code} ${enhanced}`,
    class: Math.floor(code / 100) as ReplyClass,
  })
  return { ...flight, lost: flight.lost || isCutOff(index, fact) }
}

/** A content leaves when the contents before it have gone through the client's slow line. */
function leavesAt(index: FactIndex, fact: FactOf<'command'>, course: Course): Instant {
  const speed = index.record.hosts[course.client]?.line.octetsPerSecond ?? 0
  if (speed === 0 || fact.verb !== 'CONTENT') return fact.at
  const sending = Math.ceil((fact.detail * 1000) / speed)
  return Math.max(fact.at, fact.at + fact.span - delayOf(index, course) - sending)
}

/** The client has noticed that the line is broken by the time at which the reply would arrive. */
export function isCutOff(index: FactIndex, { connection, at, span }: FactOf<'reply'>): boolean {
  const last = index.connections[connection]?.facts.at(-1)
  const close = last === undefined ? null : readAs(index.record.facts, last, 'close')
  return close !== null && close.end === 'lost connection' && close.at <= at + span
}

/** A refused connection is noted where the refusal arrives. */
function refusal(index: FactIndex, i: number): Flight | null {
  const fact = readAs(index.record.facts, i, 'close')
  if (fact === null || fact.end !== 'connection refused') return null
  const course = courseOf(index, fact.connection)
  const load = plain('refusal', fact.at - delayOf(index, course), fact.at)
  return fly(index, i, course, true, load)
}

/** Who asks the DNS: the host whose attempt it is, or the server in a session. */
function askerOf(index: FactIndex, fact: FactOf<'lookup' | 'query'>): Omit<Course, 'server'> {
  if (fact.kind === 'query') {
    const { attempt, server, message } = courseOf(index, fact.connection)
    return { connection: -1, attempt, client: server, message }
  }
  const { message, host } = present(index.attempts[fact.attempt], 'attempt')
  return { connection: -1, attempt: fact.attempt, client: host, message }
}

/** They take half of the time each; where there is no answer, only the question. */
function questionAndAnswer(index: FactIndex, i: number): Flight[] {
  const { record } = index
  const server = record.hosts.findIndex((host) => host.kind === 'name-server')
  const fact = readAs(record.facts, i, 'lookup') ?? readAs(record.facts, i, 'query')
  if (server < 0 || fact === null) return []
  const course = { ...askerOf(index, fact), server }
  const label = `${fact.type} ${record.names[fact.name] ?? ''}`
  const start = fact.at + fact.startsAfter
  const silent = fact.rcode === 'TIMEOUT'
  const half = silent ? delayOf(index, course) : Math.floor(fact.span / 2)
  const query = fly(index, i, course, false, { ...plain('query', start, start + half), label })
  if (silent) return [{ ...query, lost: true }]
  const load = { ...plain('answer', start + half, start + fact.span), label }
  return [query, { ...fly(index, i, course, true, load), key: `${i}a` }]
}

function plain(carries: Cargo, sentAt: Instant, arrivesAt: Instant): Load {
  return { carries, sentAt, arrivesAt, label: '', class: null }
}

/** Nobody is there to send or to take it, or the line that it went over has broken meanwhile. */
function isLost(
  index: FactIndex,
  { from, to }: { from: number; to: number },
  { sentAt, arrivesAt }: Load,
): boolean {
  const { hosts } = index.record
  const inOneHouse = hosts[from]?.site !== undefined && hosts[from]?.site === hosts[to]?.site
  return !reaches(index, from, sentAt, inOneHouse) || !reaches(index, to, arrivesAt, inOneHouse)
}

/** Whether packets reach a host and leave it at `t`, by its last change of state before `t`. */
function reaches(index: FactIndex, host: number, t: Instant, inOneHouse: boolean): boolean {
  if (host < 0) return false
  let state = 'up'
  for (const i of index.hosts[host] ?? []) {
    if (index.record.facts.at(i) > t) break
    state = readAs(index.record.facts, i, 'host')?.state ?? state
  }
  return state === 'up' || state === 'refused' || (state === 'offline' && inOneHouse)
}

/** Those of one connection that left together get their places side by side. */
function ranked(flights: readonly Flight[]): Flight[] {
  const groups = new Map<string, number>()
  const ranks = flights.map((one) => {
    const rank = groups.get(groupOf(one)) ?? 0
    groups.set(groupOf(one), rank + 1)
    return rank
  })
  return flights.map((one, i) => {
    return { ...one, rank: ranks[i] ?? 0, of: groups.get(groupOf(one)) ?? 1 }
  })
}

const groupOf = (one: Flight): string =>
  `${one.connection} ${one.from} ${one.attempt} ${one.sentAt}`

interface Reach {
  seen: number
  /** Longest time from a fact's instant to the arrival of what it speaks of. */
  back: Millis
  /** Longest time by which something leaves before its fact. */
  ahead: Millis
}

/** Grows with the facts, so that a long run is looked through once. */
const REACHES = new WeakMap<FactIndex, Reach>()

function reachOf(index: FactIndex): Reach {
  const { facts } = index.record
  const known = REACHES.get(index)
  const reach = known ?? { seen: 0, back: NOWHERE_MS, ahead: NOWHERE_MS }
  if (known === undefined) {
    for (const host of index.record.hosts)
      reach.ahead = Math.max(reach.ahead, ...host.delays.filter((ms) => Number.isFinite(ms)))
    reach.back = reach.ahead
    REACHES.set(index, reach)
  }
  if (reach.seen > index.length) reach.seen = 0
  for (; reach.seen < index.length; reach.seen++) {
    const fact = read(facts, reach.seen)
    if (fact.kind === 'lookup' || fact.kind === 'query')
      reach.back = Math.max(reach.back, fact.startsAfter + fact.span)
    else if (fact.kind === 'accept' || fact.kind === 'command' || fact.kind === 'reply')
      reach.back = Math.max(reach.back, fact.span)
  }
  return reach
}
