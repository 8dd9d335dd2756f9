/**
 * The client's end of a session: replies reach the sender table, commands go out, and as soon as
 * it is decided what became of every recipient the attempt hears of it.
 */
import { assert, present } from '../assert.ts'
import { CONNECTION_ENDS, KIND, type ConnectionEnd } from '../facts/fact.ts'
import { writeCommand } from '../facts/codec.ts'
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
import { isRunning, isReachable } from '../network/host.ts'
import { sessionDecided, sessionFailed } from './attempts.ts'
import { ACK, commandSegment, type Connection, type Segment } from './connection.ts'
import { hostAt, type Context } from './context.ts'
import { takeFrom } from './lane.ts'
import { clientWaits, closeClient, delayOf, release, sendToServer } from './transport.ts'

/** A segment has arrived at the client's end. */
export function arriveAtClient(ctx: Context, c: Connection): void {
  c.inFlight--
  const segment = takeFrom(c.toClient)
  if (c.clientClosed || !isReachable(hostAt(ctx, c.client))) return release(ctx, c)
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
  if (batch.length > 0) {
    const span = delayOf(ctx, c)
    const { facts } = ctx.chronicle
    let recipient = c.sender.nextRecipient
    for (const one of batch) if (one.verb === 'RCPT') recipient--
    for (const one of batch) {
      const detail = one.verb === 'RCPT' ? recipientAt(ctx, c, recipient++) : one.octets
      writeCommand(facts, ctx.kernel.now, c.serial, one.verb, span, detail)
    }
    sendToServer(ctx, c, commandSegment(batch.slice()))
  }
  clientWaits(ctx, c, SMTP_TIMEOUT[c.sender.step])
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

/** Everything that this host was doing as a client is over: it fell asleep or was switched off. */
export function dropClientSessions(ctx: Context, host: number): void {
  assert(!isRunning(hostAt(ctx, host)), 'dropping the sessions of a running host')
  for (const c of ctx.world.connections)
    if (c !== null && c.client === host && !c.clientClosed) fail(ctx, c, 'lost connection')
}
