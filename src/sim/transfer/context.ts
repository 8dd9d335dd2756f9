/**
 * What everything that happens in a world has at hand. Agents touch their own host's state, and
 * speak to others only through connections; nobody keeps a reference to another agent.
 */
import type { Kernel } from '../engine/kernel.ts'
import type { Timeouts } from '../engine/timeouts.ts'
import type { FactLog } from '../facts/fact-log.ts'
import type { Rule } from '../facts/rule.ts'
import { present } from '../assert.ts'
import type { DnsCache } from '../mail/dns/cache.ts'
import type { SymbolicSignature } from '../mail/dkim/signature.ts'
import type { Zone } from '../mail/dns/zone.ts'
import type { Host, Links } from '../network/host.ts'
import type { AgentKind } from './agent.ts'
import type { Attempt } from './attempt.ts'
import type { Connection } from './connection.ts'
import type { Millis } from '../units.ts'
import type { MessageRecord, RecipientStatus } from '../facts/message.ts'

/** All that changes and must be in a snapshot. Plain data, a tree. */
export interface World {
  readonly hosts: Host[]
  readonly caches: DnsCache[]
  readonly connections: (Connection | null)[]
  readonly freeConnections: number[]
  readonly attempts: (Attempt | null)[]
  readonly freeAttempts: number[]
  /** Per message: how it ended for each recipient. */
  readonly status: RecipientStatus[][]
  /** DKIM signatures that a message carries, the topmost first; none of an unsigned one. */
  readonly signatures: Map<number, readonly SymbolicSignature[]>
  connectionCount: number
  attemptCount: number
  /** Numbers the waits; see `engine/timeouts.ts`. */
  tokenCount: number
  /** Messages made so far by each writer, for their ids. */
  readonly made: Map<string, number>
  /** Acts carried out so far, of the list in order of time. */
  nextAct: number
  /** The limit that ended the run, −1 for none; see `LIMITS`. */
  limit: number
}

/** What only grows: a snapshot keeps the lengths. */
export interface Chronicle {
  readonly facts: FactLog
  readonly messages: MessageRecord[]
  /** Domain names and addresses that facts speak of by number. */
  readonly names: string[]
  readonly nameIndex: Map<string, number>
  /** The last rule that a finding with this reason had; only to be quick, see `site.ts`. */
  readonly rules: Map<string, KnownRule>
}

/** A rule with its text and its number among the names. */
export interface KnownRule extends Rule {
  readonly text: string
  readonly index: number
}

/** What never changes during a run. */
export interface Setting {
  readonly seed: number
  readonly zones: readonly Zone[]
  readonly links: Links
  /** Host index by address. */
  readonly hostOfAddress: ReadonlyMap<string, number>
  /** Host index by id. */
  readonly hostOfId: ReadonlyMap<string, number>
  /** Lists in the DNS that a host of this world keeps, by the origin of their zone. */
  readonly liveZones: readonly { readonly origin: string; readonly host: number }[]
  /** Index of the host that answers DNS questions, −1 if none: answers then take no time. */
  readonly nameServer: number
  /** Per host: the name of the next hop for a domain, whatever the DNS says. */
  readonly routes: readonly (Readonly<Record<string, string>> | undefined)[]
  /** Per host: domains whose signing key it has; the first one is its own. */
  readonly keys: readonly (readonly string[])[]
  /** Per host: to whom mail for an address is passed on, by the address in lower case. */
  readonly forwards: readonly ReadonlyMap<string, readonly string[]>[]
  /** Name of the submission server that mail programs are set up with, '' if none. */
  readonly submissionServer: string
  readonly startsAtEpochMs: number
  /** When the last of the scenario's messages is written; 0 where there is none. */
  readonly lastMailAt: Millis
}

export interface Context {
  readonly kernel: Kernel
  readonly timeouts: Timeouts
  readonly setting: Setting
  readonly chronicle: Chronicle
  readonly agents: ReadonlyMap<string, AgentKind>
  world: World
}

/** The agent that lives on a host. */
export function agentOf(ctx: Context, host: Host): AgentKind {
  return present(ctx.agents.get(host.kind), 'agent', host.kind)
}

export function hostAt(ctx: Context, index: number): Host {
  return present(ctx.world.hosts[index], 'host', index)
}

export function messageAt(ctx: Context, index: number): MessageRecord {
  return present(ctx.chronicle.messages[index], 'message', index)
}

/** The number by which facts speak of a name. */
export function nameIndexOf(chronicle: Chronicle, name: string): number {
  const known = chronicle.nameIndex.get(name)
  if (known !== undefined) return known
  const index = chronicle.names.push(name) - 1
  chronicle.nameIndex.set(name, index)
  return index
}
