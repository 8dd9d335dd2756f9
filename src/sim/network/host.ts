/**
 * A host as the network sees it: addresses, and whether anything answers there.
 */
import type { Instant, Millis } from '../units.ts'

export type Power = 'up' | 'refused' | 'unreachable'

/**
 * A host's line to the network. `up` all the time where the line is always there; else by calls,
 * which `transfer/line.ts` makes. Plain, mutable world state.
 */
export interface Line {
  state: 'up' | 'down' | 'dialling'
  /** Since when it has been in that state. */
  since: Instant
  /** When the next planned call is due, −1 for none, and when to look again at the present one. */
  nextCallAt: Instant
  checkAt: Instant
  /** Until when contents that have been sent, or are being received, fill it. */
  busyOutUntil: Instant
  busyInUntil: Instant
  /** When the last session or attempt was over: nothing has happened since, if nothing is going on. */
  quietSince: Instant
}

/** A line that is always there. */
export const leasedLine = (): Line => ({
  state: 'up',
  since: 0,
  nextCallAt: -1,
  checkAt: -1,
  busyOutUntil: 0,
  busyInUntil: 0,
  quietSince: 0,
})

/** Values that an option can have. */
export type OptionValue = number | string | boolean

/** Plain, mutable world state. What an agent keeps for itself lies in `agent`. */
export interface Host {
  readonly index: number
  /** Short name within the scenario, e.g. `relay`. */
  readonly id: string
  /** Kind of agent that lives there. */
  readonly kind: string
  /** Fully qualified name; also what it says in EHLO. */
  readonly name: string
  /** What it logs in with at its submission server; '' where there is none. */
  readonly account: string
  readonly addresses: readonly string[]
  /** Hosts of one site (administrative domain) reach each other without the line. */
  readonly site: number
  readonly line: Line
  /** Position of the present address in `addresses`. */
  address: number
  power: Power
  asleep: boolean
  /** Since when the host has been in its present state. */
  since: Instant
  /** Options of this host's agent by key; see the agent's `options`. */
  readonly config: Record<string, OptionValue>
  agent: unknown
}

/** The address the host has now. */
export function addressOf(host: Host): string {
  return host.addresses[host.address] ?? ''
}

/** Whether it is awake and its cable in: packets reach it, as far as there is a way to it. */
export function isReachable(host: Host): boolean {
  return host.power !== 'unreachable' && !host.asleep
}

/** Whether there is a way between two hosts: the same house, or both lines up. */
export function areConnected(a: Host, b: Host): boolean {
  return a.site === b.site || (a.line.state === 'up' && b.line.state === 'up')
}

/** Whether it runs at all: neither asleep nor switched off. */
export function isRunning(host: Host): boolean {
  return host.power !== 'refused' && !host.asleep
}

/** Whether it runs and its line is up: it can begin something with hosts elsewhere. */
export function isOnline(host: Host): boolean {
  return isRunning(host) && host.line.state === 'up'
}

/** One-way delays between hosts: symmetric, constant. A flat matrix, host × host. */
export interface Links {
  readonly size: number
  readonly delay: Int32Array
}

/** One-way delay in milliseconds. */
export function delayBetween(links: Links, a: number, b: number): Millis {
  return links.delay[a * links.size + b]!
}
