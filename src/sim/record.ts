/**
 * What readings need of a world, taken from its scenario: the hosts as they are known outside.
 */
import { AGENT_KINDS } from './agents/index.ts'
import type { HostRecord, WorldRecord } from './facts/record.ts'
import { query } from './mail/dns/zone.ts'
import { reverseName } from './mail/dns/reverse-name.ts'
import { delayBetween } from './network/host.ts'
import { optionsOf } from './options.ts'
import type { Run, WorldPlan } from './run.ts'
import { buildSetting } from './setup.ts'
import { FactLog } from './facts/fact-log.ts'
import type { Setting } from './transfer/context.ts'
import type { Simulation } from './simulation.ts'

/** The record of a simulation: a view of its growing facts, not a copy. */
export function recordOf(run: Run, simulation: Simulation): WorldRecord {
  const { facts, messages, names } = simulation.chronicle
  return { ...emptyRecord(run, simulation.plan), facts, messages, names }
}

/** The record of a world before anything has happened in it. */
export function emptyRecord(run: Run, plan: WorldPlan): WorldRecord {
  const setting = buildSetting(run.scenario, run.seed)
  return {
    id: plan.id,
    route: plan.route,
    startsAtEpochMs: setting.startsAtEpochMs,
    hosts: run.scenario.hosts.map((_, index) => hostRecord(run, setting, index)),
    facts: new FactLog(),
    messages: [],
    names: [],
  }
}

function hostRecord({ scenario }: Run, setting: Setting, index: number): HostRecord {
  const spec = scenario.hosts[index]!
  const limit = optionsOf(scenario).find((one) => one.path === `${spec.id}.size-limit`)
  const serves = AGENT_KINDS.some((kind) => kind.kind === spec.kind && kind.server !== null)
  return {
    index,
    id: spec.id,
    kind: spec.kind,
    name: spec.name,
    addresses: spec.addresses,
    delays: scenario.hosts.map((_, other) => delayBetween(setting.links, index, other)),
    reverseNames: spec.addresses.map((address) => confirmedName(setting, address)),
    sizeLimitOctets: serves && typeof limit?.initial === 'number' ? limit.initial : 0,
  }
}

/** The PTR name whose address points back (RFC 8601 §3, iprev); '' otherwise. */
function confirmedName({ zones }: Setting, address: string): string {
  for (const pointer of query(zones, reverseName(address), 'PTR').records) {
    if (pointer.type !== 'PTR') continue
    const back = query(zones, pointer.name, 'A').records
    if (back.some((record) => record.type === 'A' && record.address === address))
      return pointer.name
  }
  return ''
}
