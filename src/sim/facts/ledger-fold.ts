/** Facts taken into the ledger of hosts, one after the other. */
import { present } from '../assert.ts'
import type { Instant, Millis } from '../units.ts'
import { read, readAs } from './codec.ts'
import { KIND, type Fact, type FactOf, type HostState } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import {
  jobKey,
  turn,
  type Job,
  type LedgerState,
  type Load,
  type OpenSession,
  type Tally,
} from './ledger-state.ts'
import type { LineOctets } from './line-octets.ts'
import type { LineRecord } from './record.ts'

/** Lines under way are looked through when there are so many, and twice those that were left. */
const SETTLE_MIN = 1024

/** Aims of the tries that are made over the network, or would be if it let them. */
const TRIES: readonly string[] = ['transfer', 'submission', 'turned']

/** What a call of that length costs: minutes that have begun, each at the full price. */
export const priceOf = (length: Millis, { centsPerMinute }: LineRecord): number =>
  Math.max(1, Math.ceil(length / 60_000)) * centsPerMinute

export class LedgerFold {
  readonly #index: FactIndex
  readonly #lines: LineOctets
  readonly state: LedgerState

  constructor(index: FactIndex, lines: LineOctets, state: LedgerState) {
    this.#index = index
    this.#lines = lines
    this.state = state
  }

  /** Takes in the facts before position `end`. */
  advance(end: number): void {
    const { facts } = this.#index.record
    const { state } = this
    for (; state.seen < end; state.seen++) {
      const kind = facts.kind(state.seen)
      // What was asked and found costs nobody anything here, and is a tenth of the facts.
      if (kind !== KIND.lookup && kind !== KIND.result && kind !== KIND.finding)
        this.#take(read(facts, state.seen), state.seen)
    }
  }

