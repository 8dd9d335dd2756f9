/** What a queue keeps: its entries, what is due when, and what it knows of destinations. */
import { draw, keyOf } from '../engine/random.ts'
import type { Host } from '../network/host.ts'
import type { Instant, Millis } from '../units.ts'
import type { RecipientOutcome } from './attempt.ts'
import type { Context } from './context.ts'
import type { Destination } from './destinations.ts'
import { noteQueue } from './ledger.ts'
import type { QueueOptions } from './queue-options.ts'
import { newLine, type WaitingLine } from './waiting-line.ts'

/** A customer's connection that has been turned round, and what is still to be sent over it. */
export interface TurnedRound {
  readonly domain: string
  /** Address of the customer. */
  readonly address: string
  readonly queueIds: number[]
}

/** Plain, mutable world state. */
export interface QueueEntry {
  readonly queueId: number
  readonly message: number
  readonly arrivedAt: Instant
  /** Received fields that the message has while it lies here. */
  readonly hops: number
  /** Recipients that are still to be tried. */
  waiting: readonly number[]
  /** Attempts under way or waiting for room. */
  active: number
  /** Passes begun, passes that left something deferred, and when the first of these was. */
  tries: number
  failures: number
  firstFailedAt: Instant
  /** Gap that the retry law gave last, without its runner's tick. */
  lastGapMs: Millis
  /** Only where Exim's law holds: addresses of the hosts that this pass has been routed to. */
  sites: readonly string[]
  /** The writer has been told that it takes long. */
  warned: boolean
  /** What this pass gave: refused for good, and not now. */
  failed: readonly RecipientOutcome[]
  deferred: readonly RecipientOutcome[]
  /** When it is tried again; −1 while a pass is under way. */
  nextTryAt: Instant
}

/** One for all that are empty: a long queue would be full of empty lists of its own. */
export const NOTHING: readonly never[] = Object.freeze([])

/** What Exim remembers of a host or of an address that has failed (its retry database). */
export interface RetryRecord {
  readonly firstFailedAt: Instant
  lastTryAt: Instant
  /** Not to be tried before; the rule's instant, without the runner's tick. */
  notBefore: Instant
  gapMs: Millis
  /** The rule has come to its end: unless its time has come, mail is returned without a try. */
  isExpired: boolean
}

export interface Queue {
  readonly entries: Map<number, QueueEntry>
  /** Queue ids that are due at an instant, in the order they were deferred. */
  readonly due: Map<Instant, number[]>
  /** By domain; '' is the submission server. Only those that something is known of. */
  readonly destinations: Map<string, Destination>
  /** Deliveries under way, and the destinations that wait for one to end. */
  running: number
  readonly line: WaitingLine<string>
  /** Only where Exim's law holds: by host address, or by sender and recipient. */
  readonly records: Map<string, RetryRecord>
  /** Null while no customer's connection is turned round. */
  turned: TurnedRound | null
  made: number
}

export const newQueue = (): Queue => ({
  entries: new Map(),
  due: new Map(),
  destinations: new Map(),
  running: 0,
  line: newLine(),
  records: new Map(),
  turned: null,
  made: 0,
})

/** What the owner of a queue decides. */
export interface QueueOwner {
  options(host: Host): QueueOptions
  /** Whether the whole message goes to the submission server, rather than to each domain. */
  submits(host: Host): boolean
  /** Whether it only leaves when somebody asks for it (Postfix's etrn-only transport). */
  holds(ctx: Context, host: Host, entry: QueueEntry): boolean
  /** Whether mail for its own domains goes to another exchanger: a fault in how it is set up. */
  sendsBack(host: Host): boolean
  /** Delivers here if the domain is ours: what came of it; null if it is not ours. */
  deliverHere(
    ctx: Context,
    host: Host,
    entry: QueueEntry,
    recipient: number,
  ): RecipientOutcome | null
  /** When to try again after a pass that left something deferred; null: give up. */
  nextTry(ctx: Context, host: Host, queue: Queue, entry: QueueEntry): Instant | null
  /** A pass has left recipients deferred, and they will be tried again. */
  postponed(
    ctx: Context,
    host: Host,
    entry: QueueEntry,
    outcomes: readonly RecipientOutcome[],
  ): void
  /** Recipients that will not be tried again: refused, or given up after `deferred`. */
  gaveUp(ctx: Context, host: Host, entry: QueueEntry, outcomes: readonly RecipientOutcome[]): void
}

/** What everything about one queue needs. */
export interface Station {
  readonly ctx: Context
  readonly host: Host
  readonly queue: Queue
  readonly owner: QueueOwner
}

/** A pass begins: what the one before it has given is forgotten. */
export function enterPass({ ctx, host }: Station, entry: QueueEntry): void {
  entry.nextTryAt = -1
  entry.tries++
  entry.failed = NOTHING
  entry.deferred = NOTHING
  entry.sites = NOTHING
  const { queueId, message } = entry
  noteQueue(ctx, host, message, { state: 'active', queueId, nextTryIn: 0 })
}

/** A queue id as a number; short, positive and different on every host. */
export function newQueueId(host: Host, count: number): number {
  return ((keyOf(host.id) >>> 21) << 20) | (count & 0xfffff)
}

const SCAN_PHASE = keyOf('scan-phase')

/** Where the ticks of a host's queue manager lie: one draw, so that all its mail shares them. */
export function phaseDraw(ctx: Context, host: Host): number {
  return draw(ctx.setting.seed, SCAN_PHASE, keyOf(host.id), 0)
}
