/** What hosts, roads and messages are called in sentences. */
import type { HostSpec, Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'

/** Where one name will do for everybody with the role. Everything else goes by its label. */
const ROLES: Partial<Record<HostSpec['kind'], Words>> = {
  submission: { everyday: 'the post office', technical: 'the relay', protocol: '' },
  backup: { everyday: 'the neighbour', technical: 'the backup MX', protocol: '' },
  bot: { everyday: 'the infected PC', technical: 'the spam bot', protocol: '' },
  blocklist: { everyday: 'the list of spammers', technical: 'the block list', protocol: '' },
  forwarder: { everyday: 'the old address', technical: 'the forwarder', protocol: '' },
  list: { everyday: 'the mailing list', technical: 'the mailing list', protocol: '' },
  'name-server': { everyday: 'the address book', technical: 'the name server', protocol: '' },
}

/** `Alice's laptop`, `the relay`, `mx.college.example`: short, for the middle of a sentence. */
export function hostName(scenario: ScenarioFile, index: number, level: Level): string {
  const host = scenario.hosts[index]
  if (host === undefined) return '–'
  // The first of a kind has the role; who comes besides is called as the scenario calls it.
  const crowd = level === 'protocol' ? null : crowdName(scenario, index, level)
  if (crowd !== null) return `one of ${crowd}`
  const isFirst = scenario.hosts.findIndex(({ kind }) => kind === host.kind) === index
  const role = isFirst ? (ROLES[host.kind]?.[level] ?? '') : ''
  if (role !== '') return role
  if (level === 'protocol') return host.name
  if (host.kind === 'mua') return `${host.person ?? host.id}'s laptop`
  return level === 'technical' && host.kind === 'mx' ? host.label.everyday : host.label[level]
}

/** The host that stands for it on the map; itself unless it is one of a crowd. */
export function standOf({ hosts }: Pick<ScenarioFile, 'hosts'>, index: number): number {
  const { crowd } = hosts[index] ?? {}
  return crowd === undefined ? index : hosts.findIndex(({ id }) => id === crowd)
}

/** How many stand at its place. */
export const crowdSize = (scenario: ScenarioFile, index: number): number =>
  scenario.hosts.filter((_, i) => standOf(scenario, i) === standOf(scenario, index)).length

/** `23 other post offices`: what all of a crowd are called together; null for a host of its own. */
export function crowdName(scenario: ScenarioFile, index: number, level: Level): string | null {
  const label = scenario.hosts[standOf(scenario, index)]?.label[level]
  if (label === undefined || crowdSize(scenario, index) < 2) return null
  return label.slice(0, 1).toLowerCase() + label.slice(1)
}

export function hostIndex(scenario: ScenarioFile, id: string): number {
  return scenario.hosts.findIndex((one) => one.id === id)
}

/** First letter as at the beginning of a sentence; names with dots in them stay as they are. */
export function capital(text: string): string {
  const [word = ''] = text.split(' ')
  return /\.\w/.test(word) ? text : text.slice(0, 1).toUpperCase() + text.slice(1)
}
