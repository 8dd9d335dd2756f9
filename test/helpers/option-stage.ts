/**
 * A stage for options that several kinds of host share. Alice's laptop hands a letter to the host
 * in question (or is that host), which is to pass it on to Bob's exchanger. The two stand in one
 * house: handing over needs no line, so that the host's own line is about passing on alone.
 */
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../../src/sim/scenarios/school.ts'
import { a, mx } from './day.ts'
import { FORWARDER, LIST } from './letter-roads.ts'
import { scenarioOf } from './runs.ts'
import { BACKUP_HOST } from './village.ts'

/** Kinds of host that keep mail which is still to be passed on. */
export type Post = 'mua' | 'submission' | 'backup' | 'mx' | Passing

/** Those of them that send on what they get as a message of its own. */
type Passing = 'forwarder' | 'list'

/** The host of a kind that has the queue: its id, its name, and the road that leads through it. */
export const POST_OF = {
  mua: { id: 'laptop', name: 'laptop.home.example', road: 'direct' },
  submission: { id: 'relay', name: 'smtp.school.example', road: 'relayed' },
  backup: { id: 'backup', name: 'mx.backup.example', road: 'direct' },
  mx: { id: 'gate', name: 'gate.hop.example', road: 'direct' },
  forwarder: { id: 'alumni', name: 'mail.alumni.example', road: 'direct' },
  list: { id: 'tea', name: 'lists.club.example', road: 'direct' },
} as const satisfies Readonly<Record<Post, unknown>>

const HOUSE = { everyday: 'A house', technical: 'A house', protocol: 'A house' } as const
const COLLEGE = 'college.example'

const ADDRESS = { gate: '198.51.100.131', one: '198.51.100.141', two: '198.51.100.142' } as const

/** An exchanger that takes the mailboxes of a domain to be elsewhere, and knows where. */
function gate(id: keyof typeof ADDRESS, domain: string, next: string): HostSpec {
  const label = { everyday: id, technical: id, protocol: id }
  const host = { id, kind: 'mx', name: `${id}.hop.example`, label, admd: label } as const
  return { ...host, addresses: [ADDRESS[id]], domains: [domain], routes: { [domain]: next } }
}

const OWN_ZONES: readonly ZoneSpec[] = [
  {
    origin: 'alumni.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: { 'mail.alumni.example': [a('198.51.100.20')] },
  },
  {
    origin: 'club.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: { 'lists.club.example': [a('198.51.100.30')] },
  },
  {
    origin: 'hop.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: Object.fromEntries(
      Object.entries(ADDRESS).map(([id, address]) => [`${id}.hop.example`, [a(address)]]),
    ),
  },
  {
    origin: 'backup.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: { 'mx.backup.example': [a('192.0.2.99')] },
  },
  // Nobody has the address, so a report to this domain waits for as long as it may.
  {
    origin: 'away.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: {
      'away.example': [mx(10, 'mx.away.example')],
      'mx.away.example': [a('192.0.2.250')],
    },
  },
]

/** Bob's domain where it has a second exchanger. */
const TWO_EXCHANGERS: ZoneSpec['names'] = {
  [COLLEGE]: [mx(10, 'mx.college.example'), mx(20, 'mx.backup.example')],
  'mx.college.example': [a('192.0.2.130')],
}

/** What a letter is, where nothing else is said: from Alice to Bob, at once. */
export type Letter = Partial<Pick<MailSpec, 'at' | 'from' | 'to' | 'octets'>>

const written = (letter: Letter): MailSpec => ({
  at: '0 s',
  host: 'laptop',
  kind: 'good',
  from: ALICE,
  to: [BOB],
  subject: 'Hello',
  body: 'Hello',
  ...letter,
})

function stage(
  hosts: readonly HostSpec[],
  letters: readonly Letter[],
  settings: ScenarioFile['settings'],
): ScenarioFile {
  const { roads: _roads, stage: _stage, sweep: _sweep, ...rest } = scenarioOf('two-roads')
  const hasBackup = hosts.some(({ kind }) => kind === 'backup')
  const zones = ZONES.map((one) =>
    hasBackup && one.origin === COLLEGE ? { ...one, names: TWO_EXCHANGERS } : one,
  )
  return {
    ...rest,
    hosts,
    links: LINKS.filter(({ between }) => !between.includes('phone')),
    zones: [...zones, ...OWN_ZONES],
    mail: letters.map(written),
    settings,
    variants: [],
    checks: [],
  }
}

