/** What the ledger of hosts remembers between two facts: plain data that can be copied. */
import type { HostState } from './fact.ts'
import type { Session } from './line-octets.ts'
import type { HostRecord } from './record.ts'
import type { Instant, Millis } from '../units.ts'

/** A span of time that may be going on: how long it was before, and since when it goes on. */
export interface Clock {
  /** How many things keep it going; it stands still at 0. */
  running: number
  since: Instant
  sum: Millis
}

/** One host's counts as they stand after the last fact. */
export interface Tally {
  octetsOut: number
  octetsIn: number
  sessions: number
  /** Runs while at least one connection is open. */
  readonly connected: Clock
  /** Connections that it has accepted and that are open, and the most there ever were. */
  accepted: number
  peakSessions: number
  /** Runs while at least one message is its job, counted once for each recipient. */
  readonly needed: Clock
  attempts: number
  queued: number
  queuePeak: number
  state: HostState
  calls: number
  /** Since when the present call lasts; −1 between calls. */
  callSince: Instant
  /** Of the calls that are over. */
  callMs: Millis
  cents: number
}

/** Lines under way, to be counted at the host that they reach. */
export interface Load {
  readonly connection: number
  readonly from: number
  readonly to: number
  readonly octets: number
  readonly arrivesAt: Instant
  readonly isReply: boolean
}

/** A connection that is not done with. */
export interface OpenSession extends Session {
  isOpen: boolean
  /** Whether its server counts it. */
  accepted: boolean
}

/** Whose job a message is for one recipient, and whether it has come to an end. */
export interface Job {
  readonly host: number
  readonly end: 'none' | 'delivered' | 'other'
}

export interface LedgerState {
  /** Facts taken in so far. */
  seen: number
  readonly tallies: Tally[]
  readonly sessions: Map<number, OpenSession>
  /** By `jobKey`. */
  readonly jobs: Map<number, Job>
  /** By `message * hosts + host`: what lies in a queue. */
  readonly queued: Set<number>
  underWay: Load[]
  /** Number of loads at which those that have arrived are counted. */
  settleAt: number
}

const RECIPIENTS_MAX = 0x1_0000

/** One number for a message and the position of a recipient. */
export const jobKey = (message: number, recipient: number): number =>
  message * RECIPIENTS_MAX + recipient

export function newLedgerState(hosts: readonly HostRecord[]): LedgerState {
  return {
    seen: 0,
    tallies: hosts.map(newTally),
    sessions: new Map(),
    jobs: new Map(),
    queued: new Set(),
    underWay: [],
    settleAt: 0,
  }
}

function newTally(): Tally {
  return {
    octetsOut: 0,
    octetsIn: 0,
    sessions: 0,
    connected: { running: 0, since: 0, sum: 0 },
    accepted: 0,
    peakSessions: 0,
    needed: { running: 0, since: 0, sum: 0 },
    attempts: 0,
    queued: 0,
    queuePeak: 0,
    state: 'up',
    calls: 0,
    callSince: -1,
    callMs: 0,
    cents: 0,
  }
}

/** A copy that shares nothing that changes. */
export function copyOf(state: LedgerState): LedgerState {
  const tallies = state.tallies.map((one) => {
    return { ...one, connected: { ...one.connected }, needed: { ...one.needed } }
  })
  const sessions = new Map<number, OpenSession>()
  for (const [key, one] of state.sessions) sessions.set(key, { ...one, asked: [...one.asked] })
  return {
    ...state,
    tallies,
    sessions,
    jobs: new Map(state.jobs),
    queued: new Set(state.queued),
    underWay: [...state.underWay],
  }
}

/** One thing more or less that keeps a clock going. */
export function turn(clock: Clock, by: 1 | -1, at: Instant): void {
  if (by === 1 && clock.running === 0) clock.since = at
  if (by === -1 && clock.running === 1) clock.sum += at - clock.since
  clock.running += by
}

/** What a clock shows at an instant. */
export const shown = ({ running, since, sum }: Clock, at: Instant): Millis =>
  running > 0 ? sum + Math.max(0, at - since) : sum
