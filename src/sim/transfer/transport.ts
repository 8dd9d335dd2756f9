/**
 * Connections: dialling, sending segments after the link's delay, closing, and reusing slots.
 *
 * A segment is lost when the host it reaches is unreachable or asleep at that instant, or when the
 * host that sends it is. Nothing is sent again: what recovers is SMTP's own timeout (RFC 5321
 * §4.5.3.2), which is the point of the exercise. What a segment does on arrival stands in
 * `client-side.ts` and `server-side.ts`.
 */
import { PORT, portFor } from '../facts/fact.ts'
import { writeConnect } from '../facts/write.ts'
import { NOWHERE_MS } from '../facts/record.ts'
import { newReceiver } from '../mail/smtp/receiver.ts'
import { newSender, SMTP_TIMEOUT, type SenderPlan } from '../mail/smtp/sender.ts'
import { addressOf, areConnected, delayBetween, isReachable } from '../network/host.ts'
import { minutes, seconds, type Millis } from '../units.ts'
import type { Attempt } from './attempt.ts'
import { spanOf } from './bandwidth.ts'
import { ACK, FIN, SYN, type Connection, type Segment } from './connection.ts'
import { agentOf, hostAt, nameIndexOf, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { emptyLane, putIn } from './lane.ts'

/** How long a server waits for the next command (RFC 5321 §4.5.3.2.7; smtpd_timeout). */
export const SERVER_IDLE_TIMEOUT: Millis = minutes(5)
/** How long a client waits for an answer to its SYN: Postfix's smtp_connect_timeout. */
const CONNECT_TIMEOUT: Millis = seconds(30)

/** Dials an address. The attempt hears of the rest by `client-side.ts`. */
export function dial(
  ctx: Context,
  attempt: Attempt,
  address: string,
  plan: SenderPlan,
): Connection {
  const server = ctx.setting.hostOfAddress.get(address) ?? -1
  const answering = server >= 0 && addressOf(hostAt(ctx, server)) === address ? server : -1
  const host = hostAt(ctx, attempt.host)
  const from = agentOf(ctx, host).dialsFrom?.(ctx, host, attempt) ?? host.address
  const connection = newConnection(ctx, attempt, answering, plan)
  connection.clientAddress = host.addresses[from] ?? addressOf(host)
  const dialled = { server: answering, address: nameIndexOf(ctx.chronicle, address), from }
  writeConnect(ctx.chronicle.facts, ctx.kernel.now, connection.serial, attempt.serial, dialled)
  if (attempt.aim === 'turned') return takeOver(ctx, connection)
  if (!isShutIn(ctx, connection)) sendToServer(ctx, connection, SYN)
  clientWaits(ctx, connection, CONNECT_TIMEOUT)
  return connection
}

/**
 * Whether the client's access provider throws away what goes to port 25 outside the house. Nothing
 * comes back, not even a refusal. Simplified: a session that has begun goes on when that changes.
 */
function isShutIn(ctx: Context, { client, server, port }: Connection): boolean {
  const host = hostAt(ctx, client)
  if (port !== PORT.relay || host.config['port25'] !== 'blocked') return false
  return server < 0 || hostAt(ctx, server).site !== host.site
}

/**
 * The customer has opened the connection and turned it round: it is the server now and greets
 * (RFC 2645 §5.3). Simplified: each message has a record of its own of the one connection.
 */
function takeOver(ctx: Context, c: Connection): Connection {
  c.established = true
  c.serverClosed = false
  sendToServer(ctx, c, ACK)
  clientWaits(ctx, c, SMTP_TIMEOUT.greeting)
  return c
}

function newConnection(
  ctx: Context,
  attempt: Attempt,
  server: number,
  plan: SenderPlan,
): Connection {
  const { world } = ctx
  const slot = world.freeConnections.pop() ?? world.connections.length
  const connection: Connection = {
    slot,
    serial: world.connectionCount++,
    client: attempt.host,
    server,
    clientAddress: addressOf(hostAt(ctx, attempt.host)),
    attempt: attempt.slot,
    message: attempt.message,
    port: portFor(attempt.aim),
    hops: attempt.hops,
    toServer: emptyLane(),
    toClient: emptyLane(),
    inFlight: 0,
    lastToServer: 0,
    lastToClient: 0,
    clientClosed: false,
    serverClosed: true,
    breaks: false,
    notes: null,
    cut: false,
    established: false,
    clientToken: 0,
    serverToken: 0,
    plan,
    sender: newSender(plan),
    receiver: newReceiver(),
  }
  world.connections[slot] = connection
  return connection
}

/** One-way delay of this connection's link. */
export function delayOf(ctx: Context, c: Connection): Millis {
  return c.server < 0 ? NOWHERE_MS : delayBetween(ctx.setting.links, c.client, c.server)
}

/** Whether what is sent now leaves: the sender is there, and its line is up. */
function leaves(ctx: Context, from: number, to: number): boolean {
  const sender = hostAt(ctx, from)
  if (!isReachable(sender)) return false
  return to < 0 ? sender.line.state === 'up' : areConnected(sender, hostAt(ctx, to))
}

/** Whether what arrives now is taken: the host is there, and so is the way to it. */
export function reaches(ctx: Context, from: number, to: number): boolean {
  const receiver = hostAt(ctx, to)
  return isReachable(receiver) && areConnected(hostAt(ctx, from), receiver)
}

/** @returns how long the segment is under way */
export function sendToServer(ctx: Context, c: Connection, segment: Segment): Millis {
  const delay = delayOf(ctx, c)
  if (!leaves(ctx, c.client, c.server)) return delay
  const span = spanOf(ctx, c, segment, c.client, c.server, delay)
  const arrival = Math.max(ctx.kernel.now + span, c.lastToServer)
  c.lastToServer = arrival
  putIn(c.toServer, segment)
  c.inFlight++
  ctx.kernel.at(arrival, EVENT.toServer, c.slot)
  return span
}

/**
 * @param extra time the server takes before the segment leaves
 * @returns how long the segment is under way, without `extra`
 */
export function sendToClient(
  ctx: Context,
  c: Connection,
  segment: Segment,
  extra: Millis = 0,
): Millis {
  const delay = delayOf(ctx, c)
  if (c.server < 0 || !leaves(ctx, c.server, c.client)) return delay
  const span = spanOf(ctx, c, segment, c.server, c.client, delay)
  const arrival = Math.max(ctx.kernel.now + extra + span, c.lastToClient)
  c.lastToClient = arrival
  putIn(c.toClient, segment)
  c.inFlight++
  ctx.kernel.at(arrival, EVENT.toClient, c.slot)
  return span
}

/**
 * The client begins to wait for the server; its earlier wait is over.
 * @param sending for how long what it has sent is under way: only then the wait begins
 */
export function clientWaits(ctx: Context, c: Connection, length: Millis, sending = 0): void {
  c.clientToken = ++ctx.world.tokenCount
  ctx.timeouts.wait(length + sending, c.slot << 1, c.clientToken)
}

/** The server begins to wait for the client; its earlier wait is over. */
export function serverWaits(ctx: Context, c: Connection, length: Millis, receiving = 0): void {
  c.serverToken = ++ctx.world.tokenCount
  ctx.timeouts.wait(length + receiving, (c.slot << 1) | 1, c.serverToken)
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
  hostAt(ctx, c.client).line.quietSince = ctx.kernel.now
  if (c.server >= 0) hostAt(ctx, c.server).line.quietSince = ctx.kernel.now
}
