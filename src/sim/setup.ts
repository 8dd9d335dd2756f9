/**
 * From a scenario to the first instant of a world: hosts, their agents and options.
 */
import { present } from './assert.ts'
import { newCache } from './mail/dns/cache.ts'
import { leasedLine, type Host, type OptionValue } from './network/host.ts'
import { optionsOf } from './options.ts'
import { accountOf, siteOf } from './setting.ts'
import { readValue } from './policy/options.ts'
import type { ScenarioFile } from './scenarios/scenario.ts'
import type { AgentKind } from './transfer/agent.ts'
import type { World } from './transfer/context.ts'

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
    const domains = (spec.domains ?? []).map((name) => name.toLowerCase())
    const mailboxes = (spec.mailboxes ?? []).map((name) => name.toLowerCase())
    return {
      index,
      id: spec.id,
      kind: spec.kind,
      name: spec.name,
      account: accountOf(scenario, spec.id),
      addresses: spec.addresses,
      site: siteOf(scenario, index),
      line: leasedLine(),
      address: 0,
      power: 'up',
      asleep: spec.off ?? false,
      since: 0,
      config: present(configs.get(spec.id), spec.id),
      agent: kind.create({
        domains,
        mailboxes,
        ...(spec.forwards === undefined ? {} : { passesOn: Object.keys(spec.forwards) }),
      }),
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
    signatures: new Map(),
    connectionCount: 0,
    attemptCount: 0,
    tokenCount: 0,
    made: new Map(),
    nextAct: 0,
    limit: -1,
  }
}
