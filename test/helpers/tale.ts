/** A world told by hand, fact by fact in the order of their instants: for readings of facts. */
import { writeCommand, writeConnect, writeQueue, writeReply } from '../../src/sim/facts/write.ts'
import {
  AIMS,
  CONNECTION_ENDS,
  HOST_STATES,
  KIND,
  OUTCOMES,
  QUEUE_STATES,
  type Aim,
  type ConnectionEnd,
  type HostState,
  type Outcome,
  type QueueState,
} from '../../src/sim/facts/fact.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { FactLog } from '../../src/sim/facts/fact-log.ts'
import { ledgerAt, type HostLedger } from '../../src/sim/facts/ledger.ts'
import type { MessageRecord } from '../../src/sim/facts/message.ts'
import type { HostRecord, LineRecord } from '../../src/sim/facts/record.ts'
import type { Verb } from '../../src/sim/mail/smtp/command.ts'
import { R } from '../../src/sim/mail/reply-catalogue.ts'
import type { Instant } from '../../src/sim/units.ts'

/** The hosts of a tale, by index. The last two share a site, and the caller its line. */
export const [CLIENT, SERVER, CALLER, NEIGHBOUR] = [0, 1, 2, 3] as const
const ALWAYS: LineRecord = { kind: 'always', centsPerMinute: 0, octetsPerSecond: 0 }
const DEAR: LineRecord = { kind: 'calls', centsPerMinute: 10, octetsPerSecond: 0 }

const host = (index: number, name: string, site: number, line = ALWAYS): HostRecord => ({
  index,
  id: name,
  kind: 'mx',
  name,
  account: '',
  addresses: [`192.0.2.${index}`],
  site,
  delays: [0, 10, 10, 10],
  reverseNames: [''],
  line,
  sizeLimits: [],
  lifetimes: [],
})

const message = (recipients: readonly string[]): MessageRecord => ({
  id: 'm-1',
  kind: 'good',
  host: CLIENT,
  reversePath: 'a@b.example',
  recipients,
  author: 'a@b.example',
  subject: '',
  body: '',
  octets: 100,
  sentAt: 0,
  about: -1,
  action: '',
  origin: -1,
})

export class Tale {
  readonly #facts = new FactLog()
  readonly #hosts = [
    host(CLIENT, 'client.example', 0),
    host(SERVER, 'server.example', 1),
    host(CALLER, 'caller.example', 2, DEAR),
    host(NEIGHBOUR, 'near.example', 2),
  ]
  readonly #messages = [message(['x@y.example']), message(['x@y.example', 'z@y.example'])]

  state(at: Instant, of: number, state: HostState): this {
    return this.#add(at, KIND.host, of, HOST_STATES.indexOf(state), 0, -1)
  }

  attempt(at: Instant, serial: number, from: number, aim: Aim = 'transfer'): this {
    const about = aim === 'fetch' || aim === 'odmr' ? -1 : 0
    return this.#add(at, KIND.attempt, serial, about, from, AIMS.indexOf(aim))
  }

  connect(at: Instant, connection: number, attempt: number, server: number): this {
    writeConnect(this.#facts, at, connection, attempt, { server, address: 0, from: 0 })
    return this
  }

  accept(at: Instant, connection: number): this {
    return this.#add(at, KIND.accept, connection, 10, 0, 0)
  }

  close(at: Instant, connection: number, end: ConnectionEnd = 'quit'): this {
    return this.#add(at, KIND.close, connection, CONNECTION_ENDS.indexOf(end), 0, 0)
  }

  says(at: Instant, connection: number, verb: Verb, detail = 0): this {
    writeCommand(this.#facts, at, connection, verb, 10, detail)
    return this
  }

  answers(at: Instant, connection: number, reply: keyof typeof R): this {
    writeReply(this.#facts, at, connection, R[reply].index, 10, 0)
    return this
  }

  baton(at: Instant, of: number, to: number, recipient = -1): this {
    return this.#add(at, KIND.baton, of, to, -1, recipient)
  }

  end(at: Instant, of: number, outcome: Outcome, recipient = 0): this {
    return this.#add(at, KIND.end, of, recipient, OUTCOMES.indexOf(outcome), 0)
  }

  press(at: Instant, of: number): this {
    return this.#add(at, KIND.press, CLIENT, of, 0, 0)
  }

  queue(at: Instant, of: number, state: QueueState): this {
    const entry = { state: QUEUE_STATES.indexOf(state), queueId: of, nextTryIn: 0 }
    writeQueue(this.#facts, at, CLIENT, of, entry)
    return this
  }

  index(): FactIndex {
    return new FactIndex({
      id: 'tale',
      route: 'direct',
      startsAtEpochMs: 0,
      hosts: this.#hosts,
      facts: this.#facts,
      messages: this.#messages,
      names: ['192.0.2.1', 'y.example'],
    })
  }

  at(until: Instant, of: number): HostLedger {
    return ledgerAt(this.index(), until)[of]!
  }

  #add(at: Instant, kind: number, a: number, b: number, c: number, d: number): this {
    this.#facts.add(at, kind, a, b, c, d)
    return this
  }
}
