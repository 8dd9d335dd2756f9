/**
 * A queue that is tried as a whole: by a person (Postfix's `postqueue -f`), when a call has come
 * about, or for one domain when its host asks for it (ETRN, RFC 1985; ATRN, RFC 2645).
 *
 * Dead destinations are tried too, and Exim's retry times do not count.
 */
import { domainOf } from '../mail/address.ts'
import { reply, type Reply } from '../mail/reply.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { FlushedBy } from '../facts/fact.ts'
import { addressOf, isRunning } from '../network/host.ts'
import type { TurnRequest } from './agent.ts'
import type { Attempt } from './attempt.ts'
import { beginAttempt } from './attempts.ts'
import type { Connection } from './connection.ts'
import { hostAt, messageAt, nameIndexOf } from './context.ts'
import { revive } from './destinations.ts'
import { noteFlush } from './ledger.ts'
import { callOut } from './line.ts'
import { passAll } from './queue.ts'
import { enterPass, type QueueEntry, type Station } from './queue-state.ts'

/** Everything that waits is tried now. */
export function flushAll(station: Station, by: FlushedBy): void {
  const { ctx, host, queue } = station
  if (!isRunning(host)) return
  if (![...queue.entries.values()].some(({ nextTryAt }) => nextTryAt >= 0)) return
  // Without a line nothing is tried; who calls when there is a need calls, and then all of it goes.
  if (host.line.state !== 'up') return callOut(ctx, host)
  noteFlush(ctx, host, by)
  forgetTrouble(station)
  passAll(station, () => true)
}

/** Dead destinations are given another chance (qmgr_enable.c), and Exim's memory is emptied. */
export function forgetTrouble({ host, queue, owner }: Station): void {
  for (const destination of queue.destinations.values())
    if (destination.deadUntil >= 0) revive(destination, owner.options(host))
  queue.records.clear()
}

/** Answers ETRN or ATRN. What is done about it happens after the answer, see `release`. */
export function answerTurn(
  station: Station,
  domains: readonly string[],
  { verb, domains: asked }: TurnRequest,
): Reply {
  const wanted = asked.length === 0 ? domains : asked.map((name) => name.toLowerCase())
  const foreign = wanted.find((name) => !domains.includes(name))
  if (verb === 'ATRN') {
    if (foreign !== undefined) return reply(R.atrnRefused)
    return wanted.some((name) => hasMailFor(station, name))
      ? reply(R.atrnReversing)
      : reply(R.atrnNoMail)
  }
  // RFC 1985 §5: not for domains that are somebody else's business
  if (foreign !== undefined) return reply(R.etrnNotServed, foreign)
  for (const name of wanted) release(station, name)
  return reply(R.etrnStarted)
}

function hasMailFor(station: Station, domain: string): boolean {
  return [...station.queue.entries.values()].some((entry) => concerns(station, entry, domain))
}

/** Our senders make one delivery per domain, so an entry of a relay is about one domain. */
function concerns({ ctx }: Station, { message, waiting }: QueueEntry, domain: string): boolean {
  const { recipients } = messageAt(ctx, message)
  return waiting.every((one) => domainOf(recipients[one] ?? '').toLowerCase() === domain)
}

/** Begins passes for the mail of a domain, over connections of our own. */
function release(station: Station, domain: string): void {
  const { ctx, host } = station
  if (!hasMailFor(station, domain)) return
  noteFlush(ctx, host, 'request', nameIndexOf(ctx.chronicle, domain))
  forgetTrouble(station)
  passAll(station, (entry) => concerns(station, entry, domain))
}

/** Sends what waits for the customer over the connection that it has turned round, one by one. */
export function sendTurned(station: Station, c: Connection, domain: string): void {
  const { ctx, host, queue } = station
  const waiting = [...queue.entries.values()].filter(
    (entry) => entry.nextTryAt >= 0 && concerns(station, entry, domain),
  )
  if (waiting.length === 0) return
  noteFlush(ctx, host, 'request', nameIndexOf(ctx.chronicle, domain))
  const address = addressOf(hostAt(ctx, c.client))
  queue.turned = { domain, address, queueIds: waiting.map(({ queueId }) => queueId) }
  sendNext(station)
}

/** A delivery over a turned connection has ended: the next one follows, if the line still holds. */
export function turnedEnded(station: Station, attempt: Attempt): void {
  const isBroken = attempt.outcomes.some(({ handshake }) => handshake)
  if (isBroken) station.queue.turned = null
  else sendNext(station)
}

function sendNext(station: Station): void {
  const { ctx, host, queue } = station
  const { turned } = queue
  const entry = queue.entries.get(turned?.queueIds.shift() ?? -1)
  if (turned === null || entry === undefined || entry.nextTryAt < 0) {
    queue.turned = null
    return
  }
  enterPass(station, entry)
  entry.active = 1
  const { queueId, message, waiting: recipients, hops } = entry
  beginAttempt(ctx, host, message, {
    recipients,
    domain: turned.domain,
    aim: 'turned',
    tag: queueId,
    hops,
    shuns: null,
    turnedBy: turned.address,
    firstOnly: false,
    sendsBack: false,
  })
}
