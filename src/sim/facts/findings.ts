/**
 * Findings: what a receiver's checks made of a session, each with what it rests on.
 */
import { present } from '../assert.ts'
import { REPLIES } from '../mail/reply-catalogue.ts'
import type { Instant } from '../units.ts'
import { read, readAs } from './codec.ts'
import type { FactOf, Folder } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { readRule, type Rule } from './rule.ts'
import { clientAddress } from './transcript.ts'
import type { WorldRecord } from './record.ts'

/** A finding with its rule written out. */
export interface FindingReading extends Rule {
  /** Position of the fact. */
  readonly position: number
  readonly at: Instant
  readonly connection: number
  readonly recipient: number
  readonly passes: boolean
  /** What was measured: milliseconds waited, messages, connections, tenths of a point. */
  readonly value: number
  /** Tenths of a point added to the message's score. */
  readonly score: number
  /** `junk`: it has the message put aside. */
  readonly folder: Folder
}

/** The rule that a finding speaks of by number. */
export function ruleOf({ names }: Pick<WorldRecord, 'names'>, fact: FactOf<'finding'>): Rule {
  return readRule(present(names[fact.rule], 'name of a rule', fact.rule))
}

/** The finding at this position; null where the fact is another. */
export function findingAt(index: FactIndex, position: number): FindingReading | null {
  const fact = readAs(index.record.facts, position, 'finding')
  if (fact === null) return null
  const { at, connection, recipient, passes, value, score, folder } = fact
  return {
    ...ruleOf(index.record, fact),
    position,
    at,
    connection,
    recipient,
    passes,
    value,
    score,
    folder,
  }
}

/** All findings of a session up to an instant, in the order in which they were made. */
export function findingsOf(
  index: FactIndex,
  connection: number,
  until: Instant = Infinity,
): FindingReading[] {
  const found: FindingReading[] = []
  for (const position of index.connections[connection]?.facts ?? []) {
    const one = findingAt(index, position)
    if (one !== null && one.at <= until) found.push(one)
  }
  return found
}

/** Those of them that are about this recipient, or about the whole session. */
export const findingsAbout = (
  index: FactIndex,
  connection: number,
  recipient: number,
  until?: Instant,
): FindingReading[] =>
  findingsOf(index, connection, until).filter(
    (one) => one.recipient < 0 || one.recipient === recipient,
  )

/** What a server asked the DNS for this finding: its questions since the one before. Positions. */
export function queriesFor(index: FactIndex, finding: FindingReading): number[] {
  let asked: number[] = []
  for (const position of index.connections[finding.connection]?.facts ?? []) {
    if (position >= finding.position) break
    const { kind } = read(index.record.facts, position)
    if (kind === 'query') asked.push(position)
    else if (kind === 'finding') asked = []
  }
  return asked
}

/**
 * Where the server says no to what it found, as a position; null where it does not object. Commands
 * that came together are answered together, so the next reply need not be it: one about a recipient
 * answers the RCPT of that recipient, any other is the next that objects.
 */
export function replyTo(index: FactIndex, finding: FindingReading): number | null {
  if (finding.passes) return null
  const asked: FactOf<'command'>[] = []
  let isGreeted = false
  for (const position of index.connections[finding.connection]?.facts ?? []) {
    const fact = read(index.record.facts, position)
    if (fact.kind === 'command') asked.push(fact)
    if (fact.kind !== 'reply') continue
    const answered = isGreeted ? asked.shift() : undefined
    isGreeted = true
    if (position < finding.position || (REPLIES[fact.reply]?.code ?? 0) < 400) continue
    const isAbout = answered?.verb === 'RCPT' && answered.detail === finding.recipient
    if (finding.recipient < 0 || isAbout) return position
  }
  return null
}

/** A session in which a message was checked. */
export interface CheckedSession {
  readonly connection: number
  readonly server: number
  /** Host that called, and the address that it called from. */
  readonly client: number
  readonly address: string
  /** When it called. */
  readonly at: Instant
  readonly findings: readonly FindingReading[]
}

/** Sessions of a message in which something was found about it, for one of its recipients. */
export function checkedSessions(
  index: FactIndex,
  message: number,
  recipient: number,
  until: Instant,
): CheckedSession[] {
  const { attempts, connections, record } = index
  const serials = (index.messages[message]?.attempts ?? []).flatMap(
    (attempt) => attempts[attempt]?.connections ?? [],
  )
  return serials.flatMap((connection) => {
    const findings = findingsAbout(index, connection, recipient, until)
    const { attempt, facts } = present(connections[connection], 'connection', connection)
    const opened = readAs(record.facts, facts[0] ?? -1, 'connect')
    if (findings.length === 0 || opened === null) return []
    const { server, at } = opened
    const client = attempts[attempt]?.host ?? -1
    const address = clientAddress(index, connection)
    return [{ connection, server, client, address, at, findings }]
  })
}
