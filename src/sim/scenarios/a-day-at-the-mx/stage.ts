/**
 * Who comes to Bob's server on this day. One host stands for all of its kind: its addresses are the
 * many machines. Networks for bots are those set aside for benchmarks (RFC 2544), since the ones for
 * documentation are too few.
 */
import { dnsblName } from '../../mail/dns/dnsbl.ts'
import { reverseName } from '../../mail/dns/reverse-name.ts'
import { HOMES_LISTED } from '../home.ts'
import { dkimKey, dkimName, spfRecord } from '../mail-records.ts'
import { BOT_HOST, BOT_LINKS, hostsWith, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, Words, ZoneSpec } from '../scenario.ts'
import { same, words } from '../words.ts'
import { a, mx, ptr, zone } from '../zone.ts'

/** Everybody who gets mail at the college. */
const PEOPLE = ['bob', 'dana', 'erik', 'fay', 'gus', 'hana', 'ines', 'jon', 'kai', 'lea'] as const
export const TO: readonly string[] = PEOPLE.map((name) => `${name}@college.example`)

const ELSEWHERE = same('Elsewhere')

const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1)

/** One infected PC in each of so many networks. */
const BOT_ADDRESSES = numbers(240).map((i) => `198.18.${i}.66`)
const PATIENT_ADDRESSES = numbers(40).map((i) => `198.19.${i}.66`)
/** All in one rented network. */
const SHOE_ADDRESSES = numbers(20).map((i) => `198.19.200.${i}`)
/** Nine servers with a name, and one whose owner has forgotten it. */
const SMALL_ADDRESSES = numbers(10).map((i) => `198.51.100.${i + 10}`)

const PATIENT: HostSpec = {
  ...BOT_HOST,
  id: 'patient',
  label: words('Patient PCs', 'Bots that retry', 'bots with one retry'),
  addresses: PATIENT_ADDRESSES,
}

const THIEF: HostSpec = {
  ...BOT_HOST,
  id: 'thief',
  label: words("Has Carol's password", 'Stolen account', 'logs in as carol'),
  account: 'carol@school.example',
  addresses: ['203.0.113.99'],
}

function server(id: string, name: string, label: Words, addresses: readonly string[]): HostSpec {
  const domain = name.slice(name.indexOf('.') + 1)
  return {
    id,
    kind: 'submission',
    name,
    label,
    admd: ELSEWHERE,
    addresses,
    domains: [domain],
    mailboxes: ['*'],
  }
}

const SHOE = server(
  'shoe',
  'mail.offers.example',
  words('Advertiser', 'Snowshoe', 'mail.offers.example'),
  SHOE_ADDRESSES,
)
const NEWS = server(
  'news',
  'mail.paper.example',
  words('The paper', 'News', 'mail.paper.example'),
  ['192.0.2.77'],
)
const SMALL = server(
  'small',
  'mail.small.example',
  words('Strangers', 'Small MTAs', 'mail.small.example'),
  SMALL_ADDRESSES,
)

/** The college with all its people, the others, and whoever is in many places at once. */
export const STAGE_HOSTS: readonly HostSpec[] = [
  ...hostsWith({ mx: { mailboxes: PEOPLE } }),
  NEWS,
  SMALL,
  SHOE,
  {
    ...BOT_HOST,
    label: words('Impatient PCs', 'One-try bots', 'bots without retry'),
    addresses: BOT_ADDRESSES,
  },
  PATIENT,
  THIEF,
]

const toBob = (id: string, delay: string): readonly LinkSpec[] => [
  { between: [id, 'mx'], delay },
  { between: [id, 'dns'], delay: '10 ms' },
]

export const STAGE_LINKS: readonly LinkSpec[] = [
  ...LINKS,
  ...BOT_LINKS,
  ...toBob('patient', '60 ms'),
  ...toBob('shoe', '40 ms'),
  ...toBob('news', '15 ms'),
  ...toBob('small', '25 ms'),
  { between: ['thief', 'relay'], delay: '70 ms' },
  { between: ['thief', 'dns'], delay: '25 ms' },
]

/** Four of five of these PCs stand in the list: about what lists knew of spam sources in 2004. */
const LISTED = [...BOT_ADDRESSES, ...PATIENT_ADDRESSES].filter((_, i) => i % 5 > 0)

const BLOCKLIST: ZoneSpec = {
  ...zone(
    'dnsbl.example',
    Object.fromEntries(LISTED.map((one) => [dnsblName(one, 'dnsbl.example'), [a('127.0.0.4')]])),
  ),
  negativeTtl: '60 s',
}

/** Names that lead back, for all of these addresses. */
const namesOf = (addresses: readonly string[], name: string): ZoneSpec['names'] =>
  Object.fromEntries(addresses.map((one) => [reverseName(one), [ptr(name)]]))

/** What the domain of a server says: who sends for it, with which key. */
const domainOf = ({ name, addresses }: HostSpec, spf: string): ZoneSpec => {
  const domain = name.slice(name.indexOf('.') + 1)
  return zone(domain, {
    [domain]: [mx(name), spfRecord(spf, '-all')],
    [name]: addresses.map(a),
    [dkimName(domain, 's1')]: [dkimKey(domain, 's1')],
  })
}

const OWN = ['school.example', '2.0.192.in-addr.arpa']

export const STAGE_ZONES: readonly ZoneSpec[] = [
  ...ZONES.filter(({ origin }) => !OWN.includes(origin)),
  zone('school.example', {
    'school.example': [mx('smtp.school.example'), spfRecord('ip4:192.0.2.25', '-all')],
    'smtp.school.example': [a('192.0.2.25')],
    [dkimName('school.example', 's1')]: [dkimKey('school.example', 's1')],
  }),
  domainOf(SHOE, 'ip4:198.19.200.0/24'),
  domainOf(NEWS, 'ip4:192.0.2.77'),
  domainOf(SMALL, 'ip4:198.51.100.0/24'),
  zone('2.0.192.in-addr.arpa', {
    ...namesOf(['192.0.2.25'], 'smtp.school.example'),
    ...namesOf(['192.0.2.130'], 'mx.college.example'),
    ...namesOf(['192.0.2.77'], NEWS.name),
  }),
  zone('200.19.198.in-addr.arpa', namesOf(SHOE_ADDRESSES, SHOE.name)),
  zone('100.51.198.in-addr.arpa', namesOf(SMALL_ADDRESSES.slice(1), SMALL.name)),
  HOMES_LISTED,
  BLOCKLIST,
]
