/** Roads that a letter may take, and what SPF, DKIM and DMARC say of it at the end of each. */
import type { MailSpec, ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { letterRoads } from './letter-roads.ts'

export interface Road {
  readonly road: string
  readonly world?: 'direct' | 'relayed'
  readonly letter?: Partial<MailSpec>
  readonly set?: Readonly<Record<string, string>>
  readonly of?: (scenario: ScenarioFile) => ScenarioFile
  /** SPF, DKIM, DMARC, and by what DMARC passes. */
  readonly gives: string
  /** What the exchanger answers where it applies p=reject; `250` where it takes it. */
  readonly applied: string
}

export const SIGNED = { 'relay.sign': 'on' } as const
const TO_ALUMNI = { to: ['bob@alumni.example'] } as const
const TO_LIST = { to: ['tea@club.example'] } as const
const BY_ESP = { host: 'esp', author: 'alice@school.example' } as const
const FORGED = { host: 'bot', kind: 'spam', from: 'alice@school.example' } as const

const withZones = (change: (zone: ZoneSpec) => ZoneSpec) => (of: ScenarioFile) => {
  return { ...of, zones: of.zones.map(change) }
}
/** The DNS of Alice's school does not answer. */
export const silent = withZones((zone) => {
  return zone.origin === 'school.example' ? { ...zone, failure: 'SERVFAIL' } : zone
})
const withKeys =
  (id: string, keys: readonly string[]) =>
  (of: ScenarioFile): ScenarioFile => {
    return { ...of, hosts: of.hosts.map((one) => (one.id === id ? { ...one, keys } : one)) }
  }

export const ROADS: readonly Road[] = [
  { road: 'from her own relay', set: SIGNED, gives: 'pass pass pass by spf+dkim', applied: '250' },
  { road: 'from her own relay, unsigned', gives: 'pass none pass by spf', applied: '250' },
  {
    road: 'straight from the laptop',
    world: 'direct',
    set: SIGNED,
    gives: 'fail none fail',
    applied: '550 5.7.1',
  },
  {
    road: 'straight from a laptop that has a key of its own',
    world: 'direct',
    set: { 'laptop.sign': 'on' },
    gives: 'fail pass pass by dkim',
    applied: '250',
  },
  {
    road: 'from an ESP, with a return path and a key of the author’s domain',
    letter: { ...BY_ESP, from: 'bounce@news.school.example' },
    set: { 'esp.sign': 'on' },
    of: withKeys('esp', ['school.example']),
    gives: 'pass pass pass by spf+dkim',
    applied: '250',
  },
  {
    road: 'from an ESP, with the ESP’s return path and key',
    letter: { ...BY_ESP, from: 'bounce@esp.example' },
    set: { 'esp.sign': 'on', 'esp.sign.as': 'own' },
    gives: 'pass pass fail',
    applied: '550 5.7.1',
  },
  {
    road: 'forwarded',
    letter: TO_ALUMNI,
    set: SIGNED,
    gives: 'fail pass pass by dkim',
    applied: '250',
  },
  {
    road: 'forwarded, unsigned',
    letter: TO_ALUMNI,
    gives: 'fail none fail',
    applied: '550 5.7.1',
  },
  {
    road: 'forwarded with SRS',
    letter: TO_ALUMNI,
    set: { ...SIGNED, 'alumni.srs': 'on' },
    gives: 'pass pass pass by dkim',
    applied: '250',
  },
  {
    road: 'through a list with footer and tag',
    letter: TO_LIST,
    set: SIGNED,
    gives: 'pass fail fail',
    applied: '550 5.7.1',
  },
  {
    road: 'through a list with a tag only',
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.footer': 'off' },
    gives: 'pass fail fail',
    applied: '550 5.7.1',
  },
  {
    road: 'through a list that signs what it has changed',
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.sign': 'on', 'tea.sign.as': 'own' },
    gives: 'pass pass fail',
    applied: '550 5.7.1',
  },
  {
    road: 'through a list that changes nothing',
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.footer': 'off', 'tea.subject-tag': 'off' },
    gives: 'pass pass pass by dkim',
    applied: '250',
  },
  {
    road: 'through a list that puts itself into From',
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.rewrite-from': 'on', 'tea.sign': 'on' },
    gives: 'pass pass pass by spf+dkim',
    applied: '250',
  },
  {
    road: 'from a bot that forges From',
    letter: FORGED,
    gives: 'fail none fail',
    applied: '550 5.7.1',
  },
  {
    road: 'from a bot that forges From, where the domain asks for nothing',
    letter: FORGED,
    of: withZones((zone) => {
      const { '_dmarc.school.example': _wish, ...names } = zone.names
      return { ...zone, names }
    }),
    gives: 'fail none none',
    applied: '250',
  },
  {
    road: 'from a cousin domain in perfect order',
    letter: { ...FORGED, from: 'alice@sch00l.example' },
    set: { 'bot.sign': 'on' },
    gives: 'pass pass pass by spf+dkim',
    applied: '250',
  },
  {
    road: 'from a bot with a stolen account',
    letter: FORGED,
    set: { ...SIGNED, 'bot.via': 'account' },
    of: (of) => ({
      ...of,
      hosts: of.hosts.map((one) => {
        return one.id === 'bot' ? { ...one, account: 'alice@school.example' } : one
      }),
    }),
    gives: 'pass pass pass by spf+dkim',
    applied: '250',
  },
  {
    // A letter to a mailbox of the spammer's own goes to everybody else as it is.
    road: 'replayed with the signature it once got',
    letter: { ...TO_ALUMNI, kind: 'spam' },
    set: SIGNED,
    gives: 'fail pass pass by dkim',
    applied: '250',
  },
  {
    road: 'replayed in an envelope of the spammer’s own',
    letter: { ...TO_ALUMNI, kind: 'spam' },
    set: { ...SIGNED, 'alumni.srs': 'on' },
    of: withZones((zone) => {
      return zone.origin === 'alumni.example'
        ? {
            ...zone,
            names: { ...zone.names, 'alumni.example': zone.names['alumni.example']!.slice(0, 1) },
          }
        : zone
    }),
    gives: 'none pass pass by dkim',
    applied: '250',
  },
  {
    // Written on the relay itself: the laptop would not find it.
    road: 'while the DNS of her domain fails',
    letter: { host: 'relay' },
    set: SIGNED,
    of: silent,
    gives: 'temperror temperror temperror',
    applied: '250',
  },
]

/** The scenario of a road. */
export function scenarioOfRoad({ letter, of }: Road): ScenarioFile {
  const base = letterRoads(letter ?? {})
  return of?.(base) ?? base
}
