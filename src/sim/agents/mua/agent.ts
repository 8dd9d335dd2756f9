/**
 * A mail program on a person's laptop (RFC 5598 §4.2.1: MUA). It hands its mail to the submission
 * server (*relayed*), or does itself what a relay would do for it (*direct*).
 *
 * What it does after a failure is an option, since that is what the lesson is about: nothing
 * (`never`), try again every minute while the laptop is awake (`outbox`), wait for Alice to press
 * Send again (`alice`), or keep the retry law of a real mail server (`postfix` and others). With a
 * law, always on and at one address it is a mail server, but for the mailbox that a report needs.
 */
import { LAW_IDS, type LawId } from '../../mail/retry/law.ts'
import type { Attempt, RecipientOutcome } from '../../transfer/attempt.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { flushAll, forgetTrouble } from '../../transfer/flush.ts'
import { endMessage, isEnded, reopenMessage, tellUser } from '../../transfer/ledger.ts'
import { NETWORK_CODE } from '../../facts/write.ts'
import { KIND } from '../../facts/fact.ts'
import {
  attemptOfQueueEnded,
  enqueue,
  newQueue,
  passAll,
  runDue,
  runOverdue,
  type Queue,
  type QueueEntry,
  type QueueOwner,
  type Station,
} from '../../transfer/queue.ts'
import type { QueueOptions } from '../../transfer/queue-options.ts'
import { nextByLaw } from '../../transfer/retry.ts'
import { isRunning, type Host } from '../../network/host.ts'
import { days, minutes, type Instant } from '../../units.ts'
import { configOf, stateOf } from '../config.ts'
import { MUA_OPTIONS, type MuaConfig } from './options.ts'

interface MuaState {
  readonly outbox: Queue
  /** Messages that the program gave up, newest last, with the recipients that were not reached. */
  readonly givenUp: { message: number; recipients: number[] }[]
}

/** How long Alice waits before she presses Send again, and how often she does. */
const ALICE_WAITS = minutes(5)
const ALICE_TRIES = 3

/** A program on a laptop sends as a mail server would; only its patience is a choice of its own. */
const AS_A_SERVER = {
  bounceLifetimeMs: days(5),
  delayWarningMs: 0,
  concurrencyInitial: 5,
  concurrencyLimit: 20,
  processLimit: 100,
  recipientLimit: 50,
} as const

const isLaw = (retry: MuaConfig['retry']): retry is LawId =>
  (LAW_IDS as readonly string[]).includes(retry)

const owner: QueueOwner = {
  options(host): QueueOptions {
    const config = configOf<MuaConfig>(host)
    const queueLaw = isLaw(config.retry) ? config.retry : 'postfix'
    // Asked at every turn of a queue: written out, since spreading an object took a quarter of a run.
    return {
      bounceLifetimeMs: AS_A_SERVER.bounceLifetimeMs,
      delayWarningMs: AS_A_SERVER.delayWarningMs,
      concurrencyInitial: AS_A_SERVER.concurrencyInitial,
      concurrencyLimit: AS_A_SERVER.concurrencyLimit,
      processLimit: AS_A_SERVER.processLimit,
      recipientLimit: AS_A_SERVER.recipientLimit,
      queueLaw,
      queueRunDelayMs: config.queueRunDelayMs,
      minBackoffMs: config.minBackoffMs,
      maxBackoffMs: config.maxBackoffMs,
      queueRunnerMs: config.queueRunnerMs,
      fixedRetryMs: config.fixedRetryMs,
      lifetimeMs: config.lifetimeMs,
    }
  },
  submits: (host) => configOf<MuaConfig>(host).road === 'relayed',
  holds: () => false,
  sendsBack: () => false,
  deliverHere: () => null,
  nextTry,
  postponed: ignore,
  gaveUp,
}

const stationOf = (ctx: Context, host: Host): Station => ({
  ctx,
  host,
  queue: stateOf<MuaState>(host).outbox,
  owner,
})

function nextTry(ctx: Context, host: Host, queue: Queue, entry: QueueEntry): Instant | null {
  const { now } = ctx.kernel
  const { retry, outboxRetryMs } = configOf<MuaConfig>(host)
  switch (retry) {
    case 'never':
      return null
    case 'outbox':
      return now + outboxRetryMs
    case 'alice':
      return entry.tries < ALICE_TRIES ? now + ALICE_WAITS : null
    default:
      return nextByLaw({ ctx, host, queue, owner }, entry)
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
  const { givenUp } = stateOf<MuaState>(host)
  // Who presses the button wants it tried.
  forgetTrouble(stationOf(ctx, host))
  passAll(stationOf(ctx, host), () => true)
  const last = givenUp.pop()
  if (last === undefined) return
  const { message, recipients } = last
  const { facts } = ctx.chronicle
  for (const recipient of recipients) {
    facts.add(ctx.kernel.now, KIND.press, host.index, message, recipient, 0)
    reopenMessage(ctx, message, recipient)
  }
  const open = recipients.filter((recipient) => !isEnded(ctx, message, recipient))
  if (open.length > 0) enqueue(stationOf(ctx, host), { message, recipients: open, hops: 0 })
}

/** A laptop that wakes sends what waits: an outbox everything, the others what is overdue. */
function cameBack(ctx: Context, host: Host): void {
  runOverdue(stationOf(ctx, host))
  if (configOf<MuaConfig>(host).retry === 'outbox') passAll(stationOf(ctx, host), () => true)
}

/**
 * A laptop that is carried about has another address with each try: the next one, so that it never
 * comes back to one before it has had them all. Simplified: counted for each letter by itself.
 */
function dialsFrom(_ctx: Context, host: Host, { tag }: Attempt): number {
  const { moves, sameAddress } = configOf<MuaConfig>(host)
  if (moves === 'when-it-sleeps' || sameAddress) return host.address
  const { tries = 1 } = stateOf<MuaState>(host).outbox.entries.get(tag) ?? {}
  return (host.address + tries - 1) % host.addresses.length
}

export const mua: AgentKind = {
  kind: 'mua',
  title: 'Mail program',
  options: MUA_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [],
  server: null,
  dialsFrom,
  create: (): MuaState => ({ outbox: newQueue(), givenUp: [] }),
  started: ignore,
  originate(ctx, host, message) {
    const recipients = messageAt(ctx, message).recipients.map((_, i) => i)
    enqueue(stationOf(ctx, host), { message, recipients, hops: 0 })
  },
  timer: (ctx, host) => runDue(stationOf(ctx, host)),
  attemptEnded: (ctx, host, attempt) => attemptOfQueueEnded(stationOf(ctx, host), attempt),
  cameBack,
  flush: (ctx, host, by) => flushAll(stationOf(ctx, host), by),
  sendAgain,
}
