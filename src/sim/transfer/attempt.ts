/**
 * An attempt: one try to hand one message to one destination. It may ask the DNS, dial several
 * addresses and hold two sessions, and it ends with one result for each recipient.
 */
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
  /** Queue id that the server gave, 0 if none. */
  detail: number
  /** Serial of the connection that decided, −1 if none. */
  connection: number
}

/** Plain, mutable world state. */
export interface Attempt {
  readonly slot: number
  readonly serial: number
  readonly host: number
  readonly message: number
  /** True: hand-over to the submission server; false: transfer towards the recipient's domain. */
  readonly submission: boolean
  readonly domain: string
  /** A number of the agent's own, e.g. the queue id. */
  readonly tag: number
  readonly startedAt: Instant
  readonly outcomes: RecipientOutcome[]
  /** Positions in `outcomes` that no session has decided yet. */
  open: number[]
  exchanges: readonly ExchangeHost[]
  nextExchange: number
  sessions: number
  /** Whether the DNS has answered, and whether the attempt ended before it did. */
  answered: boolean
  over: boolean
  /** Why the DNS gave no host: a network code; 0 when it did. */
  routeCode: number
}
