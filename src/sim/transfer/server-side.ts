/**
 * The server's end of a session: segments reach the receiver table, replies go back.
 */
import { assert, present } from '../assert.ts'
import { KIND } from '../facts/fact.ts'
import { writeReply } from '../facts/write.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { Reply } from '../mail/reply.ts'
import type { Command } from '../mail/smtp/command-record.ts'
import {
  greet,
  hangUp,
  isSlow,
  receive,
  type ReceiverSite,
  type ReceiverState,
} from '../mail/smtp/receiver.ts'
import type { Host } from '../network/host.ts'
import { seconds, type Millis } from '../units.ts'
import type { ServerSide, Stage } from './agent.ts'
import { ACCEPT, FIN, REFUSE, replySegment, type Connection, type Segment } from './connection.ts'
import { agentOf, hostAt, nameIndexOf, type Context } from './context.ts'
import { takeFrom } from './lane.ts'
import {
  closeServer,
  reaches,
  release,
  sendToClient,
  SERVER_IDLE_TIMEOUT,
  serverWaits,
} from './transport.ts'

/** smtpd_error_sleep_time: how late each reply comes to a client with too many errors. */
const ERROR_SLEEP: Millis = seconds(1)

/** A segment has arrived at the server's end. */
export function arriveAtServer(ctx: Context, c: Connection): void {
  c.inFlight--
  const segment = takeFrom(c.toServer)
  if (c.server < 0 || !reaches(ctx, c.client, c.server)) return release(ctx, c)
  const host = hostAt(ctx, c.server)
  if (segment.type === 'syn') return answerSyn(ctx, c, host)
  if (c.serverClosed) return release(ctx, c)
  switch (segment.type) {
    case 'ack':
      return welcome(ctx, c, host)
    case 'commands':
      return c.cut ? release(ctx, c) : serve(ctx, c, host, segment)
    case 'fin':
      return closeServer(ctx, c)
    default:
      assert(false, `a server got ${segment.type}`)
  }
}

/** RFC 9293 §3.10.7.1: a reset answers where nothing listens. */
function answerSyn(ctx: Context, c: Connection, host: Host): void {
  if (host.power === 'refused' || !agentOf(ctx, host).ports.includes(c.port)) {
    sendToClient(ctx, c, REFUSE)
    return
  }
  c.serverClosed = false
  const span = sendToClient(ctx, c, ACCEPT)
  ctx.chronicle.facts.add(ctx.kernel.now, KIND.accept, c.serial, span, 0, 0)
  serverWaits(ctx, c, SERVER_IDLE_TIMEOUT)
}

function welcome(ctx: Context, c: Connection, host: Host): void {
  const side = sideOf(ctx, host)
  // RFC 5321 §3.1: who will not serve says so instead of the greeting.
  const greeting = greet(c.receiver, side.config(host, c.port), new Site(ctx, side, host, c))
  say(ctx, c, [greeting], { late: thinking(c), answered: NOTHING })
}

function serve(ctx: Context, c: Connection, host: Host, segment: Segment): void {
  const side = sideOf(ctx, host)
  if (side.dropsAt(host, segment.commands[0]?.verb ?? 'NOOP')) return closeServer(ctx, c)
  const config = side.config(host, c.port)
  const site = new Site(ctx, side, host, c)
  let late = 0
  const replies = segment.commands.map((one) => {
    if (isSlow(c.receiver, config)) late += ERROR_SLEEP
    return receive(c.receiver, one, config, site)
  })
  late += thinking(c)
  // Behind a 421 nobody is there to answer (RFC 5321 §3.8).
  const last = replies.findIndex((one) => one.spec.code === 421)
  const answered = segment.commands
  say(ctx, c, last < 0 ? replies : replies.slice(0, last + 1), { late, answered })
  if (replies.at(-1)?.spec === R.atrnReversing) side.turned(ctx, host, c)
}

/** How long its questions to the DNS keep the replies. */
function thinking(c: Connection): Millis {
  const owes = c.notes?.owes ?? 0
  if (c.notes !== null) c.notes.owes = 0
  return owes
}

interface Spoken {
  readonly late: Millis
  /** The commands that the replies answer, in order. */
  readonly answered: readonly Command[]
}
const NOTHING: readonly Command[] = []
const AT_ONCE: Spoken = { late: 0, answered: NOTHING }

/** Sends replies; after a closing one the server hangs up. */
function say(
  ctx: Context,
  c: Connection,
  replies: readonly Reply[],
  { late, answered }: Spoken = AT_ONCE,
): void {
  const { facts } = ctx.chronicle
  const way = c.breaks ? loseOnTheWay(ctx, c) : sendToClient(ctx, c, replySegment(replies), late)
  const span = late + way
  for (const [i, { spec, about, detail }] of replies.entries()) {
    const isOwn = about === '' || about === answered[i]?.text
    const named = isOwn ? -1 : nameIndexOf(ctx.chronicle, about)
    writeReply(facts, ctx.kernel.now, c.serial, spec.index, span, detail, named)
  }
  if (c.receiver.phase !== 'closed' && !c.breaks) return serverWaits(ctx, c, SERVER_IDLE_TIMEOUT, 0)
  c.serverClosed = true
  c.serverToken = 0
}

/** The line breaks with the replies on it: what arrives is that nobody is there any more. */
function loseOnTheWay(ctx: Context, c: Connection): Millis {
  return sendToClient(ctx, c, FIN)
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

  #objection(stage: Stage, about: string): Reply | null {
    return this.#side.objection(this.#ctx, this.#host, this.#session, stage, about)
  }

  greeting(): Reply | null {
    return this.#objection('greeting', '')
  }

  hello(_state: ReceiverState, name: string): Reply | null {
    return this.#objection('hello', name)
  }

  sender(_state: ReceiverState, path: string): Reply | null {
    return this.#objection('mail', path)
  }

  recipient(_state: ReceiverState, path: string): Reply | null {
    const trouble = this.#objection('rcpt', path)
    return trouble ?? this.#side.recipient(this.#ctx, this.#host, this.#session, path)
  }

  data(): Reply | null {
    return this.#objection('data', '')
  }

  content(state: ReceiverState): Reply {
    const trouble = this.#objection('content', '')
    return trouble ?? this.#side.content(this.#ctx, this.#host, this.#session, state)
  }

  turn(_state: ReceiverState, verb: 'ETRN' | 'ATRN', domains: readonly string[]): Reply {
    return this.#side.turn(this.#ctx, this.#host, this.#session, { verb, domains })
  }

  login(user: string): boolean {
    return this.#side.login(this.#ctx, this.#host, user)
  }
}
