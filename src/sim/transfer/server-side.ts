/**
 * The server's end of a session: segments reach the receiver table, replies go back.
 */
import { assert, present } from '../assert.ts'
import { KIND } from '../facts/fact.ts'
import { writeReply } from '../facts/codec.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { Reply } from '../mail/reply.ts'
import {
  greet,
  hangUp,
  isSlow,
  receive,
  type ReceiverSite,
  type ReceiverState,
} from '../mail/smtp/receiver.ts'
import type { Host } from '../network/host.ts'
import { isReachable } from '../network/host.ts'
import { minutes, seconds, type Millis } from '../units.ts'
import type { ServerSide } from './agent.ts'
import { ACCEPT, REFUSE, replySegment, type Connection, type Segment } from './connection.ts'
import { agentOf, hostAt, type Context } from './context.ts'
import { takeFrom } from './lane.ts'
import { closeServer, delayOf, release, sendToClient, serverWaits } from './transport.ts'

/** How long a server waits for the next command (RFC 5321 §4.5.3.2.7; smtpd_timeout). */
const IDLE_TIMEOUT: Millis = minutes(5)
/** smtpd_error_sleep_time: how late each reply comes to a client with too many errors. */
const ERROR_SLEEP: Millis = seconds(1)
/** The TCP ports of submission and relay (RFC 6409 §3.1, RFC 5321 §4.5.4.2). */
const SUBMISSION_PORT = 587
const SMTP_PORT = 25

/** A segment has arrived at the server's end. */
export function arriveAtServer(ctx: Context, c: Connection): void {
  c.inFlight--
  const segment = takeFrom(c.toServer)
  const host = c.server < 0 ? null : hostAt(ctx, c.server)
  if (host === null || !isReachable(host)) return release(ctx, c)
  if (segment.type === 'syn') return answerSyn(ctx, c, host)
  if (c.serverClosed) return release(ctx, c)
  switch (segment.type) {
    case 'ack':
      return say(ctx, c, [greet(sideOf(ctx, host).config(host, c.submission))])
    case 'commands':
      return serve(ctx, c, host, segment)
    case 'fin':
      return closeServer(ctx, c)
    default:
      assert(false, `a server got ${segment.type}`)
  }
}

/** RFC 9293 §3.10.7.1: a reset answers where nothing listens. */
function answerSyn(ctx: Context, c: Connection, host: Host): void {
  const port = c.submission ? SUBMISSION_PORT : SMTP_PORT
  if (host.power === 'refused' || !agentOf(ctx, host).ports.includes(port)) {
    sendToClient(ctx, c, REFUSE)
    return
  }
  c.serverClosed = false
  ctx.chronicle.facts.add(ctx.kernel.now, KIND.accept, c.serial, delayOf(ctx, c), 0, 0)
  sendToClient(ctx, c, ACCEPT)
  serverWaits(ctx, c, IDLE_TIMEOUT)
}

function serve(ctx: Context, c: Connection, host: Host, segment: Segment): void {
  const side = sideOf(ctx, host)
  const config = side.config(host, c.submission)
  const site = new Site(ctx, side, host, c)
  let late = 0
  const replies = segment.commands.map((one) => {
    if (isSlow(c.receiver, config)) late += ERROR_SLEEP
    return receive(c.receiver, one, config, site)
  })
  // Behind a 421 nobody is there to answer (RFC 5321 §3.8).
  const last = replies.findIndex((one) => one.spec.code === 421)
  say(ctx, c, last < 0 ? replies : replies.slice(0, last + 1), late)
}

/** Sends replies; after a closing one the server hangs up. */
function say(ctx: Context, c: Connection, replies: readonly Reply[], late: Millis = 0): void {
  const { facts } = ctx.chronicle
  const span = late + delayOf(ctx, c)
  for (const r of replies) writeReply(facts, ctx.kernel.now, c.serial, r.spec.index, span, r.detail)
  sendToClient(ctx, c, replySegment(replies), late)
  if (c.receiver.phase !== 'closed') return serverWaits(ctx, c, IDLE_TIMEOUT)
  c.serverClosed = true
  c.serverToken = 0
}

/** The client has been silent for too long. */
export function idleTooLong(ctx: Context, c: Connection): void {
  say(ctx, c, [hangUp(c.receiver, R.timeoutExceeded)])
  release(ctx, c)
}

function sideOf(ctx: Context, host: Host): ServerSide {
  return present(agentOf(ctx, host).server, 'server on', host.id)
}

/** The decisions of a site, bound to the session whose segment is being served. */
class Site implements ReceiverSite {
  readonly #ctx: Context
  readonly #side: ServerSide
  readonly #host: Host
  readonly #session: Connection

  constructor(ctx: Context, side: ServerSide, host: Host, session: Connection) {
    this.#ctx = ctx
    this.#side = side
    this.#host = host
    this.#session = session
  }

  sender(): Reply | null {
    return null
  }

  recipient(_state: ReceiverState, path: string): Reply | null {
    return this.#side.recipient(this.#ctx, this.#host, this.#session, path)
  }

  content(state: ReceiverState): Reply {
    return this.#side.content(this.#ctx, this.#host, this.#session, state)
  }

  login(user: string): boolean {
    return this.#side.login(this.#ctx, this.#host, user)
  }
}
