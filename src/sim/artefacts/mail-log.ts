/**
 * The mail log of the hosts that keep one, line by line in Postfix's shape (its smtpd.c, smtp.c,
 * qmgr_active.c, log_adhoc.c and bounce). Process ids are made up, one per daemon.
 *
 * Simplified: what a session gave is logged when its attempt ends or the next host is dialled; a
 * mail program and a bot keep no log.
 */
import { present } from '../assert.ts'
import { read, readAs } from '../facts/codec.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { MessageRecord } from '../facts/message.ts'
import { formatLogDate } from '../mail/date.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import { R, REPLIES } from '../mail/reply-catalogue.ts'
import type { Instant } from '../units.ts'
import { ClientLog, deferredText, isFromQueue } from './log-client.ts'
import { QueueFiles, type QueueFile } from './log-entries.ts'
import { ServerSessions, type HostLine } from './log-sessions.ts'
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
  local: 2127,
  bounce: 2130,
  error: 2134,
  pickup: 1873,
}

/** Kinds of host that keep a log. */
const KEEPS_LOG = ['submission', 'backup', 'mx', 'forwarder', 'list']

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
  readonly #files: QueueFiles
  readonly #client: ClientLog
  /** Mailbox facts that a line has been written for already. */
  readonly #told = new Set<number>()

  constructor(index: FactIndex) {
    this.#index = index
    this.#sessions = new ServerSessions(index)
    this.#files = new QueueFiles(index)
    this.#client = new ClientLog(index, this.#files)
  }

  take(i: number, fact: Fact): void {
    for (const line of this.#sessions.linesOf(fact, i)) this.#put(i, fact.at, line)
    for (const line of this.#linesOf(i, fact)) this.#put(i, fact.at, line)
  }

  #linesOf(i: number, fact: Fact): readonly HostLine[] {
    switch (fact.kind) {
      case 'baton':
        this.#files.noteBaton(fact)
        return []
      case 'attempt':
        return this.#attempt(i, fact)
      case 'connect':
        return this.#client.dialled(fact)
      case 'close':
        return this.#client.closed(fact)
      case 'result':
        return this.#client.result(fact)
      case 'queue':
        return this.#queue(i, fact)
      case 'mailbox':
        return this.#mailbox(i, fact)
      case 'end':
        return this.#end(fact)
      default:
        return []
    }
  }

  /** What is only for mailboxes here is never active in the facts: its file is opened now. */
  #attempt(i: number, fact: FactOf<'attempt'>): HostLine[] {
    const next = fact.aim === 'local' ? this.#files.nextChange(fact, i) : null
    const isKnown = next === null || this.#files.isOpen(next)
    const lines = isKnown ? [] : this.#queue(i, { ...next, state: 'active', at: fact.at })
    this.#files.noteAttempt(fact)
    return lines
  }

  #queue(i: number, fact: FactOf<'queue'>): HostLine[] {
    const { file, isNew } = this.#files.noteQueue(fact)
    const id = formatQueueId(fact.queueId)
    const { host } = fact
    if (fact.state === 'removed')
      return [...this.#overdue(file, i), { host, daemon: 'qmgr', text: `${id}: removed` }]
    if (!isNew && fact.state === 'deferred') return this.#untried(file, fact.at)
    const taken = isNew ? this.#takenIn(file) : []
    const message = present(this.#index.record.messages[fact.message], 'message')
    const left = `nrcpt=${file.left.size} (queue active)`
    const what = `from=<${message.reversePath}>, size=${message.octets}, ${left}`
    const lines = [...taken, { host, daemon: 'qmgr', text: `${id}: ${what}` }]
    if (isNew && message.about >= 0 && isWrittenHere(message, file))
      lines.push(...this.#report(i, file, message.about))
    return fact.state === 'deferred' ? [...lines, ...this.#untried(file, fact.at)] : lines
  }

  /** Who waits without a try: nothing is sent before the line is there, or somebody asks. */
  #untried(file: QueueFile, at: Instant): HostLine[] {
    const untried = [...file.left].filter((one) => !file.given.has(one))
    return untried.map((one) => {
      const text = deferredText(this.#index, file, one, at)
      return { host: file.host, daemon: 'error', text }
    })
  }

  /** The beginning of a queue file; smtpd has named the client of what came by SMTP. */
  #takenIn(file: QueueFile): HostLine[] {
    const { host, message, queueId } = file
    const id = formatQueueId(queueId)
    const one = present(this.#index.record.messages[message], 'message')
    const cleanup = { host, daemon: 'cleanup', text: `${id}: ${this.#idField(message)}` }
    if (one.kind === 'dsn' || one.origin >= 0 || !isWrittenHere(one, file)) return [cleanup]
    const text = `${id}: uid=1000 from=<${one.reversePath}>`
    return [{ host, daemon: 'pickup', text }, cleanup]
  }

  /** The sender is told: the bounce daemon names the report's own queue id. */
  #report(i: number, report: QueueFile, about: number): HostLine[] {
    const file = this.#files.lastTried(about)
    if (file === null || file.host !== report.host) return []
    const isDelay = this.#index.record.messages[report.message]?.action === 'delayed'
    const what = isDelay ? 'sender delay notification' : 'sender non-delivery notification'
    const text = `${formatQueueId(file.queueId)}: ${what}: ${formatQueueId(report.queueId)}`
    const overdue = isDelay ? [] : this.#overdue(file, i)
    return [...overdue, { host: file.host, daemon: 'bounce', text }]
  }

  /** Given up although the last try only said "not now": the lifetime is over. */
  #overdue(file: QueueFile, fact: number): HostLine[] {
    const isLeft = [...file.left].some((one) => file.given.get(one) === 'deferred')
    const isGone = !this.#files.isOpen(file) || this.#files.isRemovedNext(file, fact)
    return isLeft && isGone ? this.#expired(file) : []
  }

  #end(fact: FactOf<'end'>): HostLine[] {
    if (fact.outcome !== 'bounced' && fact.outcome !== 'discarded') return []
    const file = this.#files.lastTried(fact.message)
    if (file === null || file.triedAt !== fact.at) return []
    return file.given.get(fact.recipient) === 'deferred' ? this.#expired(file) : []
  }

  #expired(file: QueueFile): HostLine[] {
    if (file.expired) return []
    file.expired = true
    const { reversePath } = present(this.#index.record.messages[file.message], 'message')
    const what = `from=<${reversePath}>, status=expired, returned to sender`
    const text = `${formatQueueId(file.queueId)}: ${what}`
    return [{ host: file.host, daemon: 'qmgr', text }]
  }

  /** One queue file for all recipients of a transaction, each with its delivery. */
  #mailbox(i: number, fact: FactOf<'mailbox'>): HostLine[] {
    const { host } = fact
    if (this.#told.has(i) || isFromQueue(this.#index, i)) return []
    const message = present(this.#index.record.messages[fact.message], 'message')
    const together = this.#sameDelivery(i, fact)
    const id = formatQueueId(this.#acceptedAs(i, fact))
    const how = 'dsn=2.0.0, status=sent (delivered to maildir)'
    const what = `size=${message.octets}, nrcpt=${together.length} (queue active)`
    const lines = [
      { host, daemon: 'cleanup', text: `${id}: ${this.#idField(fact.message)}` },
      { host, daemon: 'qmgr', text: `${id}: from=<${message.reversePath}>, ${what}` },
    ]
    for (const recipient of together) {
      const to = message.recipients[recipient] ?? ''
      const text = `${id}: to=<${to}>, relay=virtual, delay=0, delays=0/0/0/0, ${how}`
      lines.push({ host, daemon: 'virtual', text })
    }
    return [...lines, { host, daemon: 'qmgr', text: `${id}: removed` }]
  }

  /** Recipients of one delivery: what lies behind one another without a reply in between. */
  #sameDelivery(i: number, first: FactOf<'mailbox'>): number[] {
    const { facts } = this.#index.record
    const recipients: number[] = []
    for (let k = i; k < facts.length && facts.at(k) === first.at; k++) {
      if (readAs(facts, k, 'reply') !== null) break
      const one = readAs(facts, k, 'mailbox')
      if (one === null || one.host !== first.host || one.message !== first.message) continue
      recipients.push(one.recipient)
      this.#told.add(k)
    }
    return recipients
  }

  /** The queue id that the server names when it has put the message there. */
  #acceptedAs(i: number, { at }: FactOf<'mailbox'>): number {
    const { facts } = this.#index.record
    for (let k = i; k < facts.length && facts.at(k) === at; k++) {
      const one = readAs(facts, k, 'reply')
      if (one !== null && REPLIES[one.reply] === R.queued) return one.detail
    }
    return 0
  }

  #idField(message: number): string {
    return `message-id=${messageIdOf(this.#index, message)}`
  }

  #put(fact: number, at: Instant, { host: index, daemon, text }: HostLine): void {
    const { hosts, startsAtEpochMs } = this.#index.record
    const host = hosts[index]
    if (host === undefined || !KEEPS_LOG.includes(host.kind)) return
    const date = formatLogDate(startsAtEpochMs + at)
    const short = host.name.split('.')[0] ?? host.name
    const prefix = `${date} ${short} postfix/${daemon}[${PIDS[daemon] ?? 2100}]`
    this.lines.push({ fact, at, host: index, text: `${prefix}: ${text}` })
  }
}

/** Whether it came to this host by no session. */
function isWrittenHere(message: MessageRecord, { host, since }: QueueFile): boolean {
  return message.host === host && message.sentAt === since
}
