/**
 * From facts to sentences as data: a key and its values. Pure; the words stand in `words.ts`.
 *
 * `brief` tells what one would call across a room, `full` also how it comes about. Lines of a
 * session are told by neither: the transcript has them.
 */
import {
  attemptReading,
  decisionLabel,
  decisionStatus,
  type AttemptReading,
} from '../../sim/facts/attempts.ts'
import { read, readAs } from '../../sim/facts/codec.ts'
import { KIND, type Fact, type FactOf } from '../../sim/facts/fact.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { ruleOf } from '../../sim/facts/findings.ts'
import { clientAddress } from '../../sim/facts/transcript.ts'
import { REPLIES } from '../../sim/mail/reply-catalogue.ts'
import type { Instant } from '../../sim/units.ts'

export type SentenceKey =
  | 'written'
  | 'report-made'
  | 'trying'
  | 'asking'
  | 'connected'
  | 'handed-over'
  | 'deferred'
  | 'refused'
  | 'no-answer'
  | 'no-receipt'
  | 'waits'
  | 'delivered'
  | 'put-aside'
  | 'found'
  | 'trapped'
  | 'listed'
  | 'delisted'
  | 'again'
  | 'lost'
  | 'turned-away'
  | 'bounced'
  | 'discarded'
  | 'told'
  | 'pressed'
  | 'asleep'
  | 'down'
  | 'unreachable'
  | 'hung-up'
  | 'up'
  | 'telephones'
  | 'limit'

export interface Sentence {
  readonly key: SentenceKey
  readonly at: Instant
  /** Hosts by index, instants in milliseconds, the rest as it reads. */
  readonly values: Readonly<Record<string, string | number>>
}

const BRIEF: ReadonlySet<SentenceKey> = new Set<SentenceKey>([
  'report-made',
  'handed-over',
  'deferred',
  'refused',
  'no-answer',
  'no-receipt',
  'delivered',
  'put-aside',
  'found',
  'listed',
  'delisted',
  'again',
  'lost',
  'turned-away',
  'bounced',
  'discarded',
  'pressed',
  'asleep',
  'down',
  'unreachable',
  'hung-up',
  'up',
  'telephones',
  'limit',
])

export const isBrief = (key: SentenceKey): boolean => BRIEF.has(key)

/** Kinds that no sentence is about; they are most of the facts. */
const SILENT: ReadonlySet<number> = new Set([KIND.command, KIND.reply, KIND.close, KIND.query])

/** What happened in (from, to], in order. */
export function sentencesBetween(index: FactIndex, from: Instant, to: Instant): Sentence[] {
  const { facts } = index.record
  const found: Sentence[] = []
  const end = facts.countUntil(to)
  for (let i = facts.countUntil(from); i < end; i++) {
    if (SILENT.has(facts.kind(i))) continue
    const one = sentenceOf(index, read(facts, i))
    if (one !== null) found.push(one)
  }
  return found
}

function sentenceOf(index: FactIndex, fact: Fact): Sentence | null {
  const { record } = index
  const { at } = fact
  const say = (key: SentenceKey, values: Sentence['values'] = {}): Sentence => ({ key, at, values })
  const to = (message: number, recipient: number): string =>
    record.messages[message]?.recipients[recipient] ?? ''
  switch (fact.kind) {
    case 'host':
      return hostSentence(index, fact)
    case 'message': {
      const made = record.messages[fact.message]
      const values = { host: fact.host, sender: made?.author ?? '', to: to(fact.message, 0) }
      return say(fact.about >= 0 ? 'report-made' : 'written', values)
    }
    case 'press':
      return say('pressed', { host: fact.host })
    case 'attempt':
      return say('trying', { host: fact.host })
    case 'lookup': {
      const host = index.attempts[fact.attempt]?.host ?? -1
      return say('asking', { host, name: record.names[fact.name] ?? '', type: fact.type })
    }
    case 'accept':
      return say('connected', { server: serverOf(index, fact.connection) })
    case 'result':
      return resultSentence(index, fact)
    case 'queue':
      if (fact.state !== 'deferred' || fact.nextTryIn === 0) return null
      return say('waits', { host: fact.host, next: at + fact.nextTryIn })
    case 'baton': {
      // In a mailbox at once: the delivery is told, not the hand-over.
      const kind = record.hosts[fact.host]?.kind
      return fact.from < 0 || kind === 'mx' ? null : say('handed-over', { host: fact.host })
    }
    case 'mailbox': {
      const values = { host: fact.host, to: to(fact.message, fact.recipient) }
      if (fact.folder === 'junk') return say('put-aside', values)
      return say(fact.copies > 1 ? 'again' : 'delivered', values)
    }
    case 'listing': {
      const values = { host: fact.host, address: record.names[fact.address] ?? '' }
      return say(LISTING_KEYS[fact.event], values)
    }
    case 'finding':
      return findingSentence(index, fact)
    case 'end':
      return endSentence(fact, to(fact.message, fact.recipient))
    case 'notice':
      return say('told', { host: fact.host })
    case 'limit':
      return say('limit')
    default:
      return null
  }
}

