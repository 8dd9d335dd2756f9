/**
 * The client's end of a session: replies reach the sender table, commands go out, and as soon as
 * it is decided what became of every recipient the attempt hears of it.
 */
import { assert, present } from '../assert.ts'
import { CONNECTION_ENDS, KIND, type ConnectionEnd } from '../facts/fact.ts'
import { writeCommand } from '../facts/write.ts'
import type { Command } from '../mail/smtp/command.ts'
import { R } from '../mail/reply-catalogue.ts'
import { reply } from '../mail/reply.ts'
import {
  abandon,
  isDecided,
  isFinished,
  nextBatch,
  onReply,
  SMTP_TIMEOUT,
} from '../mail/smtp/sender.ts'
import { isOnline } from '../network/host.ts'
import type { Millis } from '../units.ts'
import { sessionDecided, sessionFailed } from './attempts.ts'
import { ACK, commandSegment, type Connection, type Segment } from './connection.ts'
import { beyondTimeouts } from './bandwidth.ts'
import { hostAt, nameIndexOf, type Context } from './context.ts'
import { takeFrom } from './lane.ts'
import {
  clientWaits,
  closeClient,
  delayOf,
  reaches,
  release,
  sendToServer,
  SERVER_IDLE_TIMEOUT,
  serverWaits,
} from './transport.ts'

/** A segment has arrived at the client's end. */
export function arriveAtClient(ctx: Context, c: Connection): void {
  c.inFlight--
  const segment = takeFrom(c.toClient)
  const heard = c.server < 0 || reaches(ctx, c.server, c.client)
  if (c.clientClosed || !heard) return release(ctx, c)
  switch (segment.type) {
    case 'accept':
      c.established = true
      sendToServer(ctx, c, ACK)
      return clientWaits(ctx, c, SMTP_TIMEOUT.greeting)
    case 'refuse':
      return fail(ctx, c, 'connection refused')
    case 'replies':
      return listen(ctx, c, segment)
    case 'fin':
      return fail(ctx, c, 'lost connection')
    default:
      assert(false, `a client got ${segment.type}`)
  }
}

function listen(ctx: Context, c: Connection, segment: Segment): void {
  c.clientToken = 0
  for (const r of segment.replies) {
    // After a 421 the table is closed; what follows in the segment is noise.
    if (!isFinished(c.sender)) onReply(c.sender, c.plan, r)
  }
  if (c.attempt >= 0 && isDecided(c.sender)) {
    const attempt = c.attempt
    c.attempt = -1
    sessionDecided(ctx, attempt, c)
  }
  speak(ctx, c)
}

function speak(ctx: Context, c: Connection): void {
  if (isFinished(c.sender)) return close(ctx, c, 'quit')
  const batch: Command[] = []
  nextBatch(c.sender, c.plan, batch)
  const span = batch.length > 0 ? say(ctx, c, batch) : 0
  const sending = beyondTimeouts(span - delayOf(ctx, c))
  clientWaits(ctx, c, SMTP_TIMEOUT[c.sender.step], sending)
  // While a long content trickles in, the server does not take the client for gone.
  if (sending > 0 && !c.serverClosed) serverWaits(ctx, c, SERVER_IDLE_TIMEOUT, sending)
}

/** @returns for how long the commands are under way */
function say(ctx: Context, c: Connection, batch: readonly Command[]): Millis {
  const { facts } = ctx.chronicle
  const span = sendToServer(ctx, c, commandSegment(batch))
  let recipient = c.sender.nextRecipient
  for (const one of batch) if (one.verb === 'RCPT') recipient--
  for (const one of batch) {
    let detail = one.octets
    if (one.verb === 'RCPT') detail = recipientAt(ctx, c, recipient++)
    else if (one.verb === 'ETRN' || one.verb === 'ATRN')
      detail = nameIndexOf(ctx.chronicle, one.text)
    writeCommand(facts, ctx.kernel.now, c.serial, one.verb, span, detail)
  }
  return span
}

/** A session counts its own recipients; facts speak of the message's. */
function recipientAt(ctx: Context, c: Connection, position: number): number {
  const attempt = present(ctx.world.attempts[c.attempt], 'attempt of a session')
  const outcome = attempt.outcomes[present(attempt.open[position], 'recipient of a session')]
  return present(outcome, 'outcome of an open recipient').recipient
}

/** The client has waited for too long. */
export function clientTimedOut(ctx: Context, c: Connection): void {
  fail(ctx, c, c.established ? 'timeout' : 'connect timeout')
}

/** The connection is gone without a goodbye. */
function fail(ctx: Context, c: Connection, end: ConnectionEnd): void {
  abandon(c.sender, reply(end === 'timeout' ? R.conversationTimeout : R.lostConnection))
  const attempt = c.attempt
  close(ctx, c, end)
  if (attempt >= 0) sessionFailed(ctx, attempt, c, end)
}

function close(ctx: Context, c: Connection, end: ConnectionEnd): void {
  const { facts } = ctx.chronicle
  facts.add(ctx.kernel.now, KIND.close, c.serial, CONNECTION_ENDS.indexOf(end), 0, 0)
  closeClient(ctx, c)
}

/**
 * Everything that this host was doing as a client is over: it fell asleep, was switched off, or its
 * line was hung up.
 */
export function dropClientSessions(ctx: Context, host: number): void {
  assert(!isOnline(hostAt(ctx, host)), 'dropping a running host')
  for (const c of ctx.world.connections) {
    if (c === null || c.client !== host || c.clientClosed) continue
    // Its last octet has not left yet: not so on a fast line, where all leaves at once.
    c.cut = c.lastToServer - delayOf(ctx, c) > ctx.kernel.now
    fail(ctx, c, 'lost connection')
  }
}
