/**
 * A world before anything has happened in it: the hosts as they are known outside. What their options
 * and the DNS say of them (`record.ts`) is not in here: a page has no need of it to begin with.
 */
import { FactLog } from './facts/fact-log.ts'
import type { HostRecord, HostTerms, WorldRecord } from './facts/record.ts'
import { delayBetween } from './network/host.ts'
import type { Run, WorldPlan } from './run.ts'
import { accountOf, buildSetting, siteOf } from './setting.ts'
import type { Setting } from './transfer/context.ts'

export function emptyRecord(run: Run, plan: WorldPlan): WorldRecord {
  const setting = buildSetting(run.scenario, run.seed, plan.zones)
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
  return {
    index,
    id: spec.id,
    kind: spec.kind,
    name: spec.name,
    account: accountOf(scenario, spec.id),
    addresses: spec.addresses,
    site: siteOf(scenario, index),
    delays: scenario.hosts.map((_, other) => delayBetween(setting.links, index, other)),
    ...UNKNOWN,
  }
}

/** A host of which nothing more has been heard. */
const UNKNOWN: HostTerms = {
  line: { kind: 'always', centsPerMinute: 0, octetsPerSecond: 0 },
  sizeLimits: [],
  lifetimes: [],
  reverseNames: [],
}