const PEOPLE = HOSTS.filter(({ id }) => id !== 'phone')

/** The laptop sends mail for this domain to that host, whatever the DNS says. */
const leadingTo = (domain: string, next: string): HostSpec[] =>
  PEOPLE.map((host) => (host.id === 'laptop' ? { ...host, routes: { [domain]: next } } : host))

const BACKUP: HostSpec = { ...BACKUP_HOST, domains: [COLLEGE] }

/** Addresses of other networks: who sends from a pool may have these, too. */
const ELSEWHERE: readonly string[] = ['198.18.1.9', '198.18.2.9', '198.18.3.9']

const PASSES = { forwarder: FORWARDER, list: LIST } as const

const isPassing = (post: Post): post is Passing => post === 'forwarder' || post === 'list'

/** The host with an address for each of these letters, and for the reports about it. */
function passingHost(post: Passing, letters: readonly Letter[]): HostSpec {
  const host = PASSES[post]
  const [domain = ''] = host.domains ?? []
  const forwards = letters.flatMap(({ from = ALICE, to = [BOB] }, i) => [
    [`l${i}@${domain}`, to] as const,
    ...(post === 'list' ? [[`l${i}-bounces@${domain}`, [from]] as const] : []),
  ])
  return { ...host, forwards: Object.fromEntries(forwards) }
}

/** The same letters, each to the address from which it goes on. */
const throughIt = (post: Passing, letters: readonly Letter[]): Letter[] =>
  letters.map((one, i) => ({ ...one, to: [`l${i}@${PASSES[post].domains?.[0] ?? ''}`] }))

/** The world in which a host of this kind has something to pass on to `mx`, half a second away. */
export function postStage(post: Post, letters: readonly Letter[] = [{}]): ScenarioFile {
  const { id, name } = POST_OF[post]
  const passing = isPassing(post) ? [passingHost(post, letters)] : []
  const others = [BACKUP, gate('gate', COLLEGE, 'mx.college.example'), ...passing].filter(
    (host) => host.id === id,
  )
  const domain = passing[0]?.domains?.[0] ?? COLLEGE
  const people = others.length > 0 ? leadingTo(domain, name) : PEOPLE
  const hosts = [...people, ...others].map((host) => {
    if (host.id === id)
      return { ...host, admd: HOUSE, addresses: [...host.addresses, ...ELSEWHERE] }
    return host.id === 'laptop' ? { ...host, admd: HOUSE } : host
  })
  const written = isPassing(post) ? throughIt(post, letters) : letters
  const base = stage(hosts, written, post === 'mx' ? { 'gate.mailboxes': 'elsewhere' } : {})
  return { ...base, links: [...base.links, { between: [id, 'mx'], delay: '500 ms' }] }
}

/** A letter comes to a host of this kind by the hands of two others: it is the third. */
export function chainTo(post: Exclude<Post, 'mua'>): ScenarioFile {
  const last = post === 'mx' ? 'mx.college.example' : POST_OF[post].name
  const passing = isPassing(post) ? [passingHost(post, [{}])] : []
  const own = passing[0]?.domains?.[0]
  const [to, domain] =
    post === 'submission'
      ? ['carol@school.example', 'school.example']
      : own === undefined
        ? [BOB, COLLEGE]
        : [`l0@${own}`, own]
  const hosts = [
    ...leadingTo(domain, 'one.hop.example'),
    gate('one', domain, 'two.hop.example'),
    gate('two', domain, last),
    ...(post === 'backup' ? [BACKUP] : []),
    ...passing,
  ]
  const settings = { 'one.mailboxes': 'elsewhere', 'two.mailboxes': 'elsewhere' }
  return stage(hosts, [{ to: [to] }], settings)
}
