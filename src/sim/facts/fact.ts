/**
 * The facts: what can happen in a world, as one union. Append-only, in order of time.
 *
 * Everything a person sees is a reading of these. A thing that travels is recorded when it is sent,
 * with the time it takes, so a picture between two instants needs nothing else.
 *
 * Ids: `host` and `message` are positions in the world's lists; `attempt` and `connection` are
 * serial numbers from 0; `recipient` is the position among the message's recipients. Durations are
 * whole milliseconds. How each kind lies in the columns stands in `codec.ts`.
 */
import type { DnsAnswer } from '../mail/dns/answer.ts'
import type { RecordType } from '../mail/dns/record.ts'
import type { Verb } from '../mail/smtp/command.ts'
import type { Instant, Millis } from '../units.ts'

/** Whether a host can be reached. `refused`: no service, connections are refused at once;
 *  `unreachable`: nothing comes back at all; `asleep`: the same, and the host does nothing;
 *  `offline`: it runs, and its line is hung up between two calls. */
export type HostState = 'up' | 'refused' | 'unreachable' | 'asleep' | 'offline'
export const HOST_STATES = ['up', 'refused', 'unreachable', 'asleep', 'offline'] as const

/** How a connection ended. */
export type ConnectionEnd =
  | 'quit'
  | 'connection refused'
  | 'connect timeout'
  | 'lost connection'
  | 'timeout'
  | 'idle timeout'
export const CONNECTION_ENDS = [
  'quit',
  'connection refused',
  'connect timeout',
  'lost connection',
  'timeout',
  'idle timeout',
] as const

/**
 * What an attempt gave for one recipient when no reply of a server decided it.
 * The DSN codes are Postfix's: 4.4.1 no answer, 4.4.2 lost, 4.4.3 DNS trouble, 5.4.4 no such
 * domain, 5.4.6 loop, 5.1.1 unknown local user; but 5.1.10 for a null MX is RFC 7505 §4.2, where
 * Postfix's client says 5.1.0.
 */
export const NETWORK_RESULTS = [
  { name: 'connection refused', status: '4.4.1' },
  { name: 'connect timeout', status: '4.4.1' },
  { name: 'lost connection', status: '4.4.2' },
  { name: 'timeout', status: '4.4.2' },
  { name: 'DNS failure', status: '4.4.3' },
  { name: 'no such domain', status: '5.4.4' },
  { name: 'no address for the domain', status: '5.4.4' },
  { name: 'mail loops back', status: '5.4.6' },
  { name: 'domain accepts no mail', status: '5.1.10' },
  { name: 'user unknown', status: '5.1.1' },
  { name: 'delivered to mailbox', status: '2.0.0' },
  // Not tried at all: the destination is left alone for a while (Postfix), or its time has not come
  // (Exim). The status of a suspended delivery is that of the failure that it goes back to.
  { name: 'delivery suspended', status: '4.4.1' },
  { name: 'retry time not reached', status: '4.0.0' },
  // Gone on to another mailbox as a message of its own, as with Postfix's local delivery.
  { name: 'forwarded', status: '2.0.0' },
] as const
export type NetworkResult = (typeof NETWORK_RESULTS)[number]['name']

/** How a message ended for one recipient. */
export type Outcome = 'delivered' | 'refused' | 'bounced' | 'lost' | 'discarded'
export const OUTCOMES = ['delivered', 'refused', 'bounced', 'lost', 'discarded'] as const

export type QueueState = 'active' | 'deferred' | 'removed'
export const QUEUE_STATES = ['active', 'deferred', 'removed'] as const

/** Where a message lies once it has been accepted. */
export type Folder = 'inbox' | 'junk'
export const FOLDERS = ['inbox', 'junk'] as const

/**
 * The decided result for a recipient: a reply of the catalogue, or a name of `NETWORK_RESULTS`.
 * `because` is the earlier failure behind a suspended delivery; null for every other result.
 */
export type Decision =
  | {
      readonly by: 'reply'
      readonly reply: number
      readonly detail: number
      /** A 5yz that is tried again all the same: only this host will not talk to us. */
      readonly soft: boolean
    }
  | {
      readonly by: 'network'
      readonly result: NetworkResult
      readonly because: Decision | null
    }

/**
 * What an attempt is for. `transfer`: towards the recipient's domain; `submission`: the hand-over to
 * the submission server; `local`: into a mailbox of the same host; `held`: not tried, and its
 * result says why; `turned`: a transfer over a connection that the other side has opened and turned
 * round (RFC 2645 §5.3); `fetch` and `odmr`: no message, a request to be sent what waits, by ETRN
 * (RFC 1985 §4) or by ATRN (RFC 2645 §5.2). New ones go to the end.
 */
export type Aim = 'transfer' | 'submission' | 'local' | 'held' | 'turned' | 'fetch' | 'odmr'
export const AIMS = [
  'transfer',
  'submission',
  'local',
  'held',
  'turned',
  'fetch',
  'odmr',
] as const satisfies readonly Aim[]

/**
 * TCP ports: relay (RFC 5321 §4.5.4.2), submission (RFC 6409 §3.1), on-demand relay (RFC 2645 §3).
 */
export const PORT = { relay: 25, odmr: 366, submission: 587 } as const
export type Port = (typeof PORT)[keyof typeof PORT]

