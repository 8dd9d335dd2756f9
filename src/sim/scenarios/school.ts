/**
 * The stage that the first scenarios share: Alice at home, her school's outgoing server, Bob's
 * college, the DNS, and somebody's infected PC. Addresses and names are those set aside for
 * documentation (RFC 5737, RFC 2606).
 */
import type { HostSpec, LinkSpec, ZoneSpec } from './scenario.ts'
import { same } from './words.ts'
import { a, mx, ptr, zone } from './zone.ts'

const AT_HOME = same("Alice's home")
const SCHOOL = same("Alice's provider")
const COLLEGE = same("Bob's college")
const INTERNET = same('Elsewhere')

export const ALICE = 'alice@school.example'
export const BOB = 'bob@college.example'
export const DANA = 'dana@college.example'

export const HOSTS: readonly HostSpec[] = [
  {
    id: 'laptop',
    kind: 'mua',
    name: 'laptop.home.example',
    label: {
      everyday: "Alice's laptop",
      technical: "Alice's mail program (MUA)",
      protocol: 'laptop.home.example',
    },
    admd: AT_HOME,
    addresses: ['203.0.113.25', '198.51.100.77'],
    account: ALICE,
    person: 'Alice',
  },
  {
    id: 'relay',
    kind: 'submission',
    name: 'smtp.school.example',
    label: {
      everyday: 'Post office: outgoing SMTP server in mail settings',
      technical: 'Outgoing server (MSA and MTA)',
      protocol: 'smtp.school.example',
    },
    admd: SCHOOL,
    addresses: ['192.0.2.25'],
    domains: ['school.example'],
    mailboxes: ['alice', 'carol'],
  },
  {
    id: 'mx',
    kind: 'mx',
    name: 'mx.college.example',
    label: {
      everyday: "Bob's mail server",
      technical: "Bob's mail exchanger (MX)",
      protocol: 'mx.college.example',
    },
    admd: COLLEGE,
    addresses: ['192.0.2.130'],
    domains: ['college.example'],
    mailboxes: ['bob', 'dana'],
  },
  {
    id: 'phone',
    kind: 'device',
    name: 'phone.home.example',
    label: {
      everyday: "Bob's phone, switched off",
      technical: "Bob's device, switched off",
      protocol: "Bob's MUA, offline",
    },
    admd: COLLEGE,
    addresses: ['203.0.113.200'],
    off: true,
  },
  {
    id: 'dns',
    kind: 'name-server',
    name: 'ns.example',
    label: {
      everyday: 'The address book of the internet (DNS)',
      technical: 'Name server (DNS)',
      protocol: 'ns.example',
    },
    admd: INTERNET,
    addresses: ['192.0.2.53'],
  },
]

/** The same with some of them set up otherwise, by id. */
export const hostsWith = (
  changes: Readonly<Record<string, Partial<HostSpec>>>,
): readonly HostSpec[] => HOSTS.map((host) => ({ ...host, ...changes[host.id] }))

export const BOT_HOST: HostSpec = {
  id: 'bot',
  kind: 'bot',
  name: 'localhost',
  label: {
    everyday: "Somebody's infected PC",
    technical: 'Spam bot on a home PC',
    protocol: 'bot, HELO localhost',
  },
  admd: INTERNET,
  addresses: ['203.0.113.66'],
}

export const LINKS: readonly LinkSpec[] = [
  { between: ['laptop', 'relay'], delay: '15 ms' },
  { between: ['laptop', 'mx'], delay: '30 ms' },
  { between: ['relay', 'mx'], delay: '20 ms' },
  { between: ['laptop', 'dns'], delay: '10 ms' },
  { between: ['relay', 'dns'], delay: '5 ms' },
  { between: ['mx', 'dns'], delay: '5 ms' },
]

/** What bots write. */
export const SPAM_LETTERS = [
  { subject: 'You have won', body: 'Claim your prize today.' },
  { subject: 'Cheap watches', body: 'Only this week.' },
] as const

export const BOT_LINKS: readonly LinkSpec[] = [
  { between: ['bot', 'mx'], delay: '60 ms' },
  { between: ['bot', 'dns'], delay: '25 ms' },
]

export const ZONES: readonly ZoneSpec[] = [
  zone('school.example', {
    'school.example': [mx('smtp.school.example')],
    'smtp.school.example': [a('192.0.2.25')],
  }),
  zone('college.example', {
    'college.example': [mx('mx.college.example')],
    'mx.college.example': [a('192.0.2.130')],
  }),
  zone('2.0.192.in-addr.arpa', {
    '25.2.0.192.in-addr.arpa': [ptr('smtp.school.example')],
    '130.2.0.192.in-addr.arpa': [ptr('mx.college.example')],
  }),
]
