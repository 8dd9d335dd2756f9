/**
 * What becomes of a message: made, somebody's job, in a mailbox, at an end. Facts and the status
 * that they change are written together, here and nowhere else.
 */
import { present } from '../assert.ts'
import { KIND, OUTCOMES, QUEUE_STATES, type Outcome, type QueueState } from '../facts/fact.ts'
import { writeQueue, writeResult } from '../facts/codec.ts'
import type { Host } from '../network/host.ts'
import type { Millis } from '../units.ts'
import type { Context } from './context.ts'
import { PENDING, type MessageRecord } from '../facts/message.ts'

type NewMessage = Omit<MessageRecord, 'id' | 'sentAt' | 'host'>

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
  }
  const index = chronicle.messages.push(record) - 1
  const status: number[] = []
  for (let i = 0; i < made.recipients.length; i++) status.push(PENDING)
  world.status.push(status)
  chronicle.facts.add(kernel.now, KIND.message, index, host.index, made.about, 0)
  takeBaton(ctx, host, index, -1)
  return index
}

/** From now on the message is this host's job (RFC 5321 §6.1). */
export function takeBaton(ctx: Context, host: Host, message: number, from: number): void {
  ctx.chronicle.facts.add(ctx.kernel.now, KIND.baton, message, host.index, from, 0)
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
export function putInMailbox(ctx: Context, host: Host, message: number, recipient: number): void {
  const copies = isDelivered(ctx, message, recipient) ? 2 : 1 // 2: and more
  const { facts } = ctx.chronicle
  facts.add(ctx.kernel.now, KIND.mailbox, host.index, message, recipient, copies)
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
  recipient: number,
  code: number,
): void {
  const { kernel, chronicle, world } = ctx
  const serial = world.attemptCount++
  chronicle.facts.add(kernel.now, KIND.attempt, serial, message, host.index, 0)
  writeResult(chronicle.facts, kernel.now, serial, { recipient, code, detail: 0, connection: -1 })
}
