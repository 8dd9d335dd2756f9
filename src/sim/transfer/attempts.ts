/**
 * Attempts: ask the DNS, dial the hosts in turn, and tell the agent what came of it.
 *
 * As in Postfix's client (its smtp_mx_address_limit and smtp_mx_session_limit), one attempt tries
 * up to five addresses and holds up to two sessions; recipients that one server deferred are
 * offered to the next one at once. Simplified: within one attempt there is one session at a time.
 */
import { assert, present } from '../assert.ts'
import { AIMS, KIND, NETWORK_RESULTS, type ConnectionEnd } from '../facts/fact.ts'
import { NETWORK_CODE, networkCode, writeResult } from '../facts/write.ts'
import type { MessageRecord } from '../facts/message.ts'
import { recipientResult, type RecipientResult, type SenderPlan } from '../mail/smtp/sender.ts'
import type { SenderStep } from '../mail/smtp/sender-state.ts'
import type { Millis } from '../units.ts'
import { isOnline, type Host } from '../network/host.ts'
import { openOutcome, type Attempt, type Delivery, type RecipientOutcome } from './attempt.ts'
import type { Connection } from './connection.ts'
import { agentOf, hostAt, messageAt, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { findRoute, routeBack } from './routing.ts'
import { dial } from './transport.ts'

/** smtp_mx_session_limit: sessions per attempt that get as far as MAIL (smtp_connect.c). */
const SESSIONS_MAX = 2

/** The password of every account: nothing here is about guessing it. */
const SECRET = 'correct horse'

const NOT_YET = networkCode('retry time not reached')

/** Begins an attempt for some recipients of a message, all of one domain unless it is a submission. */
export function beginAttempt(ctx: Context, host: Host, message: number, to: Delivery): void {
  const attempt = newAttempt(ctx, host, message, to)
  const { routing, cost } =
    to.turnedBy === '' ? findRoute(ctx, host, attempt, to) : routeBack(to.turnedBy)
  if (routing.kind === 'none') attempt.routeCode = networkCode(routing.result)
  else {
    const { shuns } = to
    attempt.routed = routing.hosts
    attempt.exchanges =
      shuns === null ? routing.hosts : routing.hosts.filter(({ address }) => !shuns(address))
    if (to.firstOnly) attempt.exchanges = attempt.exchanges.slice(0, 1)
    if (attempt.exchanges.length === 0) attempt.routeCode = NOT_YET
  }
  ctx.kernel.after(cost, EVENT.routed, attempt.slot)
}

/** Asks a host for what it keeps for this one: ETRN or ATRN, no message of our own. */
export function beginFetch(ctx: Context, host: Host, domain: string, from: FetchFrom): void {
  const aim = from.verb === 'ATRN' ? 'odmr' : 'fetch'
  const attempt = newAttempt(ctx, host, -1, { ...NOTHING, domain, aim })
  attempt.exchanges = [{ name: from.name, address: from.address, preference: 0 }]
  ctx.kernel.after(from.cost, EVENT.routed, attempt.slot)
}

export interface FetchFrom {
  readonly verb: 'ETRN' | 'ATRN'
  readonly name: string
  readonly address: string
  /** Time that the DNS took. */
  readonly cost: Millis
}

const NOTHING: Delivery = {
  recipients: [],
  domain: '',
  aim: 'transfer',
  tag: 0,
  hops: 0,
  shuns: null,
  turnedBy: '',
  firstOnly: false,
  sendsBack: false,
}

function newAttempt(ctx: Context, host: Host, message: number, to: Delivery): Attempt {
  const { world, chronicle, kernel } = ctx
  const slot = world.freeAttempts.pop() ?? world.attempts.length
  const outcomes = to.recipients.map(openOutcome)
  const attempt: Attempt = {
    slot,
    serial: world.attemptCount++,
    host: host.index,
    message,
    aim: to.aim,
    domain: to.domain,
    tag: to.tag,
    hops: to.hops,
    startedAt: kernel.now,
    outcomes,
    open: outcomes.map((_, i) => i),
    routed: [],
    exchanges: [],
    nextExchange: 0,
    sessions: 0,
    completed: false,
    failed: [],
    answered: false,
    over: false,
    routeCode: 0,
  }
  world.attempts[slot] = attempt
  const aim = AIMS.indexOf(to.aim)
  chronicle.facts.add(kernel.now, KIND.attempt, attempt.serial, message, host.index, aim)
  return attempt
}

/** The answers of the DNS are there. */
export function routed(ctx: Context, slot: number): void {
  const attempt = present(ctx.world.attempts[slot], 'attempt that asked the DNS')
  attempt.answered = true
  // Its host fell asleep meanwhile: only the slot was still waiting.
  if (attempt.over) return release(ctx, attempt)
  if (attempt.routeCode === 0) return dialNext(ctx, attempt)
  const permanent = present(NETWORK_RESULTS[attempt.routeCode - NETWORK_CODE], 'result').status
  for (const one of attempt.outcomes) {
    one.code = attempt.routeCode
    one.class = permanent.startsWith('5') ? 5 : 4
  }
  finish(ctx, attempt)
}

function dialNext(ctx: Context, attempt: Attempt): void {
  const exchange = attempt.exchanges[attempt.nextExchange++]
  assert(exchange !== undefined, 'no exchange left to dial')
  dial(ctx, attempt, exchange.address, planFor(ctx, attempt))
}

/** Field by field: a spread makes objects that take more room and time, and there are many. */
function planFor(ctx: Context, attempt: Attempt): SenderPlan {
  const host = hostAt(ctx, attempt.host)
  const agent = agentOf(ctx, host)
  const manners = agent.mannersOf?.(host, attempt) ?? agent.manners
  const isFetch = attempt.message < 0
  const submission = attempt.aim === 'submission'
  const turns = attempt.aim === 'odmr'
  const message = isFetch ? null : messageAt(ctx, attempt.message)
  return {
    heloName: host.name,
    reversePath: message?.reversePath ?? '',
    recipients: message === null ? NOBODY : openPaths(attempt, message),
    octets: message?.octets ?? 0,
    submission,
    user: submission ? host.account : turns ? attempt.domain : '',
    secret: submission || turns ? SECRET : '',
    usesEhlo: manners.usesEhlo,
    pipelines: manners.pipelines,
    quits: manners.quits,
    asks: isFetch ? { verb: turns ? 'ATRN' : 'ETRN', domain: attempt.domain } : null,
  }
}

const NOBODY: readonly string[] = []

function openPaths(attempt: Attempt, { recipients }: MessageRecord): string[] {
  return attempt.open.map((i) => present(recipients[outcomeAt(attempt, i).recipient], 'recipient'))
}

/** A session has told for every recipient it was about what became of it. */
export function sessionDecided(ctx: Context, slot: number, c: Connection): void {
  const attempt = present(ctx.world.attempts[slot], 'attempt of a session')
  const open: number[] = []
  for (let i = 0; i < attempt.open.length; i++) {
    const position = attempt.open[i]!
    const one = outcomeAt(attempt, position)
    const result = recipientResult(c.sender, i)
    const decided = present(result.reply, 'deciding reply')
    one.code = decided.spec.index
    one.class = result.fate === 'delivered' ? 2 : isFinal(attempt, result) ? 5 : 4
    one.soft = one.class === 4 && decided.spec.code >= 500
    one.handshake = one.class === 4 && result.step !== null && HANDSHAKE.includes(result.step)
    one.detail = result.delivered ? decided.detail : 0
    one.connection = c.serial
    if (result.triesNextHost && one.class === 4) open.push(position)
  }
  if (attempt.outcomes.some((one) => one.handshake && one.connection === c.serial))
    noteFailed(attempt)
  else {
    attempt.sessions++
    attempt.completed = true
  }
  proceed(ctx, attempt, open)
}

/** With the address that was dialled last no session came about. */
function noteFailed(attempt: Attempt): void {
  const { address } = present(attempt.exchanges[attempt.nextExchange - 1], 'dialled exchange')
  if (!attempt.failed.includes(address)) attempt.failed.push(address)
}

/** Steps before MAIL: who fails there has trouble with the site, and not with the message. */
const HANDSHAKE: readonly SenderStep[] = [
  'greeting',
  'ehlo',
  'helo',
  'starttls',
  'tls',
  'ehlo-again',
  'auth',
]

/** A connection ended before a session could decide. */
export function sessionFailed(ctx: Context, slot: number, c: Connection, end: ConnectionEnd): void {
  const attempt = present(ctx.world.attempts[slot], 'attempt of a session')
  assert(end !== 'quit' && end !== 'idle timeout', `a session that failed by ${end}`)
  const { decidedAt } = c.sender
  if (c.established && decidedAt !== null && !HANDSHAKE.includes(decidedAt)) attempt.sessions++
  const open: number[] = []
  for (let i = 0; i < attempt.open.length; i++) {
    const position = attempt.open[i]!
    const one = outcomeAt(attempt, position)
    // A recipient that was refused by name before the line broke keeps its refusal.
    const result = recipientResult(c.sender, i)
    const byName = result.step === 'rcpt' && result.reply !== null && result.reply.spec.code >= 400
    one.code = byName && result.reply !== null ? result.reply.spec.index : networkCode(end)
    one.class = byName && result.fate === 'failed' ? 5 : 4
    one.soft = false
    one.handshake = !byName
    one.detail = 0
    one.connection = c.serial
    if (one.class === 4) open.push(position)
  }
  noteFailed(attempt)
  proceed(ctx, attempt, open)
}

/**
 * A relay tries again after a refused password, which may be put right (smtp_sasl_auth_soft_bounce);
 * a mail program shows it to its user at once.
 */
function isFinal(attempt: Attempt, { fate, step, reply }: RecipientResult): boolean {
  if (fate === 'failed') return true
  return attempt.aim === 'submission' && step === 'auth' && reply !== null && reply.spec.code >= 500
}

function outcomeAt(attempt: Attempt, position: number): RecipientOutcome {
  return present(attempt.outcomes[position], 'outcome of an open recipient')
}

function proceed(ctx: Context, attempt: Attempt, open: number[]): void {
  const more = attempt.nextExchange < attempt.exchanges.length && attempt.sessions < SESSIONS_MAX
  attempt.open = open
  const host = hostAt(ctx, attempt.host)
  if (open.length > 0 && more && isOnline(host)) dialNext(ctx, attempt)
  else finish(ctx, attempt)
}

function release(ctx: Context, attempt: Attempt): void {
  ctx.world.attempts[attempt.slot] = null
  ctx.world.freeAttempts.push(attempt.slot)
}

function finish(ctx: Context, attempt: Attempt): void {
  const { chronicle, kernel } = ctx
  for (const one of attempt.outcomes) writeResult(chronicle.facts, kernel.now, attempt.serial, one)
  attempt.over = true
  if (attempt.answered) release(ctx, attempt)
  const host = hostAt(ctx, attempt.host)
  host.line.quietSince = kernel.now
  agentOf(ctx, host).attemptEnded(ctx, host, attempt)
}

/** Attempts that were still asking the DNS when their host fell asleep or was switched off. */
export function dropRoutingAttempts(ctx: Context, host: number): void {
  for (const attempt of ctx.world.attempts) {
    if (attempt === null || attempt.host !== host || attempt.answered || attempt.over) continue
    for (const one of attempt.outcomes) one.code = networkCode('lost connection')
    finish(ctx, attempt)
  }
}
