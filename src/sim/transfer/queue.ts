/**
 * A queue of messages that somebody has taken charge of: each pass tries every recipient that is
 * left, one attempt per domain; what is deferred waits for its next try.
 *
 * The same machinery serves a mail program's outbox and a mail server's queue; they differ in what
 * their owner says about the next try and about failure. How many attempts run side by side to one
 * destination is the business of `destinations.ts`. Simplified: new mail has no precedence.
 */
import { keyOf } from '../engine/random.ts'
import { present } from '../assert.ts'
import { domainOf } from '../mail/address.ts'
import { isRunning, type Host } from '../network/host.ts'
import type { Instant } from '../units.ts'
import type { Attempt, RecipientOutcome } from './attempt.ts'
import { beginAttempt } from './attempts.ts'
import { messageAt, type Context } from './context.ts'
import {
  hasRoom,
  learn,
  newDestination,
  takeJob,
  type Destination,
  type Job,
} from './destinations.ts'
import { EVENT } from './events.ts'
import { noteQueue } from './ledger.ts'

/** Plain, mutable world state. */
export interface QueueEntry {
  readonly queueId: number
  readonly message: number
  readonly arrivedAt: Instant
  /** Recipients that are still to be tried. */
  waiting: number[]
  /** Attempts under way. */
  active: number
  /** Passes begun. */
  tries: number
  /** What this pass gave: refused for good, and not now. */
  failed: RecipientOutcome[]
  deferred: RecipientOutcome[]
  /** When it is tried again; −1 while a pass is under way. */
  nextTryAt: Instant
}

export interface Queue {
  readonly entries: Map<number, QueueEntry>
  /** Queue ids that are due at an instant, in the order they were deferred. */
  readonly due: Map<Instant, number[]>
  /** By domain; '' is the submission server. */
  readonly destinations: Map<string, Destination>
  made: number
}

export const newQueue = (): Queue => ({
  entries: new Map(),
  due: new Map(),
  destinations: new Map(),
  made: 0,
})

/** What the owner of a queue decides. */
export interface QueueOwner {
  /** Whether the whole message goes to the submission server, rather than to each domain. */
  submits(host: Host): boolean
  /** Delivers here if the domain is ours: what came of it; null if it is not ours. */
  deliverHere(
    ctx: Context,
    host: Host,
    entry: QueueEntry,
    recipient: number,
  ): RecipientOutcome | null
  /** When to try again after a pass that left something deferred; null: give up. */
  nextTry(ctx: Context, host: Host, entry: QueueEntry): Instant | null
  /** Recipients that will not be tried again: refused, or given up after `deferred`. */
  gaveUp(ctx: Context, host: Host, entry: QueueEntry, outcomes: readonly RecipientOutcome[]): void
}

/** A queue id as a number; short, positive and different on every host. */
export function newQueueId(host: Host, count: number): number {
  return ((keyOf(host.id) >>> 21) << 20) | (count & 0xfffff)
}

/** Takes a message in and begins its first pass. */
export function enqueue(
  ctx: Context,
  host: Host,
  queue: Queue,
  owner: QueueOwner,
  job: { message: number; recipients: readonly number[] },
): QueueEntry {
  const entry: QueueEntry = {
    queueId: newQueueId(host, ++queue.made),
    message: job.message,
    arrivedAt: ctx.kernel.now,
    waiting: [...job.recipients],
    active: 0,
    tries: 0,
    failed: [],
    deferred: [],
    nextTryAt: -1,
  }
  queue.entries.set(entry.queueId, entry)
  if (isRunning(host)) beginPass(ctx, host, queue, owner, entry)
  else postpone(ctx, host, queue, entry, ctx.kernel.now)
  return entry
}

/** Tries every recipient that is left. */
function beginPass(
  ctx: Context,
  host: Host,
  queue: Queue,
  owner: QueueOwner,
  entry: QueueEntry,
): void {
  entry.nextTryAt = -1
  entry.tries++
  entry.failed = []
  entry.deferred = []
  const { queueId } = entry
  noteQueue(ctx, host, entry.message, { state: 'active', queueId, nextTryIn: 0 })
  if (owner.submits(host)) {
    entry.active = 1
    return request(ctx, host, queue, { queueId, domain: SUBMISSION, recipients: entry.waiting })
  }
  const remote = deliverOurs(ctx, host, owner, entry)
  const groups = byDomain(ctx, entry.message, remote)
  entry.active = groups.length
  for (const { domain, recipients } of groups)
    request(ctx, host, queue, { queueId, domain, recipients })
  if (entry.active === 0) settle(ctx, host, queue, owner, entry)
}

/** The submission server as a destination; no domain is called that. */
const SUBMISSION = ''

/** Begins the attempt, or lets it wait for room in its destination's window. */
function request(ctx: Context, host: Host, queue: Queue, job: Job): void {
  let destination = queue.destinations.get(job.domain)
  if (destination === undefined) {
    destination = newDestination()
    queue.destinations.set(job.domain, destination)
  }
  if (hasRoom(destination)) start(ctx, host, queue, destination, job)
  else destination.waiting.push(job)
}

function start(ctx: Context, host: Host, queue: Queue, destination: Destination, job: Job): void {
  destination.busy++
  const { queueId, domain, recipients } = job
  const { message } = present(queue.entries.get(queueId), 'queue entry', queueId)
  const to = { recipients, domain, submission: domain === SUBMISSION, tag: queueId }
  beginAttempt(ctx, host, message, to)
}

