/**
 * What becomes of a message: made, somebody's job, in a mailbox, at an end. Facts and the status
 * that they change are written together, here and nowhere else.
 */
import { present } from '../assert.ts'
import {
  AIMS,
  FLUSHED_BY,
  KIND,
  OUTCOMES,
  QUEUE_STATES,
  type Aim,
  type FlushedBy,
  type Folder,
  type Outcome,
  type QueueState,
} from '../facts/fact.ts'
import { writeMailbox, writeQueue, writeResult } from '../facts/write.ts'
import type { Host } from '../network/host.ts'
import type { Millis } from '../units.ts'
import type { RecipientOutcome } from './attempt.ts'
import { messageAt, type Context } from './context.ts'
import { PENDING, type MessageRecord } from '../facts/message.ts'

type NewMessage = Omit<MessageRecord, 'id' | 'sentAt' | 'host' | 'origin'> &
  Partial<Pick<MessageRecord, 'origin'>>

/** Messages are numbered by their writer: `alice-1`, `bot-2`, `dsn-1`. */
export function makeMessage(ctx: Context, host: Host, name: string, made: NewMessage): number {
  const { world, chronicle, kernel } = ctx
  const count = (world.made.get(name) ?? 0) + 1
  world.made.set(name, count)
  // Field by field: a spread makes an object that takes twice the room, and there may be 100,000.
  const record: MessageRecord = {
    id: `${name}-${count}`,
    kind: made.kind,
    host: host.index,
    reversePath: made.reversePath,
    recipients: made.recipients,
    author: made.author,
    subject: made.subject,
    body: made.body,
    octets: made.octets,
    sentAt: kernel.now,
    about: made.about,
    action: made.action,
    origin: made.origin ?? -1,
  }
  const { claims } = made
  const index = chronicle.messages.push(claims === undefined ? record : { ...record, claims }) - 1
  const status: number[] = []
  for (let i = 0; i < made.recipients.length; i++) status.push(PENDING)
  world.status.push(status)
  chronicle.facts.add(kernel.now, KIND.message, index, host.index, made.about, 0)
  takeBaton(ctx, host, index, { from: -1, recipients: null })
  return index
}

/**
 * From now on the message is this host's job (RFC 5321 §6.1), for these recipients; null: for all.
 */
export function takeBaton(
  ctx: Context,
  host: Host,
  message: number,
  by: { from: number; recipients: readonly number[] | null },
): void {
  const { facts } = ctx.chronicle
  const all = messageAt(ctx, message).recipients.length
  const some = by.recipients === null || by.recipients.length === all ? [-1] : by.recipients
  for (const one of some) facts.add(ctx.kernel.now, KIND.baton, message, host.index, by.from, one)
}

export function isEnded(ctx: Context, message: number, recipient: number): boolean {
  return statusOf(ctx, message)[recipient] !== PENDING
}

function isDelivered(ctx: Context, message: number, recipient: number): boolean {
  return statusOf(ctx, message)[recipient] === OUTCOMES.indexOf('delivered')
}

/** Ends the message for one recipient; what is delivered stays delivered. */
export function endMessage(ctx: Context, message: number, recipient: number, how: Outcome): void {
  if (isDelivered(ctx, message, recipient)) return
  const outcome = OUTCOMES.indexOf(how)
  statusOf(ctx, message)[recipient] = outcome
  ctx.chronicle.facts.add(ctx.kernel.now, KIND.end, message, recipient, outcome, 0)
}

/** Somebody takes up again what had ended without being delivered. */
export function reopenMessage(ctx: Context, message: number, recipient: number): void {
  if (!isDelivered(ctx, message, recipient)) statusOf(ctx, message)[recipient] = PENDING
}

/** A copy lies in the mailbox. A second one, after a lost 250, is a duplicate (RFC 5321 §4.5.3.2.6). */
// oxlint-disable-next-line max-params -- where, what, for whom, and into which folder
export function putInMailbox(
  ctx: Context,
  host: Host,
  message: number,
  recipient: number,
  folder: Folder = 'inbox',
): void {
  const copies = isDelivered(ctx, message, recipient) ? 2 : 1 // 2: and more
  writeMailbox(ctx.chronicle.facts, ctx.kernel.now, host.index, {
    message,
    recipient,
    copies,
    folder,
  })
  endMessage(ctx, message, recipient, 'delivered')
}

/** The program on this host tells its user that it has given up. */
export function tellUser(
  ctx: Context,
  host: Host,
  message: number,
  recipient: number,
  how: Outcome,
): void {
  const outcome = OUTCOMES.indexOf(how)
  const { facts } = ctx.chronicle
  facts.add(ctx.kernel.now, KIND.notice, host.index, message, recipient, outcome)
}

export function noteQueue(
  ctx: Context,
  host: Host,
  message: number,
  entry: { state: QueueState; queueId: number; nextTryIn: Millis },
): void {
  const state = QUEUE_STATES.indexOf(entry.state)
  writeQueue(ctx.chronicle.facts, ctx.kernel.now, host.index, message, { ...entry, state })
}

function statusOf(ctx: Context, message: number): number[] {
  return present(ctx.world.status[message], 'status of message', message)
}

/** A delivery into a mailbox of the same host is an attempt too, without a connection. */
export function noteLocalDelivery(
  ctx: Context,
  host: Host,
  message: number,
  outcome: RecipientOutcome,
): void {
  noteUntried(ctx, host, message, 'local', [outcome])
}

/** A delivery that was due and is not tried: its results say why. */
export function noteHeld(
  ctx: Context,
  host: Host,
  message: number,
  outcomes: readonly RecipientOutcome[],
): void {
  noteUntried(ctx, host, message, 'held', outcomes)
}

// oxlint-disable-next-line max-params -- where, what, in which sense, with what result
function noteUntried(
  ctx: Context,
  host: Host,
  message: number,
  aim: Aim,
  outcomes: readonly RecipientOutcome[],
): void {
  const { kernel, chronicle, world } = ctx
  const serial = world.attemptCount++
  const { facts } = chronicle
  facts.add(kernel.now, KIND.attempt, serial, message, host.index, AIMS.indexOf(aim))
  for (const one of outcomes) writeResult(facts, kernel.now, serial, one)
}

/** A queue is tried as a whole, or for the domain of that number (−1: for all). */
export function noteFlush(ctx: Context, host: Host, by: FlushedBy, name = -1): void {
  const { facts } = ctx.chronicle
  facts.add(ctx.kernel.now, KIND.flush, host.index, FLUSHED_BY.indexOf(by), name, 0)
}
