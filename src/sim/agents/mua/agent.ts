/**
 * A mail program on a person's laptop (RFC 5598 §4.2.1: MUA). It hands its mail to the submission
 * server (*relayed*), or does itself what a relay would do for it (*direct*).
 *
 * What it does after a failure is an option, since that is what the lesson is about: nothing
 * (`never`), try again every minute while the laptop is awake (`outbox`), wait for Alice to press
 * Send again (`alice`), or keep Postfix's retry law (`postfix`).
 */
import { keyOf, drawBelow } from '../../engine/random.ts'
import type { RecipientOutcome } from '../../transfer/attempt.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { endMessage, isEnded, reopenMessage, tellUser } from '../../transfer/ledger.ts'
import { NETWORK_CODE } from '../../facts/codec.ts'
import { KIND } from '../../facts/fact.ts'
import {
  attemptOfQueueEnded,
  enqueue,
  flush,
  newQueue,
  runDue,
  runOverdue,
  type Queue,
  type QueueEntry,
  type QueueOwner,
} from '../../transfer/queue.ts'
import { isExpired, nextScan } from '../../transfer/retry-law.ts'
import { isRunning, type Host } from '../../network/host.ts'
import { days, minutes, seconds, type Instant } from '../../units.ts'
import { configOf, stateOf } from '../config.ts'
import { MUA_OPTIONS, type MuaConfig } from './options.ts'

interface MuaState {
  readonly outbox: Queue
  /** Messages that the program gave up, newest last, with the recipients that were not reached. */
  readonly givenUp: { message: number; recipients: number[] }[]
}

/** How often an outbox tries while the laptop is awake: a common mail program's habit. */
const OUTBOX_RETRY = seconds(60)
/** How long Alice waits before she presses Send again, and how often she does. */
const ALICE_WAITS = minutes(5)
const ALICE_TRIES = 3
/** Postfix's defaults, for a laptop that has been made to behave like a server. */
const SERVER_LAW = {
  queueRunDelayMs: seconds(300),
  minBackoffMs: seconds(300),
  maxBackoffMs: seconds(4000),
}
const SERVER_LIFETIME = days(5)
const SCAN_PHASE = keyOf('scan-phase')

const owner: QueueOwner = {
  submits: (host) => configOf<MuaConfig>(host).road === 'relayed',
  deliverHere: () => null,
  nextTry,
  gaveUp,
}

function nextTry(ctx: Context, host: Host, entry: QueueEntry): Instant | null {
  const { now } = ctx.kernel
  switch (configOf<MuaConfig>(host).retry) {
    case 'never':
      return null
    case 'outbox':
      return now + OUTBOX_RETRY
    case 'alice':
      return entry.tries < ALICE_TRIES ? now + ALICE_WAITS : null
    case 'postfix': {
      if (isExpired(now, entry.arrivedAt, SERVER_LIFETIME)) return null
      const { seed } = ctx.setting
      const period = SERVER_LAW.queueRunDelayMs
      const phase = drawBelow(seed, SCAN_PHASE, keyOf(host.id), 0, period)
      return nextScan(now, entry.arrivedAt, SERVER_LAW, phase)
    }
  }
}

/** The program shows an error: refused if a server said 5yz, otherwise that it could not be sent. */
function gaveUp(
  ctx: Context,
  host: Host,
  entry: QueueEntry,
  outcomes: readonly RecipientOutcome[],
): void {
  const recipients: number[] = []
  const { reversePath } = messageAt(ctx, entry.message)
  for (const { recipient, class: replyClass, code } of outcomes) {
    const said = replyClass === 5 && code < NETWORK_CODE
    const how = reversePath === '' ? 'discarded' : said ? 'refused' : 'lost'
    endMessage(ctx, entry.message, recipient, how)
    tellUser(ctx, host, entry.message, recipient, how)
    recipients.push(recipient)
  }
  stateOf<MuaState>(host).givenUp.push({ message: entry.message, recipients })
}

/** What was given up last is sent again; what still waits is tried now. */
function sendAgain(ctx: Context, host: Host): void {
  if (!isRunning(host)) return
  const { outbox, givenUp } = stateOf<MuaState>(host)
  flush(ctx, host, outbox, owner)
  const last = givenUp.pop()
  if (last === undefined) return
  const { message, recipients } = last
  const { facts } = ctx.chronicle
  for (const recipient of recipients) {
    facts.add(ctx.kernel.now, KIND.press, host.index, message, recipient, 0)
    reopenMessage(ctx, message, recipient)
  }
  const open = recipients.filter((recipient) => !isEnded(ctx, message, recipient))
  if (open.length > 0) enqueue(ctx, host, outbox, owner, { message, recipients: open })
}

/** A laptop that wakes sends what waits: an outbox everything, the others what is overdue. */
function cameBack(ctx: Context, host: Host): void {
  const { outbox } = stateOf<MuaState>(host)
  runOverdue(ctx, host, outbox, owner)
  if (configOf<MuaConfig>(host).retry === 'outbox') flush(ctx, host, outbox, owner)
}

export const mua: AgentKind = {
  kind: 'mua',
  title: 'Mail program',
  options: MUA_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [],
  server: null,
  create: (): MuaState => ({ outbox: newQueue(), givenUp: [] }),
  started: ignore,
  originate(ctx, host, message) {
    const { outbox } = stateOf<MuaState>(host)
    const { recipients } = messageAt(ctx, message)
    enqueue(ctx, host, outbox, owner, { message, recipients: recipients.map((_, i) => i) })
  },
  timer: (ctx, host) => runDue(ctx, host, stateOf<MuaState>(host).outbox, owner),
  attemptEnded: (ctx, host, attempt) =>
    attemptOfQueueEnded(ctx, host, stateOf<MuaState>(host).outbox, owner, attempt),
  cameBack,
  sendAgain,
}
