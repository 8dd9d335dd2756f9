/**
 * The journey of a message to one recipient: the hand-over, the attempts, whose job it is, the end.
 */
import { present } from '../assert.ts'
import type { Instant } from '../units.ts'
import { attemptReading, type AttemptReading } from './attempts.ts'
import { read } from './codec.ts'
import type { Folder, Outcome } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import type { MessageRecord } from './message.ts'

export interface JourneyReading {
  readonly message: number
  readonly record: MessageRecord
  readonly recipient: number
  readonly to: string
  /** Tries to hand over to the submission server; the last one may have succeeded. */
  readonly submissions: readonly AttemptReading[]
  /** Tries to reach the recipient's domain. */
  readonly attempts: readonly AttemptReading[]
  /** Times at which a try was due and not made, since its destination was left alone. */
  readonly held: readonly AttemptReading[]
  readonly outcome: Outcome | 'queued'
  readonly endedAt: Instant | null
  /** Host whose job the message is: the one that answered 250 last. */
  readonly holder: number
  /** When the next try is due, null when none is (under way, ended, or waiting for a person). */
  readonly nextTryAt: Instant | null
  /** Copies in the recipient's mailbox; two after a lost 250. */
  readonly copies: number
  /** `junk` where no copy of it is in the inbox; null while there is none. */
  readonly folder: Folder | null
  /** Instants at which a person pressed Send again. */
  readonly presses: readonly Instant[]
  /** The program has told its user that it gave up. */
  readonly userWasTold: Outcome | null
}

/** The journey as it stands at `until`; null before the message exists. */
export function journeyReading(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): JourneyReading | null {
  const record = present(index.record.messages[message], 'message', message)
  const entry = index.messages[message]
  if (entry === undefined || record.sentAt > until) return null
  const tries: AttemptReading[] = []
  for (const serial of entry.attempts) {
    const one = attemptReading(index, serial, recipient, until)
    if (one !== null) tries.push(one)
  }
  return {
    message,
    record,
    recipient,
    to: present(record.recipients[recipient], 'recipient'),
    submissions: tries.filter((one) => one.aim === 'submission'),
    attempts: tries.filter(isDelivery),
    held: tries.filter(isHeld),
    ...stateAt(index, entry.facts, recipient, until),
  }
}

/** Nobody was dialled: the destination is left alone, or none of its hosts' time had come. */
function isHeld({ aim, decision }: AttemptReading): boolean {
  if (aim === 'held') return true
  return decision?.by === 'network' && decision.result === 'retry time not reached'
}

const isDelivery = (one: AttemptReading): boolean => one.aim !== 'submission' && !isHeld(one)

type StateFields = Pick<
  JourneyReading,
  'outcome' | 'endedAt' | 'holder' | 'nextTryAt' | 'copies' | 'folder' | 'presses' | 'userWasTold'
>

/** Folds the message's own facts up to `until`. */
function stateAt(
  index: FactIndex,
  positions: readonly number[],
  recipient: number,
  until: Instant,
): StateFields {
  const { facts } = index.record
  const state = {
    outcome: 'queued' as Outcome | 'queued',
    endedAt: null as Instant | null,
    holder: -1,
    nextTryAt: null as Instant | null,
    copies: 0,
    folder: null as Folder | null,
    presses: [] as Instant[],
    userWasTold: null as Outcome | null,
  }
  for (const i of positions) {
    const fact = read(facts, i)
    if (fact.at > until) break
    if (fact.kind === 'baton') {
      if (fact.recipient >= 0 && fact.recipient !== recipient) continue
      Object.assign(state, { holder: fact.host, nextTryAt: null })
    }
    // The laptop clears its outbox when it hears the 250, and the relay may have tried by then.
    else if (fact.kind === 'queue' && fact.host === state.holder)
      state.nextTryAt = fact.state === 'deferred' ? fact.at + fact.nextTryIn : null
    else if (fact.kind === 'mailbox' && fact.recipient === recipient) {
      state.copies++
      if (state.folder !== 'inbox') state.folder = fact.folder
    } else if (fact.kind === 'press' && fact.recipient === recipient) {
      state.presses.push(fact.at)
      if (state.outcome !== 'delivered') Object.assign(state, { outcome: 'queued', endedAt: null })
    } else if (fact.kind === 'end' && fact.recipient === recipient)
      Object.assign(state, { outcome: fact.outcome, endedAt: fact.at })
    else if (fact.kind === 'notice' && fact.recipient === recipient)
      state.userWasTold = fact.outcome
  }
  return state
}

/** Every journey of a world as it stands at `until`, in the order in which messages were made. */
export function journeys(index: FactIndex, until: Instant): JourneyReading[] {
  const rows: JourneyReading[] = []
  index.record.messages.forEach((record, message) => {
    record.recipients.forEach((_, recipient) => {
      const one = journeyReading(index, message, recipient, until)
      if (one !== null) rows.push(one)
    })
  })
  return rows
}
