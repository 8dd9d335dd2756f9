/**
 * What mail servers have in common: a queue of which they are the owner, reports to the sender when
 * they give up or when it takes long, and answers to those who ask for what waits.
 *
 * What is theirs alone (whom they let in, which mailboxes they have) stands with each kind.
 */
import { hasMailbox, isLocalDomain } from '../policy/mailboxes.ts'
import { reply, type Reply } from '../mail/reply.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { Host } from '../network/host.ts'
import { ignore, type AgentKind, type AgentSetup, type ServerSide } from '../transfer/agent.ts'
import { openOutcome, type RecipientOutcome } from '../transfer/attempt.ts'
import { networkCode } from '../facts/write.ts'
import type { Connection } from '../transfer/connection.ts'
import { messageAt, type Context } from '../transfer/context.ts'
import { flushAll, turnedEnded } from '../transfer/flush.ts'
import {
  endMessage,
  makeMessage,
  noteLocalDelivery,
  putInMailbox,
  takeBaton,
} from '../transfer/ledger.ts'
import {
  attemptOfQueueEnded,
  enqueue,
  newQueue,
  runDue,
  runOverdue,
  type Queue,
  type QueueEntry,
  type QueueOwner,
  type Station,
} from '../transfer/queue.ts'
import { nextByLaw } from '../transfer/retry.ts'
import type { QueueOptions } from '../transfer/queue-options.ts'
import type { Instant } from '../units.ts'
import { configOf, stateOf } from './config.ts'
import { addressFromPool } from './pool.ts'

/** The state of every host with a server's queue. */
export interface ServerState extends AgentSetup {
  readonly queue: Queue
}

export const newServerState = (setup: AgentSetup): ServerState => ({ ...setup, queue: newQueue() })

/** What a server answers that keeps no mail for others, when it is asked for some (RFC 1985 §5). */
export const KEEPS_NO_MAIL: Pick<ServerSide, 'turn' | 'turned'> = {
  turn: (_ctx, _host, _c, { domains }) => reply(R.etrnNotServed, domains[0] ?? ''),
  turned: ignore,
}

/** Octets of a report as Postfix makes it for a short message: our assumption. */
const DSN_OCTETS = 2600

/** What kinds of server differ in, for their queue. */
export interface Post {
  /** Whether mail for this domain is put into mailboxes here. */
  isFinal(host: Host, forwardPath: string): boolean
  holds(host: Host): boolean
  sendsBack(host: Host): boolean
  /** Mail for an address here that goes on to others; null where it does not. */
  passOn?(station: Station, entry: QueueEntry, to: number): RecipientOutcome | null
}

/** The owner of such a host's queue. */
export function serverOwner(post: Post): QueueOwner {
  const owner: QueueOwner = {
    options: (host) => configOf<QueueOptions>(host),
    submits: () => false,
    holds: (ctx, host, entry) => post.holds(host) && isKept(ctx, host, entry),
    sendsBack: (host) => post.sendsBack(host),
    deliverHere(ctx, host, entry, to) {
      const station = stationOf(ctx, host, owner)
      return post.passOn?.(station, entry, to) ?? deliverHere(station, entry, to, post)
    },
    nextTry: (ctx, host, queue, entry): Instant | null =>
      owner.holds(ctx, host, entry)
        ? untilAsked(ctx, entry, owner.options(host))
        : nextByLaw({ ctx, host, queue, owner }, entry),
    postponed: (ctx, host, entry, outcomes) =>
      warn({ ctx, host, queue: queueOf(host), owner }, entry, outcomes),
    gaveUp: (ctx, host, entry, outcomes) =>
      gaveUp({ ctx, host, queue: queueOf(host), owner }, entry, outcomes),
  }
  return owner
}

/** Mail for the domains that are served here; reports to others leave by themselves. */
function isKept(ctx: Context, host: Host, { message, waiting }: QueueEntry): boolean {
  const { recipients } = messageAt(ctx, message)
  const site = stateOf<ServerState>(host)
  return waiting.every((one) => isLocalDomain(recipients[one] ?? '', site))
}

/** Who has asked in vain asks again; by itself it is tried once more, when its lifetime is over. */
function untilAsked(ctx: Context, entry: QueueEntry, { lifetimeMs }: QueueOptions): Instant | null {
  const end = entry.arrivedAt + lifetimeMs
  return ctx.kernel.now < end ? end : null
}

const queueOf = (host: Host): Queue => stateOf<ServerState>(host).queue

export function stationOf(ctx: Context, host: Host, owner: QueueOwner): Station {
  return { ctx, host, queue: queueOf(host), owner }
}

