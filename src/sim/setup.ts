/**
 * From a scenario to the first instant of a world: hosts, links, zones, options.
 */
import { present } from './assert.ts'
import { parseInstant } from './mail/date.ts'
import { newCache } from './mail/dns/cache.ts'
import type { Zone } from './mail/dns/zone.ts'
import type { Host, Links, OptionValue } from './network/host.ts'
import { optionsOf } from './options.ts'
import { readValue } from './policy/options.ts'
import type { ScenarioFile } from './scenarios/scenario.ts'
import type { AgentKind } from './transfer/agent.ts'
import type { Setting, World } from './transfer/context.ts'
import { parseDuration, type Millis } from './units.ts'

/** One-way delay where the scenario names none. */
const DEFAULT_DELAY: Millis = 20

/** A written duration that validation has let through. */
export function written(text: string): Millis {
  return present(parseDuration(text, 's'), 'duration', text)
}

export function buildSetting(scenario: ScenarioFile, seed: number): Setting {
  const hostOfAddress = new Map<string, number>()
  const hostOfId = new Map<string, number>()
  scenario.hosts.forEach((host, index) => {
    hostOfId.set(host.id, index)
    for (const address of host.addresses) hostOfAddress.set(address, index)
  })
  return {
    seed,
    zones: scenario.zones.map((zone): Zone => ({
      origin: zone.origin,
      ttlMs: written(zone.ttl),
      negativeTtlMs: written(zone.negativeTtl),
      names: zone.names,
      ...(zone.failure === undefined ? {} : { failure: zone.failure }),
    })),
    links: buildLinks(scenario, hostOfId),
    hostOfAddress,
    hostOfId,
    nameServer: scenario.hosts.findIndex((host) => host.kind === 'name-server'),
    submissionServer: scenario.hosts.find((host) => host.kind === 'submission')?.name ?? '',
    startsAtEpochMs: present(parseInstant(scenario.startsAt), 'start of the scenario'),
  }
}

function buildLinks(scenario: ScenarioFile, hostOfId: ReadonlyMap<string, number>): Links {
  const size = scenario.hosts.length
  const delay = new Int32Array(size * size).fill(DEFAULT_DELAY)
  for (const link of scenario.links) {
    const a = present(hostOfId.get(link.between[0]), link.between[0])
    const b = present(hostOfId.get(link.between[1]), link.between[1])
    delay[a * size + b] = written(link.delay)
    delay[b * size + a] = written(link.delay)
  }
  return { size, delay }
}

/** @param settings written values beside those of the scenario, by full path */
export function buildWorld(
  scenario: ScenarioFile,
  settings: Readonly<Record<string, string>>,
  agents: ReadonlyMap<string, AgentKind>,
): World {
  const configs = new Map<string, Record<string, OptionValue>>()
  for (const host of scenario.hosts) configs.set(host.id, {})
  for (const { path, host, spec, initial } of optionsOf(scenario)) {
    const set = settings[path]
    const value = set === undefined ? initial : present(readValue(spec, set), 'value of', path)
    present(configs.get(host), host)[spec.key] = value
  }
  const hosts = scenario.hosts.map((spec, index): Host => {
    const kind = present(agents.get(spec.kind), 'agent', spec.kind)
    const { domains = [], mailboxes = [] } = spec
    return {
      index,
      id: spec.id,
      kind: spec.kind,
      name: spec.name,
      addresses: spec.addresses,
      address: 0,
      power: 'up',
      asleep: spec.off ?? false,
      since: 0,
      config: present(configs.get(spec.id), spec.id),
      agent: kind.create({ domains, mailboxes }),
    }
  })
  return {
    hosts,
    caches: hosts.map(newCache),
    connections: [],
    freeConnections: [],
    attempts: [],
    freeAttempts: [],
    status: [],
    connectionCount: 0,
    attemptCount: 0,
    tokenCount: 0,
    madeOn: hosts.map(() => 0),
    nextAct: 0,
    limit: -1,
  }
}
