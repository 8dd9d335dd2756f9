/**
 * The mail log of the hosts that keep one, line by line in Postfix's shape (its smtpd.c, smtp.c,
 * qmgr_active.c, log_adhoc.c and bounce). Process ids are made up, one per host and daemon.
 *
 * Simplified: `delays=` has no time in the active queue, since deliveries start at once; a mail
 * program and a bot keep no log.
 */
import { present } from '../assert.ts'
import { attemptReading, type AttemptReading } from '../facts/attempts.ts'
import { read } from '../facts/codec.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatLogDate } from '../mail/date.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant } from '../units.ts'
import { ServerSessions } from './log-sessions.ts'
import { deliveryLine } from './log-delivery.ts'
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
  /** Queue id under which a host has a message now, and since when. */
  readonly #queued = new Map<string, { queueId: number; since: Instant }>()

  /** What the last try of each message gave. */
  readonly #lastResult = new Map<number, AttemptReading['class']>()

  constructor(index: FactIndex) {
    this.#index = index
    this.#sessions = new ServerSessions(index)
  }

  take(i: number, fact: Fact): void {
    const put = (host: number, daemon: string, text: string): void =>
      this.#put(i, fact.at, host, daemon, text)
    for (const line of this.#sessions.linesOf(fact)) put(line.host, line.daemon, line.text)
    if (fact.kind === 'queue') this.#queue(fact, put)
    else if (fact.kind === 'result') this.#result(fact, put)
    else if (fact.kind === 'mailbox') this.#mailbox(fact, put)
    else if (fact.kind === 'message' && fact.about >= 0) this.#report(fact, put)
  }

  #queue(fact: FactOf<'queue'>, put: Put): void {
    const message = present(this.#index.record.messages[fact.message], 'message')
    const key = `${fact.host}/${fact.message}`
    const id = formatQueueId(fact.queueId)
    if (fact.state === 'active') {
      const known = this.#queued.get(key)
      if (known?.queueId !== fact.queueId) {
        this.#queued.set(key, { queueId: fact.queueId, since: fact.at })
        if (message.about < 0) put(fact.host, 'cleanup', `${id}: ${this.#idField(fact.message)}`)
      }
      const left = message.recipients.length
      const what = `size=${message.octets}, nrcpt=${left} (queue active)`
      put(fact.host, 'qmgr', `${id}: from=<${message.reversePath}>, ${what}`)
    } else if (fact.state === 'removed') put(fact.host, 'qmgr', `${id}: removed`)
  }

  #result(fact: FactOf<'result'>, put: Put): void {
    const reading = attemptReading(this.#index, fact.attempt, fact.recipient, fact.at)
    if (reading === null || reading.submission) return
    const queued = this.#queued.get(`${reading.host}/${reading.message}`)
    if (queued === undefined) return
    this.#lastResult.set(reading.message, reading.class)
    const line = deliveryLine(this.#index, reading, fact, queued)
    put(reading.host, line.daemon, line.text)
  }

  #mailbox(fact: FactOf<'mailbox'>, put: Put): void {
    const host = present(this.#index.record.hosts[fact.host], 'host')
    if (host.kind !== 'mx') return
    const message = present(this.#index.record.messages[fact.message], 'message')
    const to = message.recipients[fact.recipient] ?? ''
    const id = formatQueueId(this.#sessions.acceptedAs(fact))
    const how = 'dsn=2.0.0, status=sent (delivered to maildir)'
    put(fact.host, 'cleanup', `${id}: ${this.#idField(fact.message)}`)
    const what = `size=${message.octets}, nrcpt=1 (queue active)`
    put(fact.host, 'qmgr', `${id}: from=<${message.reversePath}>, ${what}`)
    put(fact.host, 'virtual', `${id}: to=<${to}>, relay=virtual, delay=0, delays=0/0/0/0, ${how}`)
    put(fact.host, 'qmgr', `${id}: removed`)
  }

  /** The sender is told: the bounce daemon names the report's own queue id. */
  #report(fact: FactOf<'message'>, put: Put): void {
    const queued = this.#queued.get(`${fact.host}/${fact.about}`)
    const own = this.#index.messages[fact.message]?.facts ?? []
    const entered = own
      .map((i) => read(this.#index.record.facts, i))
      .find((f) => f.kind === 'queue')
    if (queued === undefined || entered === undefined) return
    const id = formatQueueId(queued.queueId)
    const report = formatQueueId(entered.queueId)
    const { reversePath } = present(this.#index.record.messages[fact.about], 'message')
    // Postfix looks at expiry after a failed try: the last result then was "not now".
    if (this.#lastResult.get(fact.about) === 'deferred')
      put(fact.host, 'qmgr', `${id}: from=<${reversePath}>, status=expired, returned to sender`)
    put(fact.host, 'bounce', `${id}: sender non-delivery notification: ${report}`)
    put(fact.host, 'cleanup', `${report}: ${this.#idField(fact.message)}`)
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
