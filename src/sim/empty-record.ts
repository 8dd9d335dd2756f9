/**
 * A world before anything has happened in it: the hosts as they are known outside. What their options
 * say (`record.ts`) is not in here, so that a page need not have the options to begin with.
 */
import { FactLog } from './facts/fact-log.ts'
import type { HostRecord, HostTerms, WorldRecord } from './facts/record.ts'
import type { DnsRecord } from './mail/dns/record.ts'
import { reverseName } from './mail/dns/reverse-name.ts'
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
    reverseNames: spec.addresses.map((address) => confirmedName(setting, address)),
    ...UNKNOWN,
  }
}

/** A host whose options have not been heard of. */
const UNKNOWN: HostTerms = {
  line: { kind: 'always', centsPerMinute: 0, octetsPerSecond: 0 },
  sizeLimits: [],
  lifetimes: [],
}

/**
 * The PTR name whose address points back (RFC 8601 §3, iprev); '' otherwise. Read straight from the
 * zones, without aliases: this is what readings print, not what a check asks.
 */
function confirmedName({ zones }: Setting, address: string): string {
  const at = (name: string): readonly DnsRecord[] => zones.flatMap((zone) => zone.names[name] ?? [])
  for (const pointer of at(reverseName(address))) {
    if (pointer.type !== 'PTR') continue
    const back = at(pointer.name)
    if (back.some((record) => record.type === 'A' && record.address === address))
      return pointer.name
  }
  return ''
}
