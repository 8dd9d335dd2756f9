/**
 * What readings need of a world, taken from its scenario and its options.
 */
import { present } from './assert.ts'
import { emptyRecord } from './empty-record.ts'
import type { HostTerms, LineRecord, WorldRecord } from './facts/record.ts'
import type { DnsRecord } from './mail/dns/record.ts'
import { reverseName } from './mail/dns/reverse-name.ts'
import type { Zone } from './mail/dns/zone.ts'
import type { OptionValue } from './network/host.ts'
import { optionsOf } from './options.ts'
import { actsFor, type Run, type WorldPlan } from './run.ts'
import { readValue } from './policy/options.ts'
import type { HostSpec } from './scenarios/scenario.ts'
import { buildSetting } from './setting.ts'
import type { Simulation } from './simulation.ts'
import type { Instant } from './units.ts'

/** The record of a simulation: a view of its growing facts, not a copy. */
export function recordOf(run: Run, simulation: Simulation): WorldRecord {
  const { facts, messages, names } = simulation.chronicle
  return { ...recordFor(run, simulation.plan), facts, messages, names }
}

/** The record of a world that is to be run, with what its options say. */
export function recordFor(run: Run, plan: WorldPlan): WorldRecord {
  const record = emptyRecord(run, plan)
  const hosts = termsOf(run, plan).map((terms, i) => ({
    ...present(record.hosts[i], 'host'),
    ...terms,
  }))
  return { ...record, hosts }
}

/** What the options and the DNS say that readings have to know, by host. */
export function termsOf(run: Run, plan: WorldPlan): HostTerms[] {
  const { zones } = buildSetting(run.scenario, run.seed, plan.zones)
  return run.scenario.hosts.map((spec) => ({
    reverseNames: spec.addresses.map((address) => confirmedName(zones, address)),
    line: lineOf(run, plan, spec),
    sizeLimits: valuesOf(run, plan, spec, 'size-limit').map(({ from, value }) => ({
      from,
      octets: Number(value),
    })),
    lifetimes: valuesOf(run, plan, spec, 'queue.lifetime').map(({ from, value }) => ({
      from,
      span: Number(value),
    })),
  }))
}

/** The line as it is at the start: its options cannot change while the run is under way. */
function lineOf(run: Run, plan: WorldPlan, spec: HostSpec): LineRecord {
  const valueOf = (what: string): OptionValue | undefined =>
    valuesOf(run, plan, spec, what).findLast(({ from }) => from === 0)?.value
  return {
    kind: (valueOf('line.kind') ?? 'always') as LineRecord['kind'],
    centsPerMinute: Number(valueOf('line.price') ?? 0),
    octetsPerSecond: Number(valueOf('line.speed') ?? 0),
  }
}

/**
 * What an option of a host has been, from when on; none where the host has no such option. The
 * scenario, the world and people may each have set it; one of a crowd follows what people set on
 * the host that stands for it, as in `acts.ts`.
 */
function valuesOf(
  { scenario, interventions }: Run,
  plan: WorldPlan,
  { id, crowd = id }: HostSpec,
  what: string,
): { from: Instant; value: OptionValue }[] {
  const [own, shared] = [`${id}.${what}`, `${crowd}.${what}`]
  const option = optionsOf(scenario).find(({ path }) => path === own)
  if (option === undefined) return []
  const written = plan.settings[own]
  const set = written === undefined ? null : readValue(option.spec, written)
  const values = [{ from: 0, value: set ?? option.initial }]
  for (const { at, act } of actsFor(plan, interventions))
    if (act.kind === 'set' && (act.path === own || act.path === shared))
      values.push({ from: at, value: act.value })
  return values
}

/**
 * The PTR name whose address points back (RFC 8601 §3, iprev); '' otherwise. Read straight from the
 * zones, without aliases: this is what readings print, not what a check asks.
 */
function confirmedName(zones: readonly Zone[], address: string): string {
  const at = (name: string): readonly DnsRecord[] => zones.flatMap((zone) => zone.names[name] ?? [])
  for (const pointer of at(reverseName(address))) {
    if (pointer.type !== 'PTR') continue
    const back = at(pointer.name)
    if (back.some((record) => record.type === 'A' && record.address === address))
      return pointer.name
  }
  return ''
}