/** The handlers of every kind with such a queue. */
export function queueHandlers(
  owner: QueueOwner,
): Pick<AgentKind, 'originate' | 'timer' | 'attemptEnded' | 'cameBack' | 'flush' | 'dialsFrom'> {
  return {
    dialsFrom: addressFromPool,
    originate(ctx, host, message) {
      const recipients = messageAt(ctx, message).recipients.map((_, i) => i)
      enqueue(stationOf(ctx, host, owner), { message, recipients, hops: 0 })
    },
    timer: (ctx, host) => runDue(stationOf(ctx, host, owner)),
    attemptEnded(ctx, host, attempt) {
      if (attempt.message < 0) return
      const station = stationOf(ctx, host, owner)
      attemptOfQueueEnded(station, attempt)
      if (attempt.aim === 'turned') turnedEnded(station, attempt)
    },
    cameBack: (ctx, host) => runOverdue(stationOf(ctx, host, owner)),
    flush: (ctx, host, by) => flushAll(stationOf(ctx, host, owner), by),
  }
}

/**
 * Takes a message into the queue: from this 250 on it is the host's job (RFC 5321 §6.1). A message
 * that has been through too many hands goes in a circle (RFC 5321 §6.3).
 */
export function takeIn(station: Station, c: Connection, recipients: readonly number[]): Reply {
  if (isLooping(station.host, c)) return reply(R.tooManyHops)
  takeBaton(station.ctx, station.host, c.message, { from: c.client, recipients })
  const entry = enqueue(station, { message: c.message, recipients, hops: c.hops + 1 })
  return reply(R.queued, '', entry.queueId)
}

/** Postfix counts the Received fields with its own; so many are too many (hopcount_limit). */
export function isLooping(host: Host, c: Connection): boolean {
  return c.hops + 1 >= Number(host.config['hopLimit'])
}

function deliverHere(
  { ctx, host }: Station,
  entry: QueueEntry,
  to: number,
  post: Post,
): RecipientOutcome | null {
  const path = messageAt(ctx, entry.message).recipients[to] ?? ''
  const site = stateOf<ServerState>(host)
  if (!isLocalDomain(path, site) || !post.isFinal(host, path)) return null
  const known = hasMailbox(path, site)
  const code = networkCode(known ? 'delivered to mailbox' : 'user unknown')
  const outcome: RecipientOutcome = { ...openOutcome(to), code, class: known ? 2 : 5 }
  noteLocalDelivery(ctx, host, entry.message, outcome)
  if (known) putInMailbox(ctx, host, entry.message, to)
  return outcome
}

/**
 * Reports failure to the sender (RFC 3464), once per pass and for all recipients of it.
 * Mail with the null reverse-path is never reported on (RFC 5321 §6.1): it is discarded.
 */
function gaveUp(station: Station, entry: QueueEntry, outcomes: readonly RecipientOutcome[]): void {
  const { ctx } = station
  const isReport = messageAt(ctx, entry.message).reversePath === ''
  const how = isReport ? 'discarded' : 'bounced'
  for (const one of outcomes) endMessage(ctx, entry.message, one.recipient, how)
  if (!isReport) report(station, entry.message, 'failed')
}

/** Tells the sender once that it takes long (delay_warning_time), after a try that came later. */
function warn(station: Station, entry: QueueEntry, outcomes: readonly RecipientOutcome[]): void {
  const { ctx, host, owner } = station
  const { delayWarningMs } = owner.options(host)
  const isLate = ctx.kernel.now - entry.arrivedAt >= delayWarningMs
  if (delayWarningMs === 0 || entry.warned || !isLate || outcomes.length === 0) return
  if (messageAt(ctx, entry.message).reversePath === '') return
  entry.warned = true
  report(station, entry.message, 'delayed')
}

function report(station: Station, about: number, action: 'failed' | 'delayed'): void {
  const { ctx, host } = station
  const { reversePath, subject } = messageAt(ctx, about)
  const { domains, mailboxes } = stateOf<ServerState>(host)
  const message = makeMessage(ctx, host, 'dsn', {
    kind: 'dsn',
    reversePath: '',
    recipients: [reversePath],
    // A host without mailboxes has no domain to speak for but its own name (Postfix: myorigin).
    author: `MAILER-DAEMON@${mailboxes.length > 0 ? (domains[0] ?? host.name) : host.name}`,
    subject:
      action === 'failed'
        ? 'Undelivered Mail Returned to Sender'
        : 'Delayed Mail (still being retried)',
    body: subject,
    octets: DSN_OCTETS,
    about,
    action,
  })
  enqueue(station, { message, recipients: [0], hops: 0 })
}
