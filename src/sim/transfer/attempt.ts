/**
 * An attempt: one try to hand one message to one destination. It may ask the DNS, dial several
 * addresses and hold two sessions, and it ends with one result for each recipient.
 */
import type { Aim } from '../facts/fact.ts'
import type { ExchangeHost } from '../mail/dns/mail-exchange.ts'
import type { Instant } from '../units.ts'

/** What an attempt gave for one recipient. */
export interface RecipientOutcome {
  /** Position among the message's recipients. */
  readonly recipient: number
  /** Index of the deciding reply, or `NETWORK_CODE` + position in `NETWORK_RESULTS`. */
  code: number
  /** 2, 4 or 5: delivered or handed over, try again later, give up. */
  class: 2 | 4 | 5
  /** A 5yz reply that only means that this host will not talk to us: the class is 4. */
  soft: boolean
  /** Nobody got as far as MAIL: the site is in trouble, and not this message. */
  handshake: boolean
  /** Queue id that the server gave, 0 if none. */
  detail: number
  /** Serial of the connection that decided, −1 if none. */
  connection: number
}

/** What an attempt is begun with. */
export interface Delivery {
  readonly recipients: readonly number[]
  /** The next-hop domain; '' for a submission. */
  readonly domain: string
  readonly aim: Aim
  /** A number of the agent's own, e.g. the queue id. */
  readonly tag: number
  /** Received fields that the message has when it leaves. */
  readonly hops: number
  /** Exchange addresses that are left alone this time; null: none. */
  readonly shuns: ((address: string) => boolean) | null
  /** Address of the customer who has turned its connection round; '' for all others. */
  readonly turnedBy: string
  /** Only the first of the exchangers is tried, as careless senders do. */
  readonly firstOnly: boolean
  /** To another exchanger of the domain, however bad: this host is one and is set up wrongly. */
  readonly sendsBack: boolean
  /** Name of the host that is dialled, whatever the DNS says of the domain; left out for most. */
  readonly nextHop?: string
}

/** Plain, mutable world state. */
export interface Attempt {
  readonly slot: number
  readonly serial: number
  readonly host: number
  /** −1 for a `fetch` and an `odmr`, which are about no message. */
  readonly message: number
  readonly aim: Aim
  readonly domain: string
  readonly tag: number
  readonly hops: number
  readonly startedAt: Instant
  readonly outcomes: RecipientOutcome[]
  /** Positions in `outcomes` that no session has decided yet. */
  open: number[]
  /** What the DNS gave, with those that are left alone; the others are in `exchanges`. */
  routed: readonly ExchangeHost[]
  exchanges: readonly ExchangeHost[]
  nextExchange: number
  /** Sessions that got beyond the handshake, and whether one of them was held to its end. */
  sessions: number
  completed: boolean
  /** Addresses with which no session came about. */
  readonly failed: string[]
  /** Whether the DNS has answered, and whether the attempt ended before it did. */
  answered: boolean
  over: boolean
  /** Why the DNS gave no host: a network code; 0 when it did. */
  routeCode: number
}

/** An outcome before anything has happened. */
export const openOutcome = (recipient: number): RecipientOutcome => ({
  recipient,
  code: 0,
  class: 4,
  soft: false,
  handshake: false,
  detail: 0,
  connection: -1,
})
