/** What a report is about: a message in the queue of the host that reports, and for whom. */
import { present } from '../assert.ts'
import { decisionStatus } from '../facts/attempts.ts'
import { readAs } from '../facts/codec.ts'
import type { FactOf } from '../facts/fact.ts'
import type { FactIndex } from '../facts/fact-index.ts'
import type { Instant } from '../units.ts'
import type { Result } from './reasons.ts'

export interface Reported {
  readonly queueId: number
  /** When the host took the message into its queue. */
  readonly arrivedAt: Instant
  /** What the last try gave each recipient whom the report names, in their order. */
  readonly results: readonly Result[]
}

/**
 * A report is made when a pass through the queue is over and before the message is put off or
 * removed; it names those whom that pass failed, or whom it warns of a delay, and nobody else.
 */
export function reportedBy(index: FactIndex, report: number): Reported {
  const { record, messages } = index
  const { host, about, action } = present(record.messages[report], 'report')
  const made = present(messages[report]?.facts[0], 'report fact')
  const ofHost = queueFacts(index, about, host)
  const next = ofHost.find(({ position }) => position > made)
  const before = ofHost.filter(({ position }) => position < made)
  const queueId = next?.fact.queueId ?? before.at(-1)?.fact.queueId ?? 0
  const own = before.filter(({ fact }) => fact.queueId === queueId)
  const pass = own.findLast(({ fact }) => fact.state === 'active')?.position ?? -1
  const last = new Map<number, Result>()
  for (const { position, fact } of resultsOf(index, about, host))
    if (position > pass && position < made) last.set(fact.recipient, fact)
  const ended = endedAt(index, about, record.facts.at(made))
  const isOver = next?.fact.state === 'removed'
  const concerns = (one: Result): boolean => {
    const digit = decisionStatus(one.decision).slice(0, 1)
    if (action === 'delayed') return digit === '4'
    return digit === '5' || (digit === '4' && (isOver || ended.has(one.recipient)))
  }
  const results = [...last.values()].filter(concerns).sort((a, b) => a.recipient - b.recipient)
  return { queueId, arrivedAt: own[0]?.fact.at ?? record.facts.at(made), results }
}

interface At<T> {
  readonly position: number
  readonly fact: T
}

function queueFacts(
  { record, messages }: FactIndex,
  message: number,
  host: number,
): At<FactOf<'queue'>>[] {
  const found: At<FactOf<'queue'>>[] = []
  for (const position of messages[message]?.facts ?? []) {
    const fact = readAs(record.facts, position, 'queue')
    if (fact?.host === host) found.push({ position, fact })
  }
  return found
}

function resultsOf({ record, messages, attempts }: FactIndex, message: number, host: number) {
  const found: At<Result>[] = []
  for (const serial of messages[message]?.attempts ?? []) {
    const attempt = attempts[serial]
    if (attempt?.host !== host || attempt.aim === 'submission') continue
    for (const position of attempt.facts) {
      const fact = readAs(record.facts, position, 'result')
      if (fact !== null) found.push({ position, fact })
    }
  }
  return found.sort((a, b) => a.position - b.position)
}

function endedAt({ record, messages }: FactIndex, message: number, at: Instant): Set<number> {
  const ended = new Set<number>()
  for (const i of messages[message]?.facts ?? []) {
    const end = readAs(record.facts, i, 'end')
    if (end?.at === at && end.outcome === 'bounced') ended.add(end.recipient)
  }
  return ended
}
