/**
 * What of a scenario never changes during a run: zones, links, addresses, the start.
 */
import { present } from './assert.ts'
import { domainOf } from './mail/address.ts'
import { parseInstant } from './mail/date.ts'
import type { Zone } from './mail/dns/zone.ts'
import type { Links } from './network/host.ts'
import type { HostSpec, ScenarioFile, ZoneSpec } from './scenarios/scenario.ts'
import type { Setting } from './transfer/context.ts'
import { parseDuration, type Millis } from './units.ts'

/** One-way delay where the scenario names none. */
const DEFAULT_DELAY: Millis = 20

/** A written duration that validation has let through. */
export function written(text: string): Millis {
  return present(parseDuration(text, 's'), 'duration', text)
}

/** @param zones what the DNS says in this world */
export function buildSetting(
  scenario: ScenarioFile,
  seed: number,
  zones: readonly ZoneSpec[] = scenario.zones,
): Setting {
  const hostOfAddress = new Map<string, number>()
  const hostOfId = new Map<string, number>()
  scenario.hosts.forEach((host, index) => {
    hostOfId.set(host.id, index)
    for (const address of host.addresses) hostOfAddress.set(address, index)
  })
  return {
    seed,
    zones: zones.map((zone): Zone => ({
      origin: zone.origin,
      ttlMs: written(zone.ttl),
      negativeTtlMs: written(zone.negativeTtl),
      names: zone.names,
      hasWildcards: Object.keys(zone.names).some((name) => name.startsWith('*.')),
      ...(zone.failure === undefined ? {} : { failure: zone.failure }),
    })),
    links: buildLinks(scenario, hostOfId),
    hostOfAddress,
    hostOfId,
    liveZones: scenario.hosts.flatMap((host, index) =>
      host.list === undefined ? [] : [{ origin: host.list.toLowerCase(), host: index }],
    ),
    nameServer: scenario.hosts.findIndex((host) => host.kind === 'name-server'),
    routes: scenario.hosts.map((host) => host.routes),
    keys: scenario.hosts.map((host) => keysOf(scenario, host)),
    forwards: scenario.hosts.map(({ forwards = {} }) => {
      return new Map(Object.entries(forwards).map(([path, to]) => [path.toLowerCase(), to]))
    }),
    submissionServer: scenario.hosts.find((host) => host.kind === 'submission')?.name ?? '',
    startsAtEpochMs: present(parseInstant(scenario.startsAt), 'start of the scenario'),
    lastMailAt: Math.max(
      written(scenario.mail.at(-1)?.at ?? '0 s'),
      ...[scenario, ...scenario.variants].flatMap(({ traffic = [] }) =>
        traffic.map(({ ends }) => written(ends)),
      ),
    ),
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

/**
 * Domains whose signing key a host has: as the scenario says, or else those of its mailboxes, and
 * for a mail program that of its account.
 */
function keysOf(scenario: ScenarioFile, { id, kind, domains, keys }: HostSpec): readonly string[] {
  const account = kind === 'mua' ? domainOf(accountOf(scenario, id)) : ''
  const own = domains ?? (account === '' ? [] : [account])
  return (keys ?? own).map((domain) => domain.toLowerCase())
}

/** The number of a host's administrative domain: hosts of one reach each other by themselves. */
export function siteOf(scenario: ScenarioFile, index: number): number {
  const name = scenario.hosts[index]?.admd.protocol ?? ''
  return scenario.hosts.findIndex((one) => one.admd.protocol === name)
}

/**
 * The account that a mail program logs in with at its submission server (RFC 4954), whoever a letter
 * says it is from: as the scenario names it, or else the author of the host's first message.
 */
export function accountOf(scenario: ScenarioFile, host: string): string {
  const named = scenario.hosts.find((one) => one.id === host)?.account
  const first = scenario.mail.find((one) => one.host === host && one.from !== '')
  return named ?? first?.from ?? ''
}
