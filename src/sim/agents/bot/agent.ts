/**
 * A spam bot: an infected PC. By default it is of the careless kind: it dials the mail exchanger
 * itself, says HELO, sends without pipelining, hangs up without QUIT, and never comes back.
 *
 * By its options it comes back some minutes later, from the same or from another address, and then
 * gives up; or it leaves the sending to somebody else's server, with a stolen account (RFC 6409) or
 * through an open relay. What a server refuses it makes nothing of: it has other letters to send.
 */
import { NETWORK_CODE } from '../../facts/write.ts'
import { domainOf } from '../../mail/address.ts'
import { isRunning, type Host } from '../../network/host.ts'
import { ignore, type AgentKind, type ClientManners } from '../../transfer/agent.ts'
import type { Attempt, Delivery, RecipientOutcome } from '../../transfer/attempt.ts'
import { beginAttempt } from '../../transfer/attempts.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { endMessage, noteQueue } from '../../transfer/ledger.ts'
import { configOf, stateOf } from '../config.ts'
import { addressOfTry } from './addresses.ts'
import { forget, newBotState, newErrand, putOff, takeDue } from './errands.ts'
import type { BotState, Errand } from './errands.ts'
import { BOT_OPTIONS, type BotConfig } from './options.ts'

/** What every delivery of a bot has in common. */
const PLAIN = { hops: 0, shuns: null, turnedBy: '', sendsBack: false } as const

/** One transaction for each recipient; somebody else's server is handed the whole list. */
function deliveries(
  ctx: Context,
  host: Host,
  message: number,
  recipients: readonly number[],
): Omit<Delivery, 'tag'>[] {
  const { via, exchangers } = configOf<BotConfig>(host)
  const paths = messageAt(ctx, message).recipients
  const firstOnly = exchangers === 'first'
  if (via === 'account') return [{ ...PLAIN, recipients, domain: '', aim: 'submission', firstOnly }]
  const domain = (one: number): string => domainOf(paths[one] ?? '').toLowerCase()
  if (via === 'direct')
    return recipients.map((one) => {
      return { ...PLAIN, recipients: [one], domain: domain(one), aim: 'transfer', firstOnly }
    })
  const nextHop = ctx.setting.submissionServer
  const to = domain(recipients[0] ?? 0)
  return [{ ...PLAIN, recipients, domain: to, aim: 'transfer', firstOnly, nextHop }]
}

function originate(ctx: Context, host: Host, message: number): void {
  const recipients = messageAt(ctx, message).recipients.map((_, i) => i)
  if (!isRunning(host)) {
    // It keeps nothing for later.
    for (const one of recipients) endMessage(ctx, message, one, 'lost')
    return
  }
  if (configOf<BotConfig>(host).retry !== 'never') {
    const errand = newErrand(stateOf<BotState>(host), host, message)
    errand.waiting = recipients
    return set(ctx, host, errand)
  }
  for (const to of deliveries(ctx, host, message, recipients))
    beginAttempt(ctx, host, message, { ...to, tag: 0 })
}

/** Sets out for everybody who is left. */
function set(ctx: Context, host: Host, errand: Errand): void {
  const { queueId, message, waiting } = errand
  const all = deliveries(ctx, host, message, waiting)
  errand.nextTryAt = -1
  errand.waiting = []
  errand.tries++
  errand.active = all.length
  noteQueue(ctx, host, message, { state: 'active', queueId, nextTryIn: 0 })
  for (const to of all) beginAttempt(ctx, host, message, { ...to, tag: queueId })
}

function attemptEnded(ctx: Context, host: Host, attempt: Attempt): void {
  const state = stateOf<BotState>(host)
  const errand = state.errands.get(attempt.tag)
  for (const one of attempt.outcomes) {
    if (one.class === 2) continue
    if (errand !== undefined && one.class === 4) errand.waiting.push(one.recipient)
    else giveUp(ctx, attempt.message, one)
  }
  if (errand === undefined || --errand.active > 0) return
  const { retry, retryAfterMs, retryTimes } = configOf<BotConfig>(host)
  const comesBack = retry !== 'never' && errand.tries <= retryTimes
  if (errand.waiting.length > 0 && comesBack)
    return putOff(ctx, host, state, { errand, wait: retryAfterMs })
  for (const one of errand.waiting) endMessage(ctx, errand.message, one, 'lost')
  forget(ctx, host, state, errand)
}

function giveUp(ctx: Context, message: number, one: RecipientOutcome): void {
  const said = one.class === 5 && one.code < NETWORK_CODE
  endMessage(ctx, message, one.recipient, said ? 'refused' : 'lost')
}

/** Whatever is due is set out for; a PC that is switched off does it when it is back. */
function comeBack(ctx: Context, host: Host): void {
  if (!isRunning(host)) return
  for (const errand of takeDue(stateOf<BotState>(host), ctx.kernel.now)) set(ctx, host, errand)
}

/** RFC 4954 §3: who wants to log in has to greet with EHLO. */
function mannersOf(host: Host, { aim }: Attempt): ClientManners {
  const { greets, quits } = configOf<BotConfig>(host)
  return { usesEhlo: greets === 'ehlo' || aim === 'submission', pipelines: false, quits }
}

export const bot: AgentKind = {
  kind: 'bot',
  title: 'Infected PC',
  options: BOT_OPTIONS,
  manners: { usesEhlo: false, pipelines: false, quits: false },
  mannersOf,
  ports: [],
  server: null,
  dialsFrom(ctx, host, attempt) {
    const tries = stateOf<BotState>(host).errands.get(attempt.tag)?.tries ?? 1
    return addressOfTry(ctx, host, attempt, tries)
  },
  create: newBotState,
  started: ignore,
  originate,
  timer: comeBack,
  attemptEnded,
  cameBack: comeBack,
  flush: ignore,
  sendAgain: ignore,
}
