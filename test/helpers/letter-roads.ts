/**
 * A stage for the question who a message is from: Alice's school with its own outgoing server, a
 * newsletter firm, an old boys' forwarder, a mailing list, an infected PC, and Bob's college, which
 * looks at SPF, DKIM and DMARC. All that a domain can publish is there; nothing is signed unless a
 * test says so.
 */
import type { FindingReading } from '../../src/sim/facts/findings.ts'
import { findingsOf } from '../../src/sim/facts/findings.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import {
  dkimKey,
  dkimName,
  dmarcName,
  dmarcRecord,
  spfRecord,
} from '../../src/sim/scenarios/mail-records.ts'
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import { ALICE, BOB, BOT_HOST, HOSTS } from '../../src/sim/scenarios/school.ts'
import { a, mx } from './day.ts'
import { scenarioOf } from './runs.ts'

const same = (text: string): HostSpec['label'] => {
  return { everyday: text, technical: text, protocol: text }
}

function host(spec: Pick<HostSpec, 'id' | 'kind' | 'name' | 'addresses'> & Partial<HostSpec>) {
  return { label: same(spec.id), admd: same(spec.name), ...spec }
}

const ESP = host({
  id: 'esp',
  kind: 'submission',
  name: 'mail.esp.example',
  addresses: ['198.51.100.10'],
  domains: ['esp.example'],
  mailboxes: ['bounce'],
})

/** Passes mail for Bob's old address on to him, and the loop's to itself. */
export const FORWARDER = host({
  id: 'alumni',
  kind: 'forwarder',
  name: 'mail.alumni.example',
  addresses: ['198.51.100.20'],
  domains: ['alumni.example'],
  forwards: { 'bob@alumni.example': [BOB] },
})

export const LIST = host({
  id: 'tea',
  kind: 'list',
  name: 'lists.club.example',
  addresses: ['198.51.100.30'],
  domains: ['club.example'],
  forwards: { 'tea@club.example': [BOB] },
})

const BOT: HostSpec = { ...BOT_HOST, keys: ['sch00l.example'] }

/** A domain with the address that may send for it, a key, and a wish. */
function zone(
  origin: string,
  exchanger: string,
  address: string,
  selectors: readonly string[],
): ZoneSpec {
  return {
    origin,
    ttl: '1 h',
    negativeTtl: '60 s',
    names: {
      [origin]: [mx(10, exchanger), spfRecord(`ip4:${address}`, '-all')],
      ...(exchanger.endsWith(origin) ? { [exchanger]: [a(address)] } : {}),
      ...Object.fromEntries(selectors.map((s) => [dkimName(origin, s), [dkimKey(origin, s)]])),
      [dmarcName(origin)]: [dmarcRecord('p=reject')],
    },
  }
}

const SCHOOL = zone('school.example', 'smtp.school.example', '192.0.2.25', ['s1', 'laptop'])

export const ZONES: readonly ZoneSpec[] = [
  {
    ...SCHOOL,
    names: {
      ...SCHOOL.names,
      // A return path of the school's own, at the newsletter firm
      'news.school.example': [mx(10, 'mail.esp.example'), spfRecord('include:esp.example', '-all')],
    },
  },
  zone('college.example', 'mx.college.example', '192.0.2.130', []),
  zone('esp.example', 'mail.esp.example', '198.51.100.10', ['s1']),
  zone('alumni.example', 'mail.alumni.example', '198.51.100.20', []),
  zone('club.example', 'lists.club.example', '198.51.100.30', ['list']),
  // Looks like the school's to whoever does not look twice
  zone('sch00l.example', 'mx.sch00l.example', '203.0.113.66', ['s1']),
]

/** Every method is written down and nothing follows, so that a row can be read whole. */
const NOTED = { 'mx.spf': 'note', 'mx.dkim': 'note', 'mx.dmarc': 'note' } as const

/** The stage with one letter, from Alice to Bob unless it says so. */
export function letterRoads(
  letter: Partial<MailSpec>,
  settings: Readonly<Record<string, string>> = {},
  zones: readonly ZoneSpec[] = ZONES,
): ScenarioFile {
  const { roads: _roads, stage: _stage, sweep: _sweep, ...rest } = scenarioOf('two-roads')
  const first: MailSpec = {
    at: '0 s',
    host: 'laptop',
    kind: 'good',
    from: ALICE,
    to: [BOB],
    subject: 'Tea',
    body: 'Dear Bob, come for tea.',
    ...letter,
  }
  return {
    ...rest,
    hosts: [...HOSTS.filter(({ id }) => id !== 'phone'), ESP, FORWARDER, LIST, BOT],
    links: [],
    zones,
    mail: [first],
    settings: { ...NOTED, ...settings },
    variants: [],
    checks: [],
  }
}

/** What a server has found out about who sent the messages it was offered, the latest last. */
export function verdicts(index: FactIndex, server = 'mx'): readonly FindingReading[] {
  const { record } = index
  return index.connections.flatMap((_, serial) => {
    const found = findingsOf(index, serial).filter(({ check }) => METHODS.includes(check))
    const at = record.hosts.findIndex(({ id }) => id === server)
    return serverOf(index, serial) === at ? found : []
  })
}
const METHODS = ['spf', 'dkim', 'dmarc']

function serverOf(index: FactIndex, connection: number): number {
  const first = index.connections[connection]?.facts[0] ?? 0
  return (index.record.facts.lane(first, 2) & 16383) - 1
}

/** `spf dkim dmarc`, each with its result; `dmarc` with what vouches or what is asked for. */
export function verdictRow(index: FactIndex): string {
  const last = new Map(verdicts(index).map((one) => [one.check, one]))
  const [spf, dkim, dmarc] = METHODS.map((check) => last.get(check))
  const result = (one: FindingReading | undefined): string =>
    one === undefined ? '-' : one.reason.slice(one.reason.indexOf('-') + 1)
  const by = dmarc?.reason === 'dmarc-pass' ? ` by ${dmarc.about.split(' ')[1]}` : ''
  return `${result(spf)} ${result(dkim)} ${result(dmarc)}${by}`
}
