/**
 * Attempts: ask the DNS, dial the hosts in turn, and tell the agent what came of it.
 *
 * As in Postfix's client (its smtp_mx_address_limit and smtp_mx_session_limit), one attempt tries
 * up to five addresses and holds up to two sessions; recipients that one server deferred are
 * offered to the next one at once. Simplified: within one attempt there is one session at a time.
 */
import { assert, present } from '../assert.ts'
import { KIND, NETWORK_RESULTS, type ConnectionEnd, type NetworkResult } from '../facts/fact.ts'
import { NETWORK_CODE, writeResult } from '../facts/codec.ts'
import { recipientResult, type RecipientResult, type SenderPlan } from '../mail/smtp/sender.ts'
import { isRunning, type Host } from '../network/host.ts'
import type { Attempt, RecipientOutcome } from './attempt.ts'
import type { Connection } from './connection.ts'
import { agentOf, hostAt, messageAt, type Context } from './context.ts'
import { EVENT } from './events.ts'
import { findRoute } from './routing.ts'
import { dial } from './transport.ts'

/** smtp_mx_session_limit: sessions per attempt that get as far as a greeting. */
const SESSIONS_MAX = 2

/** The password of every account: nothing here is about guessing it. */
const SECRET = 'correct horse'

export const networkCode = (result: NetworkResult): number =>
  NETWORK_CODE + NETWORK_RESULTS.findIndex((r) => r.name === result)

/**
 * Begins an attempt for some recipients of a message, all of one domain unless `submission`.
 * The agent's `attemptEnded` is called later, never before this function returns.
 */
export function beginAttempt(
  ctx: Context,
  host: Host,
  message: number,
  to: { recipients: readonly number[]; domain: string; submission: boolean; tag: number },
): void {
  const { world, chronicle, kernel } = ctx
  const slot = world.freeAttempts.pop() ?? world.attempts.length
  const outcomes = to.recipients.map((recipient): RecipientOutcome => ({
    recipient,
    code: 0,
    class: 4,
    detail: 0,
    connection: -1,
  }))
  const attempt: Attempt = {
    slot,
    serial: world.attemptCount++,
    host: host.index,
    message,
    submission: to.submission,
    domain: to.domain,
    tag: to.tag,
    startedAt: kernel.now,
    outcomes,
    open: outcomes.map((_, i) => i),
    exchanges: [],
    nextExchange: 0,
    sessions: 0,
    answered: false,
    over: false,
    routeCode: 0,
  }
  world.attempts[slot] = attempt
  const kind = to.submission ? 1 : 0
  chronicle.facts.add(kernel.now, KIND.attempt, attempt.serial, message, host.index, kind)
  const { routing, cost } = findRoute(ctx, host, attempt)
  if (routing.kind === 'hosts') attempt.exchanges = routing.hosts
  else attempt.routeCode = networkCode(routing.result)
  kernel.after(cost, EVENT.routed, slot)
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

function planFor(ctx: Context, attempt: Attempt): SenderPlan {
  const host = hostAt(ctx, attempt.host)
  const message = messageAt(ctx, attempt.message)
  const { manners } = agentOf(ctx, host)
  const paths = attempt.open.map((i) =>
    present(message.recipients[outcomeAt(attempt, i).recipient], 'recipient'),
  )
  return {
    heloName: host.name,
    reversePath: message.reversePath,
    recipients: paths,
    octets: message.octets,
    submission: attempt.submission,
    user: attempt.submission ? host.account : '',
    secret: attempt.submission ? SECRET : '',
    usesEhlo: manners.usesEhlo,
    pipelines: manners.pipelines,
    quits: manners.quits,
  }
}

/** A session has told for every recipient it was about what became of it. */
export function sessionDecided(ctx: Context, slot: number, c: Connection): void {
  const attempt = present(ctx.world.attempts[slot], 'attempt of a session')
  attempt.sessions++
  const open: number[] = []
  for (let i = 0; i < attempt.open.length; i++) {
    const position = attempt.open[i]!
    const one = outcomeAt(attempt, position)
    const result = recipientResult(c.sender, i)
    const decided = present(result.reply, 'deciding reply')
    one.code = decided.spec.index
    one.class = result.fate === 'delivered' ? 2 : isFinal(attempt, result) ? 5 : 4
    one.detail = result.delivered ? decided.detail : 0
    one.connection = c.serial
    if (result.triesNextHost && one.class === 4) open.push(position)
  }
  proceed(ctx, attempt, open)
}

/** A connection ended before a session could decide. */
export function sessionFailed(ctx: Context, slot: number, c: Connection, end: ConnectionEnd): void {
  const attempt = present(ctx.world.attempts[slot], 'attempt of a session')
  assert(end !== 'quit' && end !== 'idle timeout', `a session that failed by ${end}`)
  if (c.established) attempt.sessions++
  const open: number[] = []
  for (let i = 0; i < attempt.open.length; i++) {
    const position = attempt.open[i]!
    const one = outcomeAt(attempt, position)
    // A recipient that was refused by name before the line broke keeps its refusal.
    const result = recipientResult(c.sender, i)
    const byName = result.step === 'rcpt' && result.reply !== null && result.reply.spec.code >= 400
    one.code = byName && result.reply !== null ? result.reply.spec.index : networkCode(end)
    one.class = byName && result.fate === 'failed' ? 5 : 4
    one.connection = c.serial
    if (one.class === 4) open.push(position)
  }
  proceed(ctx, attempt, open)
}

/**
 * A relay tries again after a refused password, which may be put right (smtp_sasl_auth_soft_bounce);
 * a mail program shows it to its user at once.
 */
function isFinal(attempt: Attempt, { fate, step, reply }: RecipientResult): boolean {
  if (fate === 'failed') return true
  return attempt.submission && step === 'auth' && reply !== null && reply.spec.code >= 500
}

function outcomeAt(attempt: Attempt, position: number): RecipientOutcome {
  return present(attempt.outcomes[position], 'outcome of an open recipient')
}

function proceed(ctx: Context, attempt: Attempt, open: number[]): void {
  const more = attempt.nextExchange < attempt.exchanges.length && attempt.sessions < SESSIONS_MAX
  attempt.open = open
  if (open.length > 0 && more && isRunning(hostAt(ctx, attempt.host))) dialNext(ctx, attempt)
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
