/**
 * The mail log of the hosts that keep one, line by line in Postfix's shape (its smtpd.c, smtp.c,
 * qmgr_active.c, log_adhoc.c and bounce). Process ids are made up, one per host and daemon.
 *
 * Simplified: no line for an address that failed before the one that decided, none for refusals at
 * MAIL or AUTH, and only the last line of a session that times out; a mail program and a bot keep
 * no log.
 */
import { present } from '../assert.ts'
import { attemptReading, type AttemptReading } from '../facts/attempts.ts'
import { read, readAs } from '../facts/codec.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatLogDate } from '../mail/date.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant } from '../units.ts'
import { ServerSessions } from './log-sessions.ts'
import { deliveryLine, type QueuedAs } from './log-delivery.ts'
import { messageIdOf } from './message-id.ts'

export interface LogLine {
  /** Position of the fact that it tells of. */
  readonly fact: number
  readonly at: Instant
  readonly host: number
  readonly text: string
}

const PIDS: Readonly<Record<string, number>> = {
  smtpd: 2113,
  cleanup: 2117,
  qmgr: 1874,
  smtp: 2121,
  virtual: 2126,
  bounce: 2130,
}

/** Kinds of host that keep a log. */
const KEEPS_LOG = ['submission', 'mx']

/** Every line that has been written up to `until`, in order of time. */
export function mailLog(index: FactIndex, until: Instant): LogLine[] {
  const writer = new LogWriter(index)
  const { facts } = index.record
  for (let i = 0; i < facts.length && facts.at(i) <= until; i++) writer.take(i, read(facts, i))
  return writer.lines
}

class LogWriter {
  readonly lines: LogLine[] = []
  readonly #index: FactIndex
  readonly #sessions: ServerSessions
  /** How a host has a message in its queue now. */
  readonly #queued = new Map<string, QueuedAs>()
  /** What the last try of each message gave for each recipient. */
  readonly #lastResult = new Map<string, AttemptReading['class']>()
  /** Mailbox facts and expiries that a line has been written for already. */
  readonly #told = new Set<string>()

  constructor(index: FactIndex) {
    this.#index = index
    this.#sessions = new ServerSessions(index)
  }

  take(i: number, fact: Fact): void {
    const put = (host: number, daemon: string, text: string): void =>
      this.#put(i, fact.at, host, daemon, text)
    for (const line of this.#sessions.linesOf(fact, i)) put(line.host, line.daemon, line.text)
    if (fact.kind === 'queue') this.#queue(fact, put)
    else if (fact.kind === 'result') this.#result(fact, put)
    else if (fact.kind === 'mailbox') this.#mailbox(i, fact, put)
    else if (fact.kind === 'end') this.#end(fact, put)
  }

  #queue(fact: FactOf<'queue'>, put: Put): void {
    const message = present(this.#index.record.messages[fact.message], 'message')
    const key = `${fact.host}/${fact.message}`
    const id = formatQueueId(fact.queueId)
    if (fact.state === 'removed') put(fact.host, 'qmgr', `${id}: removed`)
    if (fact.state !== 'active') return
    const known = this.#queued.get(key)
    const isNew = known?.queueId !== fact.queueId
    const since = isNew ? fact.at : known.since
    this.#queued.set(key, { queueId: fact.queueId, since, activeSince: fact.at })
    if (isNew) put(fact.host, 'cleanup', `${id}: ${this.#idField(fact.message)}`)
    const left = `nrcpt=${this.#recipientsLeft(fact)} (queue active)`
    const what = `from=<${message.reversePath}>, size=${message.octets}, ${left}`
    put(fact.host, 'qmgr', `${id}: ${what}`)
    if (isNew && message.about >= 0) this.#report(fact, message.about, id, put)
  }

  /** Recipients that this queue has the message for: neither ended nor refused on the way in. */
  #recipientsLeft(fact: FactOf<'queue'>): number {
    const { messages, record } = this.#index
    const facts = (messages[fact.message]?.facts ?? []).map((i) => read(record.facts, i))
    const all = record.messages[fact.message]?.recipients ?? []
    const gone = all.filter((_, recipient) =>
      facts.some(
        (one) =>
          one.kind === 'end' &&
          one.recipient === recipient &&
          (one.at < fact.at || one.outcome === 'refused'),
      ),
    )
    return Math.max(1, all.length - gone.length)
  }