const LISTING_KEYS = { hit: 'trapped', listed: 'listed', delisted: 'delisted' } as const

/** Only what a check objects to, or has put aside: that all is well is no news. */
function findingSentence(index: FactIndex, fact: FactOf<'finding'>): Sentence | null {
  if (fact.passes && fact.folder === 'inbox') return null
  const { at, connection, value, recipient, folder } = fact
  const rule = ruleOf(index.record, fact)
  const message = index.attempts[index.connections[connection]?.attempt ?? -1]?.message ?? -1
  const values = {
    server: serverOf(index, connection),
    // Two findings are told as one if they are alike in this.
    finding: `${rule.check}/${rule.reason}`,
    threshold: rule.threshold,
    about: rule.about,
    value,
    folder,
    client: clientAddress(index, connection),
    named: index.record.messages[message]?.recipients[recipient] ?? '',
  }
  return { key: 'found', at, values }
}

const HOST_KEYS = {
  up: 'up',
  refused: 'down',
  unreachable: 'unreachable',
  asleep: 'asleep',
  offline: 'hung-up',
} as const

/** How the world is at its start is no news. */
function hostSentence(index: FactIndex, fact: FactOf<'host'>): Sentence | null {
  const isNews = fact.at > 0 || fact.cause >= 0 || fact.state === 'refused'
  if (!isNews || index.record.hosts[fact.host]?.kind === 'device') return null
  const isCall = fact.state === 'up' && stateBefore(index, fact) === 'offline'
  const key = isCall ? 'telephones' : HOST_KEYS[fact.state]
  return { key, at: fact.at, values: { host: fact.host } }
}

/** A host that was off line has been there all the time: only its line comes up. */
function stateBefore({ hosts, record }: FactIndex, { host, at }: FactOf<'host'>): string {
  const before = (hosts[host] ?? []).findLast((i) => record.facts.at(i) < at)
  return before === undefined ? '' : (readAs(record.facts, before, 'host')?.state ?? '')
}

const END_KEYS = {
  refused: 'turned-away',
  bounced: 'bounced',
  lost: 'lost',
  discarded: 'discarded',
} as const

function endSentence(fact: FactOf<'end'>, to: string): Sentence | null {
  if (fact.outcome === 'delivered') return null
  return { key: END_KEYS[fact.outcome], at: fact.at, values: { to } }
}

function resultSentence(index: FactIndex, fact: FactOf<'result'>): Sentence | null {
  const digit = decisionStatus(fact.decision).slice(0, 1)
  if (digit === '2') return null
  const tried = attemptReading(index, fact.attempt, fact.recipient, fact.at)
  const reply = decisionLabel(fact.decision)
  const values = { reply, host: tried?.host ?? -1, server: tried?.server ?? -1 }
  if (fact.decision.by === 'network') {
    const hasLostReceipt = fact.decision.result === 'lost connection' && wasTaken(index, tried)
    return { key: hasLostReceipt ? 'no-receipt' : 'no-answer', at: fact.at, values }
  }
  return { key: digit === '5' ? 'refused' : 'deferred', at: fact.at, values }
}

/** The server has said that it took the letter; on its way that reply was lost. */
function wasTaken({ connections, record }: FactIndex, tried: AttemptReading | null): boolean {
  return (connections[tried?.decidingConnection ?? -1]?.facts ?? []).some((i) => {
    const reply = readAs(record.facts, i, 'reply')
    return reply !== null && REPLIES[reply.reply]?.name === 'queued'
  })
}

function serverOf(index: FactIndex, connection: number): number {
  const first = index.connections[connection]?.facts[0]
  if (first === undefined) return -1
  const opened = read(index.record.facts, first)
  return opened.kind === 'connect' ? opened.server : -1
}
