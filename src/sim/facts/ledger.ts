/**
 * What mail costs each host: octets, time, tries, and the money that its calls cost.
 *
 * Octets are those of SMTP: command and reply lines with their CRLF as the transcript prints them,
 * and contents with the line of the final dot. Simplified: the headers of TCP and IP, TLS and the
 * DNS are left out; what is under way when its receiver goes away counts as sent and not as
 * received; a session lasts for both ends until the client closes it.
 */
import type { Instant, Millis } from '../units.ts'
import type { FactIndex } from './fact-index.ts'
import { LedgerFold, priceOf } from './ledger-fold.ts'
import { copyOf, newLedgerState, shown, type LedgerState } from './ledger-state.ts'
import { LineOctets } from './line-octets.ts'

/** One host's share. */
export interface HostLedger {
  /** Position in the world's list. */
  readonly host: number
  readonly octetsOut: number
  readonly octetsIn: number
  /** Connections that it dialled or accepted. */
  readonly sessions: number
  /** Time in which at least one of them was open, for the client from dialling on. */
  readonly connectedMs: Millis
  /** Most connections that it had accepted and that were open at one time. */
  readonly peakSessions: number
  /**
   * Time in which at least one message was its job and had not ended: as long the machine is needed
   * (RFC 5321 §6.1).
   */
  readonly awakeForMailMs: Millis
  /** Calls that it has made to be online, the time they lasted, and their price in cents. */
  readonly calls: number
  readonly callMs: Millis
  readonly cents: number
  /** Tries to hand a message over: to the next host or to the submission server. */
  readonly attempts: number
  /** Most messages in its queue at one time, those being tried included. */
  readonly queuePeak: number
}

/** Every host's share up to an instant, by host index. */
export function ledgerAt(index: FactIndex, until: Instant): readonly HostLedger[] {
  const book = bookOf(index)
  const fold = book.at(index.record.facts.countUntil(until))
  // Lines that have arrived since the last fact.
  const late = fold.state.tallies.map(() => 0)
  for (const one of fold.state.underWay)
    if (one.arrivesAt <= until && fold.arrives(one)) late[one.to] = (late[one.to] ?? 0) + one.octets
  return fold.state.tallies.map((tally, host) => {
    const line = index.record.hosts[host]?.line
    const isCalling = tally.callSince >= 0 && line !== undefined
    const lasts = isCalling ? until - tally.callSince : 0
    return {
      host,
      octetsOut: tally.octetsOut,
      octetsIn: tally.octetsIn + (late[host] ?? 0),
      sessions: tally.sessions,
      connectedMs: shown(tally.connected, until),
      peakSessions: tally.peakSessions,
      awakeForMailMs: shown(tally.needed, until),
      calls: tally.calls,
      callMs: tally.callMs + lasts,
      cents: tally.cents + (isCalling ? priceOf(lasts, line) : 0),
      attempts: tally.attempts,
      queuePeak: tally.queuePeak,
    }
  })
}

/** Facts between two states that are kept for going back in time. */
const KEEP_EVERY = 1 << 15

/** The states of one world's ledger: the one that was asked for last, and some earlier ones. */
class Book {
  readonly #index: FactIndex
  readonly #lines: LineOctets
  readonly #kept: LedgerState[]
  #fold: LedgerFold

  constructor(index: FactIndex) {
    this.#index = index
    this.#lines = new LineOctets(index)
    const start = newLedgerState(index.record.hosts)
    this.#kept = [start]
    this.#fold = this.#from(start)
  }

  /** The ledger after the first `count` facts. */
  at(count: number): LedgerFold {
    if (this.#fold.state.seen > count) {
      const before = this.#kept.findLast(({ seen }) => seen <= count)
      this.#fold = this.#from(before ?? newLedgerState(this.#index.record.hosts))
    }
    for (;;) {
      const { state } = this.#fold
      const next = (Math.floor(state.seen / KEEP_EVERY) + 1) * KEEP_EVERY
      this.#fold.advance(Math.min(count, next))
      if (state.seen < next) return this.#fold
      if ((this.#kept.at(-1)?.seen ?? 0) < next) this.#kept.push(copyOf(state))
    }
  }

  #from(state: LedgerState): LedgerFold {
    return new LedgerFold(this.#index, this.#lines, copyOf(state))
  }
}

/** Facts that have been taken in stay so: an index is made anew when the past has changed. */
const BOOKS = new WeakMap<FactIndex, Book>()

function bookOf(index: FactIndex): Book {
  const known = BOOKS.get(index)
  if (known !== undefined) return known
  const book = new Book(index)
  BOOKS.set(index, book)
  return book
}
