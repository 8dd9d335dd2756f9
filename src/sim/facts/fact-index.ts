/**
 * Which facts are about what: kept up to date as facts arrive, so that a reading looks only at the
 * few facts it is about. Positions are in order of time.
 */
import { present } from '../assert.ts'
import { AIMS, KIND, type Aim } from './fact.ts'
import type { WorldRecord } from './record.ts'

interface ConnectionEntry {
  /** Serial of the attempt. */
  readonly attempt: number
  readonly facts: number[]
}

interface AttemptEntry {
  readonly message: number
  readonly host: number
  readonly aim: Aim
  /** The attempt's own facts: itself, lookups, results. */
  readonly facts: number[]
  readonly connections: number[]
}

interface MessageEntry {
  /** Facts that name the message: made, press, queue, baton, mailbox, end, notice. */
  readonly facts: number[]
  readonly attempts: number[]
}

export class FactIndex {
  readonly record: WorldRecord
  /** By serial number. */
  readonly connections: ConnectionEntry[] = []
  readonly attempts: AttemptEntry[] = []
  /** By position. */
  readonly messages: MessageEntry[] = []
  /** Per host: its changes of state. */
  readonly hosts: number[][]
  #seen = 0

  constructor(record: WorldRecord) {
    this.record = record
    this.hosts = record.hosts.map(() => [])
    this.update()
  }

  /** Facts indexed so far. */
  get length(): number {
    return this.#seen
  }

  /** Takes in the facts that have come since. */
  update(): void {
    const { facts } = this.record
    for (; this.#seen < facts.length; this.#seen++) this.#add(this.#seen)
  }

  #add(i: number): void {
    const { facts } = this.record
    const a = facts.lane(i, 0)
    const b = facts.lane(i, 1)
    switch (facts.kind(i)) {
      case KIND.host:
        this.hosts[a]?.push(i)
        return
      case KIND.attempt:
        this.attempts[a] = {
          message: b,
          host: facts.lane(i, 2),
          aim: present(AIMS[facts.lane(i, 3)], 'aim'),
          facts: [i],
          connections: [],
        }
        this.messages[b]?.attempts.push(a)
        return
      case KIND.lookup:
      case KIND.result:
        this.attempts[a]?.facts.push(i)
        return
      case KIND.connect:
        this.connections[a] = { attempt: b, facts: [i] }
        this.attempts[b]?.connections.push(a)
        return
      case KIND.accept:
      case KIND.command:
      case KIND.reply:
      case KIND.close:
      case KIND.finding:
      case KIND.query:
        this.connections[a]?.facts.push(i)
        return
      case KIND.message:
        this.messages[a] = { facts: [i], attempts: [] }
        return
      case KIND.baton:
      case KIND.end:
      case KIND.signed:
        this.messages[a]?.facts.push(i)
        return
      case KIND.press:
      case KIND.queue:
      case KIND.mailbox:
      case KIND.notice:
        this.messages[b]?.facts.push(i)
        return
      default:
    }
  }
}