  #result(fact: FactOf<'result'>, put: Put): void {
    const reading = attemptReading(this.#index, fact.attempt, fact.recipient, fact.at)
    if (reading === null || reading.submission) return
    const queued = this.#queued.get(`${reading.host}/${reading.message}`)
    if (queued === undefined) return
    this.#lastResult.set(`${reading.message}/${fact.recipient}`, reading.class)
    const line = deliveryLine(this.#index, reading, fact, queued)
    put(reading.host, line.daemon, line.text)
  }

  /** Given up although the last try only said "not now": the lifetime is over. */
  #end(fact: FactOf<'end'>, put: Put): void {
    if (fact.outcome !== 'bounced' && fact.outcome !== 'discarded') return
    if (this.#lastResult.get(`${fact.message}/${fact.recipient}`) !== 'deferred') return
    const { record } = this.#index
    const { reversePath } = present(record.messages[fact.message], 'message')
    for (const { index } of record.hosts) {
      const queued = this.#queued.get(`${index}/${fact.message}`)
      if (queued === undefined || this.#tell(`expired ${queued.queueId} ${fact.at}`)) continue
      const id = formatQueueId(queued.queueId)
      put(index, 'qmgr', `${id}: from=<${reversePath}>, status=expired, returned to sender`)
    }
  }

  /** One queue file for all recipients of a transaction, each with its delivery. */
  #mailbox(i: number, fact: FactOf<'mailbox'>, put: Put): void {
    const host = present(this.#index.record.hosts[fact.host], 'host')
    if (host.kind !== 'mx' || this.#told.has(`mailbox ${i}`)) return
    const message = present(this.#index.record.messages[fact.message], 'message')
    const together = this.#sameDelivery(i, fact)
    const id = formatQueueId(this.#sessions.acceptedAs(fact))
    const how = 'dsn=2.0.0, status=sent (delivered to maildir)'
    put(fact.host, 'cleanup', `${id}: ${this.#idField(fact.message)}`)
    const what = `size=${message.octets}, nrcpt=${together.length} (queue active)`
    put(fact.host, 'qmgr', `${id}: from=<${message.reversePath}>, ${what}`)
    for (const recipient of together) {
      const to = message.recipients[recipient] ?? ''
      const text = `${id}: to=<${to}>, relay=virtual, delay=0, delays=0/0/0/0, ${how}`
      put(fact.host, 'virtual', text)
    }
    put(fact.host, 'qmgr', `${id}: removed`)
  }

  /** Recipients of the deliveries of one message in one instant, which are then told of. */
  #sameDelivery(i: number, first: FactOf<'mailbox'>): number[] {
    const { facts } = this.#index.record
    const recipients: number[] = []
    for (let k = i; k < facts.length && facts.at(k) === first.at; k++) {
      const one = readAs(facts, k, 'mailbox')
      if (one === null || one.host !== first.host || one.message !== first.message) continue
      recipients.push(one.recipient)
      this.#told.add(`mailbox ${k}`)
    }
    return recipients
  }

  /** The sender is told: the bounce daemon names the report's own queue id. */
  #report(fact: FactOf<'queue'>, about: number, reportId: string, put: Put): void {
    const queued = this.#queued.get(`${fact.host}/${about}`)
    if (queued === undefined) return
    const id = formatQueueId(queued.queueId)
    put(fact.host, 'bounce', `${id}: sender non-delivery notification: ${reportId}`)
  }

  /** Whether a line has been written already; from now on it has. */
  #tell(line: string): boolean {
    if (this.#told.has(line)) return true
    this.#told.add(line)
    return false
  }

  #idField(message: number): string {
    return `message-id=${messageIdOf(this.#index, message)}`
  }

  #put(fact: number, at: Instant, index: number, daemon: string, text: string): void {
    const { hosts, startsAtEpochMs } = this.#index.record
    const host = present(hosts[index], 'host')
    if (!KEEPS_LOG.includes(host.kind)) return
    const date = formatLogDate(startsAtEpochMs + at)
    const short = host.name.split('.')[0] ?? host.name
    const prefix = `${date} ${short} postfix/${daemon}[${PIDS[daemon] ?? 2100}]`
    this.lines.push({ fact, at, host: index, text: `${prefix}: ${text}` })
  }
}

type Put = (host: number, daemon: string, text: string) => void
