/**
 * The queue files of every host while a log is written: which id a message has there, since when,
 * for whom, and what its tries have given.
 */
import { readAs } from '../facts/codec.ts'
import type { FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { Instant } from '../units.ts'

/** What a try has given for a recipient. */
export type Given = 'delivered' | 'deferred' | 'refused'

/** One queue file. */
export interface QueueFile {
  readonly host: number
  readonly message: number
  readonly queueId: number
  readonly since: Instant
  /** Since when it has been among the active mail. */
  activeSince: Instant
  isActive: boolean
  /** Recipients for whom it is still to be delivered. */
  readonly left: Set<number>
  /** Recipients whose delivery of this pass has begun. */
  readonly claimed: Set<number>
  readonly given: Map<number, Given>
  /** When a try gave something last. */
  triedAt: Instant
  /** Whether the log says already that its time is over. */
  expired: boolean
}

type FileName = Pick<QueueFile, 'host' | 'message' | 'queueId'>

export class QueueFiles {
  readonly #index: FactIndex
  /** By host and message; those that came first stand first. */
  readonly #files = new Map<string, QueueFile[]>()
  /** For whom a host has just taken a message in. */
  readonly #taken = new Map<string, { at: Instant; recipients: number[] }>()
  readonly #ofAttempt = new Map<number, QueueFile>()
  /** Per message: the file that was tried last. */
  readonly #lastTried = new Map<number, QueueFile>()

  constructor(index: FactIndex) {
    this.#index = index
  }

  noteBaton(fact: FactOf<'baton'>): void {
    const key = `${fact.host}/${fact.message}`
    const known = this.#taken.get(key)
    const all = this.#index.record.messages[fact.message]?.recipients.map((_, i) => i) ?? []
    const recipients = fact.recipient < 0 ? all : [fact.recipient]
    if (known?.at === fact.at) known.recipients.push(...recipients)
    else this.#taken.set(key, { at: fact.at, recipients })
  }

  /** The file that a queue fact is about, with the change made. */
  noteQueue(fact: FactOf<'queue'>): { file: QueueFile; isNew: boolean } {
    const key = `${fact.host}/${fact.message}`
    const files = this.#files.get(key) ?? []
    const known = files.find((one) => one.queueId === fact.queueId)
    const file = known ?? this.#open(fact, key)
    if (known === undefined) this.#files.set(key, [...files, file])
    file.isActive = fact.state === 'active'
    if (file.isActive) {
      file.activeSince = fact.at
      file.claimed.clear()
      file.given.clear()
    }
    if (fact.state === 'removed')
      this.#files.set(
        key,
        files.filter((one) => one !== file),
      )
    return { file, isNew: known === undefined }
  }

  #open(fact: FactOf<'queue'>, key: string): QueueFile {
    const taken = this.#taken.get(key)
    this.#taken.delete(key)
    const all = this.#index.record.messages[fact.message]?.recipients.map((_, i) => i) ?? []
    return {
      host: fact.host,
      message: fact.message,
      queueId: fact.queueId,
      since: fact.at,
      activeSince: fact.at,
      isActive: false,
      left: new Set(taken?.at === fact.at ? taken.recipients : all),
      claimed: new Set(),
      given: new Map(),
      triedAt: -1,
      expired: false,
    }
  }

  /**
   * A delivery begins. Where a host has the same message twice, files are served in the order in
   * which they came: the facts do not say which.
   */
  noteAttempt(fact: FactOf<'attempt'>): void {
    const files = this.#files.get(`${fact.host}/${fact.message}`) ?? []
    const active = files.filter((one) => one.isActive)
    const about = this.#recipientsOf(fact.attempt)
    const wants = (one: QueueFile): boolean =>
      about.every((r) => one.left.has(r) && !one.claimed.has(r))
    const file = active.find(wants) ?? active[0]
    if (file === undefined) return
    for (const one of about) file.claimed.add(one)
    this.#ofAttempt.set(fact.attempt, file)
  }

  #recipientsOf(attempt: number): number[] {
    const { facts } = this.#index.record
    const found: number[] = []
    for (const i of this.#index.attempts[attempt]?.facts ?? []) {
      const result = readAs(facts, i, 'result')
      if (result !== null) found.push(result.recipient)
    }
    return found
  }

  fileOf(attempt: number): QueueFile | null {
    return this.#ofAttempt.get(attempt) ?? null
  }

  noteGiven(file: QueueFile, recipient: number, given: Given, at: Instant): void {
    file.given.set(recipient, given)
    file.triedAt = at
    if (given !== 'deferred') file.left.delete(recipient)
    this.#lastTried.set(file.message, file)
  }

  isOpen({ host, message, queueId }: FileName): boolean {
    const files = this.#files.get(`${host}/${message}`) ?? []
    return files.some((one) => one.queueId === queueId)
  }

  lastTried(message: number): QueueFile | null {
    return this.#lastTried.get(message) ?? null
  }

  /** Whether the next thing that happens to a file is that it is removed. */
  isRemovedNext(file: QueueFile, fact: number): boolean {
    return this.nextChange(file, fact, file.queueId)?.state === 'removed'
  }

  /** The next queue fact behind a position: of a host and message, or of one file. */
  nextChange(
    { host, message }: Pick<FileName, 'host' | 'message'>,
    fact: number,
    queueId = -1,
  ): FactOf<'queue'> | null {
    const { facts } = this.#index.record
    for (const i of this.#index.messages[message]?.facts ?? []) {
      const next = i > fact ? readAs(facts, i, 'queue') : null
      if (next?.host === host && (queueId < 0 || next.queueId === queueId)) return next
    }
    return null
  }
}