  #take(fact: Fact, position: number): void {
    switch (fact.kind) {
      case 'command':
      case 'reply':
        return this.#line(fact, position)
      case 'connect':
        return this.#connect(fact)
      case 'accept': {
        const session = this.#session(fact.connection)
        return this.#joined(session, fact.at)
      }
      case 'close':
        return this.#close(fact)
      case 'attempt':
        if (TRIES.includes(fact.aim)) this.#tally(fact.host).attempts++
        return
      case 'host':
        return this.#host(fact)
      case 'queue':
        return this.#queue(fact)
      case 'baton':
        return this.#baton(fact)
      case 'end':
        return this.#job(fact, fact.outcome === 'delivered' ? 'delivered' : 'other')
      case 'press':
        return this.#job(fact, 'none')
      default:
    }
  }

  #tally(host: number): Tally {
    return present(this.state.tallies[host], 'host', host)
  }

  // Connections

  /** A connection of which something is heard although it is closed is put together anew. */
  #session(connection: number): OpenSession {
    const known = this.state.sessions.get(connection)
    if (known !== undefined) return known
    const entry = present(this.#index.connections[connection], 'connection', connection)
    const { host } = present(this.#index.attempts[entry.attempt], 'attempt')
    const dialled = readAs(this.#index.record.facts, entry.facts[0] ?? -1, 'connect')
    const server = dialled?.server ?? -1
    const told = { asked: [], greeted: true, isOpen: false, accepted: false }
    return { connection, client: host, server, ...told }
  }

  #connect({ connection, at }: FactOf<'connect'>): void {
    const session = { ...this.#session(connection), greeted: false, isOpen: true }
    this.state.sessions.set(connection, session)
    const client = this.#tally(session.client)
    client.sessions++
    turn(client.connected, 1, at)
    const entry = this.#index.connections[connection]
    // It takes over a connection that is there already, so nobody has to accept it.
    if (this.#index.attempts[entry?.attempt ?? -1]?.aim === 'turned') this.#joined(session, at)
  }

  #joined(session: OpenSession, at: Instant): void {
    if (session.accepted || !session.isOpen) return
    session.accepted = true
    const server = this.#tally(session.server)
    server.sessions++
    server.accepted++
    server.peakSessions = Math.max(server.peakSessions, server.accepted)
    turn(server.connected, 1, at)
  }

  #close({ connection, end, at }: FactOf<'close'>): void {
    const session = this.#session(connection)
    if (!session.isOpen) return
    session.isOpen = false
    turn(this.#tally(session.client).connected, -1, at)
    if (session.accepted) {
      const server = this.#tally(session.server)
      server.accepted--
      turn(server.connected, -1, at)
    }
    // Only who has been asked something may still have something to say.
    if (session.asked.length === 0) this.state.sessions.delete(connection)
    if (end !== 'lost connection') return
    // What was under way to the client was on the line that is gone.
    const { underWay } = this.state
    this.state.underWay = underWay.filter(
      (one) => one.connection !== connection || !one.isReply || one.arrivesAt < at,
    )
  }

  #line(fact: FactOf<'command'> | FactOf<'reply'>, position: number): void {
    const session = this.#session(fact.connection)
    const isReply = fact.kind === 'reply'
    if (!isReply) session.asked.push(position)
    const octets = isReply ? this.#lines.reply(session, fact) : this.#lines.command(fact)
    const { client, server, connection } = session
    const [from, to] = isReply ? [server, client] : [client, server]
    this.#tally(from).octetsOut += octets
    if (octets === 0 || !this.#leaves(from, to)) return
    const { state } = this
    state.underWay.push({ connection, from, to, octets, arrivesAt: fact.at + fact.span, isReply })
    if (state.underWay.length <= state.settleAt) return
    this.#settle(fact.at)
    state.settleAt = Math.max(SETTLE_MIN, 2 * state.underWay.length)
  }

  // Reach

  #leaves(from: number, to: number): boolean {
    return to >= 0 && isThere(this.#tally(from).state) && this.#areConnected(from, to)
  }

  #areConnected(from: number, to: number): boolean {
    const { hosts } = this.#index.record
    if (hosts[from]?.site === hosts[to]?.site) return true
    return this.#tally(from).state !== 'offline' && this.#tally(to).state !== 'offline'
  }

  /** Whether what arrives now is taken, by what is known of the hosts so far. */
  arrives({ from, to }: Load): boolean {
    return isThere(this.#tally(to).state) && this.#areConnected(from, to)
  }

  /** Counts what has arrived before `at`, as long as the hosts still are what they were then. */
  #settle(at: Instant): void {
    this.state.underWay = this.state.underWay.filter((one) => {
      if (one.arrivesAt >= at) return true
      if (this.arrives(one)) this.#tally(one.to).octetsIn += one.octets
      return false
    })
  }

  #host({ host, state, at }: FactOf<'host'>): void {
    this.#settle(at)
    const tally = this.#tally(host)
    const before = tally.state
    tally.state = state
    const { line } = present(this.#index.record.hosts[host], 'host', host)
    if (line.kind === 'always') return
    if (state === 'up' && before === 'offline') {
      tally.calls++
      tally.callSince = at
    } else if (state !== 'up' && tally.callSince >= 0) {
      const length = at - tally.callSince
      tally.callMs += length
      tally.cents += priceOf(length, line)
      tally.callSince = -1
    }
  }

  // Messages

  #queue({ host, message, state }: FactOf<'queue'>): void {
    const tally = this.#tally(host)
    const { queued, tallies } = this.state
    const key = message * tallies.length + host
    if (state === 'removed') {
      if (queued.delete(key)) tally.queued--
      return
    }
    if (queued.has(key)) return
    queued.add(key)
    tally.queued++
    tally.queuePeak = Math.max(tally.queuePeak, tally.queued)
  }

  #baton({ message, recipient, host, at }: FactOf<'baton'>): void {
    const all = this.#index.record.messages[message]?.recipients.length ?? 0
    const [first, end] = recipient < 0 ? [0, all] : [recipient, recipient + 1]
    for (let one = first; one < end; one++) {
      const key = jobKey(message, one)
      this.#put(key, { host, end: this.state.jobs.get(key)?.end ?? 'none' }, at)
    }
  }

  /** What is delivered stays delivered; what had ended otherwise may be taken up again. */
  #job(fact: FactOf<'end'> | FactOf<'press'>, end: Job['end']): void {
    const key = jobKey(fact.message, fact.recipient)
    const job = this.state.jobs.get(key)
    if (job !== undefined && job.end !== 'delivered') this.#put(key, { ...job, end }, fact.at)
  }

  /** The new holder begins before the old one ends, so that a clock does not stop in between. */
  #put(key: number, job: Job, at: Instant): void {
    const { jobs } = this.state
    const before = jobs.get(key)
    jobs.set(key, job)
    if (job.end === 'none') turn(this.#tally(job.host).needed, 1, at)
    if (before?.end === 'none') turn(this.#tally(before.host).needed, -1, at)
  }
}

/** Whether packets come to a host that is in this state, as far as there is a way to it. */
const isThere = (state: HostState): boolean => state !== 'asleep' && state !== 'unreachable'
