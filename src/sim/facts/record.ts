/**
 * Everything that a reading needs of one world: its facts and what they speak of by number.
 * The simulation fills it, in the page or in Node; a copy of it arrives at the page in pieces.
 */
import type { Instant, Millis } from '../units.ts'
import type { FactLog } from './fact-log.ts'
import type { MessageRecord } from './message.ts'

/** How long a packet travels to an address that nobody has; it only has to be longer than 0. */
export const NOWHERE_MS: Millis = 50

export interface SizeLimit {
  readonly from: Instant
  readonly octets: number
}

export interface Lifetime {
  readonly from: Instant
  readonly span: Millis
}

/** A host's line to the network, as it is set at the start. */
export interface LineRecord {
  readonly kind: 'always' | 'calls' | 'on-demand'
  /** Price of a minute that has begun, in cents; 0: a flat rate. */
  readonly centsPerMinute: number
  /** What the line carries; 0: more than anybody notices. */
  readonly octetsPerSecond: number
}

/** What a host's options and the DNS say of it that readings have to know. */
export interface HostTerms {
  /** How it is connected: always, or by calls that cost money. */
  readonly line: LineRecord
  /** Largest message it takes, from an instant on, as its EHLO says; empty where it takes none. */
  readonly sizeLimits: readonly SizeLimit[]
  /** How long its queue keeps a message, from an instant on; empty where it has no queue. */
  readonly lifetimes: readonly Lifetime[]
  /** Name that its address's PTR record gives, per address; '' where there is none. */
  readonly reverseNames: readonly string[]
}

/** A host as readings know it. */
export interface HostRecord extends HostTerms {
  readonly index: number
  readonly id: string
  readonly kind: string
  readonly name: string
  /** What it logs in with at its submission server; '' where there is none. */
  readonly account: string
  readonly addresses: readonly string[]
  /** Hosts of one site reach each other without their lines. */
  readonly site: number
  /** One-way delay in milliseconds to each host, by index. */
  readonly delays: readonly number[]
}

export interface WorldRecord {
  readonly id: string
  readonly route: 'direct' | 'relayed'
  readonly startsAtEpochMs: number
  readonly hosts: HostRecord[]
  readonly facts: FactLog
  readonly messages: MessageRecord[]
  readonly names: string[]
}
