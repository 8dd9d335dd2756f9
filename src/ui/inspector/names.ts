/** What hosts, roads and messages are called in sentences. */
import type { HostSpec, Level, ScenarioFile, Words } from '../../sim/scenarios/scenario.ts'

/** Where one name will do for everybody with the role. Everything else goes by its label. */
const ROLES: Partial<Record<HostSpec['kind'], Words>> = {
  submission: { everyday: 'the post office', technical: 'the relay', protocol: '' },
  backup: { everyday: 'the neighbour', technical: 'the backup MX', protocol: '' },
  bot: { everyday: 'the infected PC', technical: 'the spam bot', protocol: '' },
  'name-server': { everyday: 'the address book', technical: 'the name server', protocol: '' },
}

/** `Alice's laptop`, `the relay`, `mx.college.example`: short, for the middle of a sentence. */
export function hostName(scenario: ScenarioFile, index: number, level: Level): string {
  const host = scenario.hosts[index]
  if (host === undefined) return '–'
  // The first of a kind has the role; who comes besides is called as the scenario calls it.
  const isFirst = scenario.hosts.findIndex(({ kind }) => kind === host.kind) === index
  const role = isFirst ? (ROLES[host.kind]?.[level] ?? '') : ''
  if (role !== '') return role
  if (level === 'protocol') return host.name
  if (host.kind === 'mua') return `${host.person ?? host.id}'s laptop`
  return level === 'technical' && host.kind === 'mx' ? host.label.everyday : host.label[level]
}

export function hostIndex(scenario: ScenarioFile, id: string): number {
  return scenario.hosts.findIndex((one) => one.id === id)
}

/** First letter as at the beginning of a sentence; names with dots in them stay as they are. */
export function capital(text: string): string {
  const [word = ''] = text.split(' ')
  return /\.\w/.test(word) ? text : text.slice(0, 1).toUpperCase() + text.slice(1)
}
