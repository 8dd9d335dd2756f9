/**
 * Which deliveries of a queue are under way: each destination within its window, all together within
 * the number of processes, destinations in turns. A dead destination's mail is put off untried.
 */
import { assert, present } from '../assert.ts'
import { isOnline } from '../network/host.ts'
import type { Attempt, RecipientOutcome } from './attempt.ts'
import { openOutcome } from './attempt.ts'
import { networkCode } from '../facts/write.ts'
import { beginAttempt } from './attempts.ts'
import {
  addJob,
  feedbackOf,
  hasRoom,
  isDead,
  isIdle,
  learn,
  newDestination,
  revive,
  takeJob,
  troubleOf,
  type Destination,
  type Job,
} from './destinations.ts'
import { noteHeld } from './ledger.ts'
import type { Station } from './queue-state.ts'
import { noteOutcomes, shunsOf, unripe } from './retry.ts'
import { putBehind, takeFirst } from './waiting-line.ts'

/** The submission server as a destination; no domain is called that. */
export const SUBMISSION = ''

/** A delivery that was not made, and what that means for its recipients. */
export interface PutOff {
  readonly queueId: number
  readonly outcomes: readonly RecipientOutcome[]
}

/**
 * Begins a delivery, or lets it wait for room.
 * @returns what it gave at once, when it is put off untried; null otherwise
 */
export function requestDelivery(station: Station, job: Job): readonly RecipientOutcome[] | null {
  const destination = destinationOf(station, job.domain)
  const early = unripe(station, job)
  if (early !== null) return hold(station, job, early)
  if (isDead(destination, station.ctx.kernel.now)) return suspend(station, destination, job)
  addJob(destination, job)
  list(station, destination, job.domain)
  startWaiting(station)
  return null
}

function destinationOf({ ctx, host, queue, owner }: Station, domain: string): Destination {
  const known = queue.destinations.get(domain)
  if (known === undefined) {
    const made = newDestination(owner.options(host))
    queue.destinations.set(domain, made)
    return made
  }
  if (known.deadUntil >= 0 && !isDead(known, ctx.kernel.now)) revive(known, owner.options(host))
  return known
}

/** Destinations that have something to do and room for it stand in line for a process. */
function list({ queue }: Station, destination: Destination, domain: string): void {
  if (destination.listed || !hasRoom(destination)) return
  destination.listed = true
  putBehind(queue.line, domain)
}

/** What waits for room is begun while there is some; a host that is away begins nothing. */
export function startWaiting(station: Station): void {
  const { host, queue, owner } = station
  const { processLimit } = owner.options(host)
  while (isOnline(host) && queue.running < processLimit) {
    const domain = takeFirst(queue.line)
    if (domain === null) return
    const destination = queue.destinations.get(domain)
    // Its jobs were put off meanwhile, and it was forgotten.
    if (destination === undefined) continue
    destination.listed = false
    const job = hasRoom(destination) ? takeJob(destination) : null
    if (job === null) {
      forget(station, destination, domain)
      continue
    }
    start(station, destination, job)
    if (!isIdle(destination)) list(station, destination, domain)
  }
}

function start(station: Station, destination: Destination, job: Job): void {
  const { ctx, host, queue, owner } = station
  destination.busy++
  queue.running++
  const { queueId, domain, recipients } = job
  const { message, hops } = present(queue.entries.get(queueId), 'queue entry', queueId)
  const aim = domain === SUBMISSION ? 'submission' : 'transfer'
  beginAttempt(ctx, host, message, {
    recipients,
    domain,
    aim,
    tag: queueId,
    hops,
    shuns: shunsOf(station),
    turnedBy: '',
    firstOnly: false,
    sendsBack: owner.sendsBack(host),
  })
}

/**
 * A delivery has ended: its destination learns, and what waits is begun.
 * @returns what is put off since the destination has just died
 */
export function deliveryEnded(station: Station, attempt: Attempt): readonly PutOff[] {
  const { ctx, host, queue, owner } = station
  // A host that fell asleep or hung up in the middle has learnt nothing of the other side.
  const isHere = isOnline(host)
  if (isHere) noteOutcomes(station, attempt)
  if (attempt.aim === 'turned') return []
  const { domain } = attempt
  const destination = present(queue.destinations.get(domain), 'destination', domain)
  const options = owner.options(host)
  const deadFor = options.minBackoffMs
  const feedback = isHere ? feedbackOf(attempt) : 'silent'
  learn(destination, feedback, troubleOf(attempt), { now: ctx.kernel.now, deadFor, options })
  destination.busy--
  queue.running--
  assert(destination.busy >= 0 && queue.running >= 0, 'more deliveries ended than began')
  const putOff: PutOff[] = []
  if (isDead(destination, ctx.kernel.now)) {
    for (let job = takeJob(destination); job !== null; job = takeJob(destination))
      putOff.push({ queueId: job.queueId, outcomes: suspend(station, destination, job) })
  } else if (isIdle(destination)) forget(station, destination, domain)
  else list(station, destination, domain)
  startWaiting(station)
  return putOff
}

/** One that stands in line yet is forgotten when its turn has come; a dead one is remembered. */
function forget({ ctx, queue }: Station, destination: Destination, domain: string): void {
  const isLeft = isDead(destination, ctx.kernel.now) || destination.listed
  if (!isLeft && isIdle(destination)) queue.destinations.delete(domain)
}

/** "delivery temporarily suspended" (qmgr_deliver.c): deferred with the code it died of. */
function suspend(station: Station, destination: Destination, job: Job): RecipientOutcome[] {
  const because = { code: networkCode('delivery suspended'), detail: destination.because }
  return hold(station, job, { ...because, class: 4 })
}

/** Recipients that are not tried: an attempt without a connection says so. */
function hold(
  { ctx, host, queue }: Station,
  { queueId, recipients }: Job,
  why: Pick<RecipientOutcome, 'code' | 'detail' | 'class'>,
): RecipientOutcome[] {
  const { message } = present(queue.entries.get(queueId), 'queue entry', queueId)
  const outcomes = recipients.map((one): RecipientOutcome => ({ ...openOutcome(one), ...why }))
  noteHeld(ctx, host, message, outcomes)
  return outcomes
}