/** What waits for room is begun while there is some; a host that is away begins nothing. */
function startWaiting(ctx: Context, host: Host, queue: Queue, destination: Destination): void {
  while (isRunning(host) && hasRoom(destination)) {
    const job = takeJob(destination)
    if (job === null) return
    start(ctx, host, queue, destination, job)
  }
}

/** Recipients that are not ours, after those that are have been served. */
function deliverOurs(
  ctx: Context,
  host: Host,
  owner: QueueOwner,
  entry: QueueEntry,
): readonly number[] {
  const remote = entry.waiting.filter((recipient) => {
    const outcome = owner.deliverHere(ctx, host, entry, recipient)
    if (outcome?.class === 5) entry.failed.push(outcome)
    return outcome === null
  })
  entry.waiting = remote
  return remote
}

interface DomainGroup {
  readonly domain: string
  readonly recipients: number[]
}

/** Recipients by domain, in the order of their first recipient; there are few. */
function byDomain(
  ctx: Context,
  message: number,
  recipients: readonly number[],
): readonly DomainGroup[] {
  const paths = messageAt(ctx, message).recipients
  const groups: DomainGroup[] = []
  for (const recipient of recipients) {
    const domain = domainOf(present(paths[recipient], 'recipient')).toLowerCase()
    const group = groups.find((one) => one.domain === domain)
    if (group === undefined) groups.push({ domain, recipients: [recipient] })
    else group.recipients.push(recipient)
  }
  return groups
}

/** An attempt of this queue has ended. */
export function attemptOfQueueEnded(
  ctx: Context,
  host: Host,
  queue: Queue,
  owner: QueueOwner,
  attempt: Attempt,
): void {
  const entry = present(queue.entries.get(attempt.tag), 'queue entry of an attempt')
  const destination = present(queue.destinations.get(attempt.domain), 'destination')
  learn(destination, attempt)
  startWaiting(ctx, host, queue, destination)
  const { deferred, failed } = entry
  entry.deferred = withClass(attempt, 4, deferred)
  entry.failed = withClass(attempt, 5, failed)
  entry.active--
  if (entry.active === 0) settle(ctx, host, queue, owner, entry)
}

/** The outcomes of one class behind those that there are; mostly all or none. */
function withClass(
  attempt: Attempt,
  wanted: RecipientOutcome['class'],
  known: RecipientOutcome[],
): RecipientOutcome[] {
  const found = attempt.outcomes.filter((one) => one.class === wanted)
  return known.length === 0 ? found : [...known, ...found]
}

/** A pass is over. */
function settle(
  ctx: Context,
  host: Host,
  queue: Queue,
  owner: QueueOwner,
  entry: QueueEntry,
): void {
  const { failed, deferred } = entry
  entry.waiting = deferred.map((one) => one.recipient)
  const again = deferred.length === 0 ? null : owner.nextTry(ctx, host, entry)
  const ended = again === null ? [...failed, ...deferred] : failed
  if (ended.length > 0) owner.gaveUp(ctx, host, entry, ended)
  if (again !== null) return postpone(ctx, host, queue, entry, again)
  queue.entries.delete(entry.queueId)
  const { queueId } = entry
  noteQueue(ctx, host, entry.message, { state: 'removed', queueId, nextTryIn: 0 })
}

function postpone(ctx: Context, host: Host, queue: Queue, entry: QueueEntry, at: Instant): void {
  entry.nextTryAt = at
  const nextTryIn = at - ctx.kernel.now
  const { queueId } = entry
  noteQueue(ctx, host, entry.message, { state: 'deferred', queueId, nextTryIn })
  const due = queue.due.get(at)
  if (due !== undefined) due.push(queueId)
  else {
    queue.due.set(at, [queueId])
    ctx.kernel.at(at, EVENT.timer, host.index)
  }
}

/** The host's timer has fired: passes begin for whatever is due at this instant. */
export function runDue(ctx: Context, host: Host, queue: Queue, owner: QueueOwner): void {
  if (isRunning(host)) runDueAt(ctx, host, queue, owner, ctx.kernel.now)
}

/** The host is back: passes begin for whatever fell due while it was away. */
export function runOverdue(ctx: Context, host: Host, queue: Queue, owner: QueueOwner): void {
  if (!isRunning(host)) return
  for (const destination of queue.destinations.values()) startWaiting(ctx, host, queue, destination)
  const overdue = [...queue.due.keys()].filter((at) => at <= ctx.kernel.now)
  for (const at of overdue.sort((a, b) => a - b)) runDueAt(ctx, host, queue, owner, at)
}

function runDueAt(ctx: Context, host: Host, queue: Queue, owner: QueueOwner, at: Instant): void {
  const ids = queue.due.get(at)
  if (ids === undefined) return
  queue.due.delete(at)
  for (const id of ids) {
    const entry = queue.entries.get(id)
    if (entry?.nextTryAt === at) beginPass(ctx, host, queue, owner, entry)
  }
}

/** Passes begin for everything that waits, due or not. */
export function flush(ctx: Context, host: Host, queue: Queue, owner: QueueOwner): void {
  if (!isRunning(host)) return
  for (const entry of queue.entries.values())
    if (entry.nextTryAt >= 0) beginPass(ctx, host, queue, owner, entry)
}
