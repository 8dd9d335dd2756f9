/** One delivery in a mail log: the line that tells what an attempt gave for a recipient. */
import { decisionStatus } from '../facts/attempts.ts'
import type { Decision } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant, Millis } from '../units.ts'
import type { QueueFile } from './log-entries.ts'
import { dialled, portOf, resultReason, type Result } from './reasons.ts'
import { clientSession } from '../facts/verdict.ts'

/** What a delivery line tells. */
export interface Delivery {
  readonly to: string
  /** Whom a session was held with; `virtual` for a mailbox here, `local` for an alias, or `none`. */
  readonly relay: string
  /** When the attempt began, when the connection was set up, when it ended. */
  readonly begun: Instant
  readonly setUp: Instant
  readonly ended: Instant
  /** Enhanced status code. */
  readonly status: string
  readonly reason: string
}

/** `QID: to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)` (its log_adhoc.c). */
export function deliveryText(file: QueueFile, one: Delivery): string {
  const what = `dsn=${one.status}, status=${statusWord(one.status)} (${one.reason})`
  const who = `to=<${one.to}>, relay=${one.relay}`
  return `${formatQueueId(file.queueId)}: ${who}, ${delays(file, one)}, ${what}`
}

function statusWord(status: string): string {
  return status.startsWith('2') ? 'sent' : status.startsWith('5') ? 'bounced' : 'deferred'
}

/**
 * `delay=` and `delays=a/b/c/d`: before the queue manager, in the active queue, setting the
 * connection up (DNS included), transmission.
 */
function delays({ since, activeSince }: QueueFile, { begun, setUp, ended }: Delivery): string {
  const parts = [activeSince - since, begun - activeSince, setUp - begun, ended - setUp]
  return `delay=${inSeconds(ended - since)}, delays=${parts.map(inSeconds).join('/')}`
}

/** Postfix rounds to two significant digits, and shows at least hundredths. */
function inSeconds(ms: Millis): string {
  const seconds = ms / 1000
  if (seconds >= 10) return String(Math.round(seconds))
  if (seconds >= 1) return String(Math.round(seconds * 10) / 10)
  return String(Math.round(seconds * 100) / 100)
}

/**
 * The delivery that a result tells of, and the daemon that logs it. What is not tried since its
 * destination is left alone is handed to the retry service by the queue manager, which is the error
 * daemon under another name; only when that is missing does the queue manager defer it itself.
 */
export function deliveryOf(
  index: FactIndex,
  result: Result,
): { daemon: string; delivery: Delivery } {
  const { record, attempts } = index
  const attempt = attempts[result.attempt]
  const to = record.messages[attempt?.message ?? -1]?.recipients[result.recipient] ?? ''
  const begun = record.facts.at(attempt?.facts[0] ?? 0)
  const aim = attempt?.aim ?? 'held'
  const isHere = aim === 'local'
  const here = hasGoneOn(result.decision) ? 'local' : 'virtual'
  const delivery = {
    to,
    relay: isHere ? here : isConnected(result) ? relayOf(index, result.connection) : 'none',
    begun,
    setUp: isHere ? begun : setUpAt(index, result.connection, result.at),
    ended: result.at,
    status: decisionStatus(result.decision),
    reason: resultReason(index, result),
  }
  return {
    daemon: isHere ? here : isUntried(aim, result.decision) ? 'error' : 'smtp',
    delivery,
  }
}

/** Postfix passes on what is for an alias in its local delivery, and finds its circles there. */
const hasGoneOn = (decision: Decision): boolean =>
  decision.by === 'network' &&
  (decision.result === 'forwarded' || decision.result === 'mail loops back')

function isUntried(aim: string, decision: Decision): boolean {
  return (
    aim === 'held' || (decision.by === 'network' && decision.result === 'retry time not reached')
  )
}

function isConnected({ connection, decision }: Result): boolean {
  const never = ['connection refused', 'connect timeout']
  return connection >= 0 && !(decision.by === 'network' && never.includes(decision.result))
}

/** `mx.college.example[192.0.2.130]:25`. */
export function relayOf(index: FactIndex, connection: number): string {
  const { server, address } = dialled(index, connection)
  return `${server === '' ? address : server}[${address}]:${portOf(index, connection)}`
}

/** When the first word about the message was sent; the end, where none was. */
export function setUpAt(index: FactIndex, connection: number, end: Instant): Instant {
  if (connection < 0) return end
  return clientSession(index, connection).commands.find(({ verb }) => verb === 'MAIL')?.at ?? end
}
