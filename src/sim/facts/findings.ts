/**
 * Findings: what a receiver's checks made of a session, each with what it rests on.
 */
import { present } from '../assert.ts'
import type { Instant } from '../units.ts'
import { read, readAs } from './codec.ts'
import type { FactOf, Folder } from './fact.ts'
import type { FactIndex } from './fact-index.ts'
import { readRule, type Rule } from './rule.ts'
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

/** What a server asked the DNS in a session before it made this finding: the facts it rests on. */
export function queriesBefore(index: FactIndex, finding: FindingReading): number[] {
  const before: number[] = []
  for (const position of index.connections[finding.connection]?.facts ?? []) {
    if (position >= finding.position) break
    if (read(index.record.facts, position).kind === 'query') before.push(position)
  }
  return before
}
