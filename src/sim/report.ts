/**
 * The report of a run: one plain object, for programs. Times are whole milliseconds from the start.
 */
import { judge, type CheckResult } from './conditions.ts'
import { digestOfAll } from './digest.ts'
import type { AttemptReading } from './facts/attempts.ts'
import { FactIndex } from './facts/fact-index.ts'
import { journeys, type JourneyReading } from './facts/journeys.ts'
import { ledgerAt, type HostLedger } from './facts/ledger.ts'
import type { WorldRecord } from './facts/record.ts'
import { messageFindings, type MessageFinding } from './facts/message-findings.ts'
import { totalsAt, type Totals } from './facts/totals.ts'
import { KIND, LIMITS, type Folder } from './facts/fact.ts'
import { recordOf } from './record.ts'
import { roadOf, worldsOf, type Run } from './run.ts'
import { Simulation } from './simulation.ts'
import type { Instant, Millis } from './units.ts'

export interface AttemptRow {
  readonly atMs: Instant
  /** Host that was dialled, by its name; '' when nothing was. */
  readonly host: string
  readonly ip: string
  readonly reply: string
}

export interface MessageRow {
  readonly id: string
  readonly kind: 'good' | 'spam' | 'dsn'
  readonly from: string
  readonly to: string
  readonly sentAtMs: Instant
  /** The hand-over to the submission server, if this world has one: its last try. */
  readonly submission: (AttemptRow & { readonly tries: number }) | null
  /** Tries to reach the recipient's domain. */
  readonly attempts: readonly AttemptRow[]
  readonly outcome: JourneyReading['outcome']
  readonly endedAtMs: Instant | null
  /** Where in the mailbox it lies; null where it is in none. */
  readonly folder: Folder | null
  /** What checks have found about it, in the order of time. */
  readonly findings: readonly FindingRow[]
}

export interface FindingRow {
  /** Id of the check, such as `greylisting`. */
  readonly check: string
  /** It `objects`, with the reply; it has the message put aside (`junk`); or it lets it pass. */
  readonly verdict: 'passes' | 'objects' | 'junk'
  /** Why, in the check's own words: `triplet-new`. */
  readonly reason: string
  /** `450 4.2.0`; '' where it did not object, or the client never heard it. */
  readonly reply: string
}

/** How many ended so, each recipient counted; `folder` is how many of the delivered lie in junk. */
export type KindTotals = Readonly<Record<JourneyReading['outcome'] | 'sent' | 'folder', number>>

/** A host's octets, time, tries and money; see `facts/ledger.ts`. */
export type HostShare = Omit<HostLedger, 'host'>

export interface WorldReport {
  readonly route: 'direct' | 'relayed'
  /** By what a message was meant to be; reports are neither. */
  readonly totals: Readonly<Record<'good' | 'spam', KindTotals>>
  readonly messages: readonly MessageRow[]
  /** What mail has cost each host, by its id. */
  readonly hosts: Readonly<Record<string, HostShare>>
  /** Which limit ended the world early, if one did. */
  readonly limit?: string
}

export interface Report {
  readonly scenario: string
  readonly seed: number
  readonly digest: string
  readonly startsAt: string
  readonly durationMs: Millis
  readonly worlds: Readonly<Record<string, WorldReport>>
  readonly checks: readonly CheckResult[]
}

/** Runs every world of a run to its end. */
export function runToEnd(run: Run): WorldRecord[] {
  return worldsOf(run.scenario, roadOf(run)).map((plan) => {
    const simulation = new Simulation(run, plan)
    simulation.run()
    return recordOf(run, simulation)
  })
}

/** @param setByHand full paths of options that a person has set */
export function reportOf(
  run: Run,
  records: readonly WorldRecord[],
  setByHand: readonly string[],
): Report {
  const indexes = records.map((record) => new FactIndex(record))
  const worlds: Record<string, WorldReport> = {}
  for (const index of indexes) worlds[index.record.id] = worldReport(index)
  return {
    scenario: run.scenario.id,
    seed: run.seed,
    digest: digestOfAll(records),
    startsAt: run.scenario.startsAt,
    durationMs: Math.max(0, ...records.map(lastInstant)),
    worlds,
    checks: run.scenario.checks.map((check) => judge(check, indexes, setByHand)),
  }
}

function lastInstant({ facts }: WorldRecord): Instant {
  return facts.length === 0 ? 0 : facts.at(facts.length - 1)
}

function worldReport(index: FactIndex): WorldReport {
  const messages = journeys(index, Infinity).map((journey) => messageRow(index, journey))
  const { facts, route } = index.record
  const last = facts.length - 1
  const limit =
    last >= 0 && facts.kind(last) === KIND.limit ? LIMITS[facts.lane(last, 0)] : undefined
  const hosts = hostShares(index)
  const { good, spam } = totalsAt(index, Infinity)
  const totals = { good: kindTotals(good), spam: kindTotals(spam) }
  return { route, totals, messages, hosts, ...(limit === undefined ? {} : { limit }) }
}

function kindTotals(totals: Totals): KindTotals {
  const { sent, delivered, refused, bounced, lost, discarded, waiting, junk } = totals
  const ends = { delivered, refused, bounced, lost, discarded, queued: waiting }
  return { sent, ...ends, folder: junk }
}

function findingRow({ check, reason, passes, folder, reply }: MessageFinding): FindingRow {
  const verdict = !passes ? 'objects' : folder === 'junk' ? 'junk' : 'passes'
  return { check, verdict, reason, reply }
}

/** Up to the last fact: what is still going on then has no end to count to. */
function hostShares(index: FactIndex): Record<string, HostShare> {
  const shares: Record<string, HostShare> = {}
  for (const { host, ...share } of ledgerAt(index, lastInstant(index.record)))
    shares[index.record.hosts[host]?.id ?? ''] = share
  return shares
}

function messageRow(index: FactIndex, journey: JourneyReading): MessageRow {
  const { record, submissions } = journey
  const last = submissions.at(-1)
  const row = last === undefined ? null : { ...attemptRow(index, last), tries: submissions.length }
  return {
    id: record.id,
    kind: record.kind,
    from: record.reversePath,
    to: journey.to,
    sentAtMs: record.sentAt,
    submission: row,
    attempts: journey.attempts.filter(leavesTheHost).map((one) => attemptRow(index, one)),
    outcome: journey.outcome,
    endedAtMs: journey.endedAt,
    folder: journey.folder,
    findings: messageFindings(index, journey).map(findingRow),
  }
}

/** A delivery into a mailbox of the same host reaches for no domain. */
function leavesTheHost({ decision }: AttemptReading): boolean {
  const local = ['delivered to mailbox', 'user unknown', 'forwarded']
  return decision?.by !== 'network' || !local.includes(decision.result)
}

function attemptRow({ record }: FactIndex, one: AttemptReading): AttemptRow {
  const server = record.hosts[one.server]
  return { atMs: one.at, host: server?.name ?? '', ip: one.address, reply: one.reply }
}
