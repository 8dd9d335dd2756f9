/**
 * Connections: dialling, sending segments after the link's delay, closing, and reusing slots.
 *
 * A segment is lost when the host it reaches is unreachable or asleep at that instant, or when the
 * host that sends it is. Nothing is sent again: what recovers is SMTP's own timeout (RFC 5321
 * §4.5.3.2), which is the point of the exercise. What a segment does on arrival stands in
 * `client-side.ts` and `server-side.ts`.
 */
import { KIND } from '../facts/fact.ts'
import { NOWHERE_MS } from '../facts/record.ts'
import { newReceiver } from '../mail/smtp/receiver.ts'
import { newSender, type SenderPlan } from '../mail/smtp/sender.ts'
import { addressOf, delayBetween, isReachable } from '../network/host.ts'
import { seconds, type Millis } from '../units.ts'
import type { Attempt } from './attempt.ts'
import { FIN, SYN, type Connection, type Segment } from './connection.ts'
import { hostAt, nameIndexOf, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { emptyLane, putIn } from './lane.ts'

/** How long a client waits for an answer to its SYN: Postfix's smtp_connect_timeout. */
const CONNECT_TIMEOUT: Millis = seconds(30)

/** Dials an address. The attempt hears of the rest by `client-side.ts`. */
export function dial(
  ctx: Context,
  attempt: Attempt,
  address: string,
  plan: SenderPlan,
): Connection {
  const { world } = ctx
  const server = ctx.setting.hostOfAddress.get(address) ?? -1
  const answering = server >= 0 && addressOf(hostAt(ctx, server)) === address ? server : -1
  const slot = world.freeConnections.pop() ?? world.connections.length
  const connection: Connection = {
    slot,
    serial: world.connectionCount++,
    client: attempt.host,
    server: answering,
    clientAddress: addressOf(hostAt(ctx, attempt.host)),
    attempt: attempt.slot,
    message: attempt.message,
    submission: attempt.submission,
    toServer: emptyLane(),
    toClient: emptyLane(),
    inFlight: 0,
    lastToServer: 0,
    lastToClient: 0,
    clientClosed: false,
    serverClosed: true,
    established: false,
    clientToken: 0,
    serverToken: 0,
    plan,
    sender: newSender(plan),
    receiver: newReceiver(),
  }
  world.connections[slot] = connection
  const named = nameIndexOf(ctx.chronicle, address)
  const { facts } = ctx.chronicle
  facts.add(ctx.kernel.now, KIND.connect, connection.serial, attempt.serial, answering, named)
  sendToServer(ctx, connection, SYN)
  clientWaits(ctx, connection, CONNECT_TIMEOUT)
  return connection
}

/** One-way delay of this connection's link. */
export function delayOf(ctx: Context, c: Connection): Millis {
  return c.server < 0 ? NOWHERE_MS : delayBetween(ctx.setting.links, c.client, c.server)
}

export function sendToServer(ctx: Context, c: Connection, segment: Segment): void {
  if (!isReachable(hostAt(ctx, c.client))) return
  const arrival = Math.max(ctx.kernel.now + delayOf(ctx, c), c.lastToServer)
  c.lastToServer = arrival
  putIn(c.toServer, segment)
  c.inFlight++
  ctx.kernel.at(arrival, EVENT.toServer, c.slot)
}

/** @param extra time the server takes before the segment leaves */
export function sendToClient(
  ctx: Context,
  c: Connection,
  segment: Segment,
  extra: Millis = 0,
): void {
  if (c.server < 0 || !isReachable(hostAt(ctx, c.server))) return
  const arrival = Math.max(ctx.kernel.now + extra + delayOf(ctx, c), c.lastToClient)
  c.lastToClient = arrival
  putIn(c.toClient, segment)
  c.inFlight++
  ctx.kernel.at(arrival, EVENT.toClient, c.slot)
}

/** The client begins to wait for the server; its earlier wait is over. */
export function clientWaits(ctx: Context, c: Connection, length: Millis): void {
  c.clientToken = ++ctx.world.tokenCount
  ctx.timeouts.wait(length, c.slot << 1, c.clientToken)
}

/** The server begins to wait for the client; its earlier wait is over. */
export function serverWaits(ctx: Context, c: Connection, length: Millis): void {
  c.serverToken = ++ctx.world.tokenCount
  ctx.timeouts.wait(length, (c.slot << 1) | 1, c.serverToken)
}

/** The client's end is closed; a server that is still there is told. */
export function closeClient(ctx: Context, c: Connection): void {
  c.clientClosed = true
  c.clientToken = 0
  c.attempt = -1
  if (!c.serverClosed) sendToServer(ctx, c, FIN)
  release(ctx, c)
}

/** The server's end is closed; a client that is still there is told. */
export function closeServer(ctx: Context, c: Connection): void {
  c.serverClosed = true
  c.serverToken = 0
  if (!c.clientClosed) sendToClient(ctx, c, FIN)
  release(ctx, c)
}

/** Gives the slot back once both ends are closed and no event points at it. */
export function release(ctx: Context, c: Connection): void {
  if (!c.clientClosed || !c.serverClosed || c.inFlight > 0) return
  ctx.world.connections[c.slot] = null
  ctx.world.freeConnections.push(c.slot)
}
