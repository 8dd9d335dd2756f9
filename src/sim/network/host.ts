/**
 * A host as the network sees it: addresses, and whether anything answers there.
 */
import type { Instant, Millis } from '../units.ts'

export type Power = 'up' | 'refused' | 'unreachable'

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

/** Whether packets reach it and it can act on them. */
export function isReachable(host: Host): boolean {
  return host.power !== 'unreachable' && !host.asleep
}

/** Whether it runs at all: neither asleep nor switched off. */
export function isRunning(host: Host): boolean {
  return host.power !== 'refused' && !host.asleep
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
