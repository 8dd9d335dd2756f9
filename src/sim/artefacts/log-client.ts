/**
 * What smtp, the client, logs of its deliveries: a line for every recipient, and before it a line for
 * every host that was tried in vain (its smtp_connect.c and smtp_trouble.c).
 */
import { decisionStatus } from '../facts/attempts.ts'
import { readAs } from '../facts/codec.ts'
import type { FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import { formatQueueId } from '../mail/queue-id.ts'
import type { Instant } from '../units.ts'
import { deliveryOf, deliveryText, relayOf, setUpAt } from './log-delivery.ts'
import type { Given, QueueFile, QueueFiles } from './log-entries.ts'
import type { HostLine } from './log-sessions.ts'
import { endReason, verdictReason } from './reasons.ts'
import { clientSession, isFinal, verdictOf, type Verdict } from '../facts/verdict.ts'

export class ClientLog {
  readonly #index: FactIndex
  readonly #files: QueueFiles
  /** Recipients of an attempt whose line has been written before its end. */
  readonly #told = new Set<string>()

  constructor(index: FactIndex, files: QueueFiles) {
    this.#index = index
    this.#files = files
  }

  /** Nobody is there, or nothing comes back: logged at once, without a queue id. */
  closed(fact: FactOf<'close'>): HostLine[] {
    if (fact.end !== 'connection refused' && fact.end !== 'connect timeout') return []
    const attempt = this.#index.attempts[this.#index.connections[fact.connection]?.attempt ?? -1]
    if (attempt === undefined) return []
    const text = endReason(this.#index, fact.connection, fact.end, null)
    return [{ host: attempt.host, daemon: 'smtp', text }]
  }

  /** The next host is dialled: the last one has not served everybody. */
  dialled(fact: FactOf<'connect'>): HostLine[] {
    const file = this.#files.fileOf(fact.attempt)
    const all = this.#index.attempts[fact.attempt]?.connections ?? []
    const last = all[all.indexOf(fact.connection) - 1]
    if (file === null || last === undefined) return []
    const session = clientSession(this.#index, last)
    const named = session.commands.flatMap(({ verb, detail }) => (verb === 'RCPT' ? [detail] : []))
    const texts = new Set<string>()
    for (const recipient of named.length === 0 ? [-1] : named) {
      const verdict = verdictOf(session, recipient)
      if (verdict === null || neverCame(verdict)) continue
      if (verdict.by === 'reply' && (verdict.spec.code < 300 || isFinal(verdict)))
        texts.add(this.#early(fact, file, { connection: last, recipient, verdict }))
      else texts.add(`${formatQueueId(file.queueId)}: ${verdictReason(this.#index, last, verdict)}`)
    }
    return [...texts].map((text) => ({ host: file.host, daemon: 'smtp', text }))
  }

  /** Whom the last host has served, or refused for good, is not offered to the next one. */
  #early(
    { attempt, at }: FactOf<'connect'>,
    file: QueueFile,
    { connection, recipient, verdict }: Decided,
  ): string {
    this.#told.add(`${attempt}/${recipient}`)
    const { code, enhanced } = verdict.spec
    this.#files.noteGiven(file, recipient, code < 300 ? 'delivered' : 'refused', at)
    const { record, attempts } = this.#index
    return deliveryText(file, {
      to: record.messages[file.message]?.recipients[recipient] ?? '',
      relay: relayOf(this.#index, connection),
      begun: record.facts.at(attempts[attempt]?.facts[0] ?? 0),
      setUp: setUpAt(this.#index, connection, at),
      ended: at,
      status: enhanced ?? `${String(code).slice(0, 1)}.0.0`,
      reason: verdictReason(this.#index, connection, verdict),
    })
  }

  /** What an attempt gave for a recipient. */
  result(fact: FactOf<'result'>): HostLine[] {
    const file = this.#files.fileOf(fact.attempt)
    if (file === null || this.#told.has(`${fact.attempt}/${fact.recipient}`)) return []
    this.#files.noteGiven(file, fact.recipient, givenBy(decisionStatus(fact.decision)), fact.at)
    const { daemon, delivery } = deliveryOf(this.#index, fact)
    return [{ host: file.host, daemon, text: deliveryText(file, delivery) }]
  }
}

interface Decided {
  readonly connection: number
  readonly recipient: number
  readonly verdict: Extract<Verdict, { by: 'reply' }>
}

const neverCame = (verdict: Verdict): boolean =>
  verdict.by === 'end' &&
  (verdict.end === 'connection refused' || verdict.end === 'connect timeout')

function givenBy(status: string): Given {
  return status.startsWith('2') ? 'delivered' : status.startsWith('5') ? 'refused' : 'deferred'
}

/** A file that waits from the start: its transport is deferred until somebody asks. */
export function deferredText(
  index: FactIndex,
  file: QueueFile,
  recipient: number,
  at: Instant,
): string {
  return deliveryText(file, {
    to: index.record.messages[file.message]?.recipients[recipient] ?? '',
    relay: 'none',
    begun: at,
    setUp: at,
    ended: at,
    status: '4.3.2',
    reason: 'deferred transport',
  })
}

/** Whether a mailbox fact is the delivery of a queue file here, which its result tells of. */
export function isFromQueue({ record, attempts }: FactIndex, fact: number): boolean {
  const before = fact > 0 ? readAs(record.facts, fact - 1, 'result') : null
  return before !== null && attempts[before.attempt]?.aim === 'local'
}