/** The port that a connection is for; one that has been turned round was opened to ODMR's. */
export function portFor(aim: Aim): Port {
  if (aim === 'submission') return PORT.submission
  return aim === 'odmr' || aim === 'turned' ? PORT.odmr : PORT.relay
}

/** What a report tells (RFC 3464 §2.3.3): `failed`, or `delayed` and still being tried. */
export type ReportAction = 'failed' | 'delayed'

/** Who had a queue tried as a whole: a person, a call that came about, or a host that asked for it. */
export type FlushedBy = 'person' | 'call' | 'request'
export const FLUSHED_BY = ['person', 'call', 'request'] as const

export type Fact = { readonly at: Instant } & (
  | { readonly kind: 'host'; host: number; state: HostState; address: number; cause: number }
  | { readonly kind: 'message'; message: number; host: number; about: number }
  | { readonly kind: 'press'; host: number; message: number; recipient: number }
  | {
      readonly kind: 'attempt'
      attempt: number
      /** −1 for a `fetch` and an `odmr`. */
      message: number
      host: number
      aim: Aim
    }
  | {
      readonly kind: 'lookup'
      attempt: number
      name: number
      type: RecordType
      rcode: DnsAnswer['rcode']
      startsAfter: Millis
      span: Millis
    }
  | {
      readonly kind: 'connect'
      connection: number
      attempt: number
      server: number
      address: number
      /** Position of the address that the client dials from, among its own. */
      from: number
    }
  | { readonly kind: 'accept'; connection: number; span: Millis }
  | { readonly kind: 'command'; connection: number; verb: Verb; span: Millis; detail: number }
  | {
      readonly kind: 'reply'
      connection: number
      reply: number
      span: Millis
      detail: number
      /** Name by number of what it speaks of; −1: of what the command that it answers named. */
      about: number
    }
  | { readonly kind: 'close'; connection: number; end: ConnectionEnd }
  | {
      readonly kind: 'finding'
      connection: number
      /** Name by number: which check, why, and its threshold; see `rule.ts`. */
      rule: number
      /** −1 where it is about the session or the message as a whole. */
      recipient: number
      passes: boolean
      /** What was measured, in the unit that goes with the reason. */
      value: number
      /** Tenths of a point that it adds to the message's score. */
      score: number
      /** `junk`: it lets the message in, and has it put aside. */
      folder: Folder
    }
  | {
      readonly kind: 'result'
      attempt: number
      recipient: number
      decision: Decision
      connection: number
    }
  | {
      readonly kind: 'queue'
      host: number
      message: number
      state: QueueState
      queueId: number
      nextTryIn: Millis
    }
  /** `recipient`: for whom; −1 for all recipients of the message. */
  | { readonly kind: 'baton'; message: number; host: number; from: number; recipient: number }
  | {
      readonly kind: 'mailbox'
      host: number
      message: number
      recipient: number
      copies: number
      folder: Folder
    }
  | { readonly kind: 'end'; message: number; recipient: number; outcome: Outcome }
  | { readonly kind: 'notice'; host: number; message: number; recipient: number; outcome: Outcome }
  | { readonly kind: 'limit'; which: number }
  /** A queue is tried as a whole, or for one domain (`name`, −1 for all). */
  | { readonly kind: 'flush'; host: number; by: FlushedBy; name: number }
  /** A server asks the DNS in the course of a session; the reply waits for the answer. */
  | {
      readonly kind: 'query'
      connection: number
      name: number
      type: RecordType
      rcode: DnsAnswer['rcode']
      startsAfter: Millis
      span: Millis
    }
  /** A host signs a message for a domain (RFC 6376 §5), with the key of that selector. */
  | { readonly kind: 'signed'; message: number; host: number; domain: number; selector: number }
  /** Something happens in a blocklist: an address is seen at a trap, listed, or taken off. */
  | { readonly kind: 'listing'; host: number; address: number; event: ListingEvent; inMs: Millis }
)

export type ListingEvent = 'hit' | 'listed' | 'delisted'
export const LISTING_EVENTS = ['hit', 'listed', 'delisted'] as const

export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>

/** The kinds in the order of their numbers; new ones go to the end. */
export const FACT_KINDS = [
  'host',
  'message',
  'press',
  'attempt',
  'lookup',
  'connect',
  'accept',
  'command',
  'reply',
  'close',
  'finding',
  'result',
  'queue',
  'baton',
  'mailbox',
  'end',
  'notice',
  'limit',
  'flush',
  'query',
  'signed',
  'listing',
] as const satisfies readonly FactKind[]

/** Number of each kind in the column `kind`. */
export const KIND = {
  host: 0,
  message: 1,
  press: 2,
  attempt: 3,
  lookup: 4,
  connect: 5,
  accept: 6,
  command: 7,
  reply: 8,
  close: 9,
  finding: 10,
  result: 11,
  queue: 12,
  baton: 13,
  mailbox: 14,
  end: 15,
  notice: 16,
  limit: 17,
  flush: 18,
  query: 19,
  signed: 20,
  listing: 21,
} as const satisfies Readonly<Record<FactKind, number>>

/** The limits that end a run early, each with an explanation. */
export const LIMITS = ['events', 'facts', 'messages', 'time'] as const
