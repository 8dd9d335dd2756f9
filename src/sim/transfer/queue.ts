/**
 * A queue of messages that somebody has taken charge of: each pass tries every recipient that is
 * left, one delivery per domain and `recipientLimit`; what is deferred waits for its next try.
 *
 * The same machinery serves a mail program's outbox and a mail server's queue; they differ in what
 * their owner says about the next try and about failure. Which deliveries are begun at once, and
 * which wait or are put off, is the business of `scheduler.ts`.
 */
import { present } from '../assert.ts'
import { domainOf } from '../mail/address.ts'
import { isRunning } from '../network/host.ts'
import type { Instant } from '../units.ts'
import type { Attempt, RecipientOutcome } from './attempt.ts'
import type { Job } from './destinations.ts'
import { messageAt, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { noteQueue } from './ledger.ts'
import { callOut } from './line.ts'
import { enterPass, newQueueId, NOTHING, type QueueEntry, type Station } from './queue-state.ts'
import { deliveryEnded, requestDelivery, startWaiting, SUBMISSION } from './scheduler.ts'
import { isEmpty } from './waiting-line.ts'

export {
  newQueue,
  newQueueId,
  type Queue,
  type QueueEntry,
  type QueueOwner,
  type Station,
} from './queue-state.ts'

/** Takes a message in and begins its first pass. */
export function enqueue(
  station: Station,
  job: { message: number; recipients: readonly number[]; hops: number },
): QueueEntry {
  const { ctx, host, queue, owner } = station
  const entry: QueueEntry = {
    queueId: newQueueId(host, ++queue.made),
    message: job.message,
    arrivedAt: ctx.kernel.now,
    hops: job.hops,
    waiting: job.recipients,
    active: 0,
    tries: 0,
    failures: 0,
    firstFailedAt: -1,
    lastGapMs: 0,
    sites: NOTHING,
    warned: false,
    failed: NOTHING,
    deferred: NOTHING,
    nextTryAt: -1,
  }
  queue.entries.set(entry.queueId, entry)
  if (owner.holds(ctx, host, entry)) postpone(station, entry, holdsUntil(station, entry))
  else if (isReady(station)) beginPass(station, entry)
  else waitToBeReady(station, entry)
  return entry
}

/** It is tried as soon as the host is back or its line is up; mailboxes here need no line. */
function waitToBeReady(station: Station, entry: QueueEntry): void {
  const { ctx, host, owner } = station
  if (isRunning(host) && !owner.submits(host)) {
    deliverOurs(station, entry)
    if (entry.waiting.length === 0) return settle(station, entry)
    if (entry.failed.length > 0) owner.gaveUp(ctx, host, entry, entry.failed)
  }
  postpone(station, entry, ctx.kernel.now)
}

/** Mail that waits to be asked for is tried once by itself, when its lifetime is over. */
function holdsUntil({ host, owner }: Station, entry: QueueEntry): Instant {
  return entry.arrivedAt + owner.options(host).lifetimeMs
}

/** Whether passes can begin now; who has to call first calls. */
function isReady({ ctx, host }: Station): boolean {
  if (!isRunning(host)) return false
  if (host.line.state === 'up') return true
  callOut(ctx, host)
  return false
}

/** Tries every recipient that is left. */
function beginPass(station: Station, entry: QueueEntry): void {
  const { ctx, host, owner } = station
  enterPass(station, entry)
  const { queueId } = entry
  if (owner.submits(host)) {
    const job = { queueId, domain: SUBMISSION, recipients: entry.waiting }
    entry.active = 1
    return deliver(station, { ...job, isNew: entry.tries === 1 })
  }
  const remote = deliverOurs(station, entry)
  const jobs = byDomain(ctx, entry, remote, owner.options(host).recipientLimit)
  entry.active = jobs.length
  for (const job of jobs) deliver(station, job)
  if (jobs.length === 0) settle(station, entry)
}

/** A delivery that the scheduler puts off has ended already. */
function deliver(station: Station, job: Job): void {
  const outcomes = requestDelivery(station, job)
  if (outcomes !== null) takeIn(station, job.queueId, outcomes)
}

/** Recipients that are not ours, after those that are have been served. */
function deliverOurs(station: Station, entry: QueueEntry): readonly number[] {
  const { ctx, host, owner } = station
  let ours = 0
  const remote = entry.waiting.filter((recipient) => {
    const outcome = owner.deliverHere(ctx, host, entry, recipient)
    if (outcome?.class === 5) entry.failed = [...entry.failed, outcome]
    if (outcome !== null) ours++
    return outcome === null
  })
  if (ours > 0) entry.waiting = remote
  return entry.waiting
}

/**
 * Deliveries by domain, in the order of their first recipient, none of more than `limit`. In a long
 * queue most messages have one recipient: those share the list that there is.
 */
function byDomain(
  ctx: Context,
  { message, queueId, tries }: QueueEntry,
  recipients: readonly number[],
  limit: number,
): readonly Job[] {
  const paths = messageAt(ctx, message).recipients
  const isNew = tries === 1
  const domainOfOne = (one: number): string =>
    domainOf(present(paths[one], 'recipient')).toLowerCase()
  const [only] = recipients
  if (recipients.length === 1 && only !== undefined)
    return [{ queueId, domain: domainOfOne(only), recipients, isNew }]
  const groups: { domain: string; recipients: number[] }[] = []
  for (const recipient of recipients) {
    const domain = domainOfOne(recipient)
    const group = groups.find((one) => one.domain === domain && one.recipients.length < limit)
    if (group === undefined) groups.push({ domain, recipients: [recipient] })
    else group.recipients.push(recipient)
  }
  return groups.map((group) => ({ queueId, ...group, isNew }))
}

/** An attempt of this queue has ended. */
export function attemptOfQueueEnded(station: Station, attempt: Attempt): void {
  const putOff = deliveryEnded(station, attempt)
  takeIn(station, attempt.tag, attempt.outcomes)
  for (const { queueId, outcomes } of putOff) takeIn(station, queueId, outcomes)
}

/** What a delivery gave goes to the entry; with the last one the pass is over. */
function takeIn(station: Station, queueId: number, outcomes: readonly RecipientOutcome[]): void {
  const entry = present(station.queue.entries.get(queueId), 'queue entry', queueId)
  entry.deferred = withClass(outcomes, 4, entry.deferred)
  entry.failed = withClass(outcomes, 5, entry.failed)
  entry.active--
  if (entry.active === 0) settle(station, entry)
}

/** The outcomes of one class behind those that there are; mostly all or none. */
function withClass(
  outcomes: readonly RecipientOutcome[],
  wanted: RecipientOutcome['class'],
  known: readonly RecipientOutcome[],
): readonly RecipientOutcome[] {
  if (!outcomes.some((one) => one.class === wanted)) return known
  const found = outcomes.filter((one) => one.class === wanted)
  return known.length === 0 ? found : [...known, ...found]
}

/** A pass is over. */
function settle(station: Station, entry: QueueEntry): void {
  const { ctx, host, queue, owner } = station
  const { failed, deferred } = entry
  entry.waiting = deferred.length === 0 ? NOTHING : deferred.map((one) => one.recipient)
  if (deferred.length > 0) {
    entry.failures++
    if (entry.firstFailedAt < 0) entry.firstFailedAt = ctx.kernel.now
  }
  const again = deferred.length === 0 ? null : owner.nextTry(ctx, host, queue, entry)
  const ended = again === null ? [...failed, ...deferred] : failed
  if (ended.length > 0) owner.gaveUp(ctx, host, entry, ended)
  if (again !== null) {
    owner.postponed(ctx, host, entry, deferred)
    return postpone(station, entry, again)
  }
  queue.entries.delete(entry.queueId)
  const { queueId } = entry
  noteQueue(ctx, host, entry.message, { state: 'removed', queueId, nextTryIn: 0 })
}

function postpone({ ctx, host, queue }: Station, entry: QueueEntry, at: Instant): void {
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
export function runDue(station: Station): void {
  const { ctx, queue } = station
  const at = ctx.kernel.now
  // What waits for room is in need of a call, too.
  if (queue.due.has(at) || !isEmpty(queue.line)) if (isReady(station)) runDueAt(station, at)
}

/** The host is back: passes begin for whatever fell due while it was away. */
export function runOverdue(station: Station): void {
  const { queue, ctx } = station
  const overdue = [...queue.due.keys()].filter((at) => at <= ctx.kernel.now)
  if ((overdue.length === 0 && isEmpty(queue.line)) || !isReady(station)) return
  startWaiting(station)
  for (const at of overdue.sort((a, b) => a - b)) runDueAt(station, at)
}

function runDueAt(station: Station, at: Instant): void {
  const ids = station.queue.due.get(at)
  if (ids === undefined) return
  station.queue.due.delete(at)
  for (const id of ids) {
    const entry = station.queue.entries.get(id)
    if (entry?.nextTryAt === at) beginPass(station, entry)
  }
}

/** Passes begin for everything that waits, due or not, and that `concerns` the occasion. */
export function passAll(station: Station, concerns: (entry: QueueEntry) => boolean): void {
  const due = [...station.queue.entries.values()].filter(
    (entry) => entry.nextTryAt >= 0 && concerns(entry),
  )
  // For nothing nobody makes a call.
  if (due.length > 0 && isReady(station)) for (const entry of due) beginPass(station, entry)
}
