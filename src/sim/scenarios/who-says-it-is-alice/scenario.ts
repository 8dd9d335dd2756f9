/**
 * Four letters say that they are from Alice: by her school, from her laptop, from a phisher's PC, and
 * by a mailing list. Bob's server cannot see her. It sees an address, a seal, and what her school has
 * published about both.
 */
import { dkimKey, dkimName, dmarcName, dmarcRecord, spfRecord } from '../mail-records.ts'
import { ALICE, BOB, BOT_HOST, BOT_LINKS, HOSTS, LINKS, ZONES } from '../school.ts'
import type { HostSpec, ScenarioFile, VariantSpec, ZoneSpec } from '../scenario.ts'
import { a, mx, ptr, zone } from '../zone.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const LIST_PATH = 'tea@club.example'

const TEA: HostSpec = {
  id: 'tea',
  kind: 'list',
  name: 'lists.club.example',
  label: {
    everyday: 'Mailing list: passes letters on to all members',
    technical: 'Mailing list, of the tea club',
    protocol: 'lists.club.example',
  },
  admd: { everyday: 'The tea club', technical: 'The tea club', protocol: 'club.example' },
  addresses: ['198.51.100.30'],
  domains: ['club.example'],
  forwards: { [LIST_PATH]: [BOB] },
}

const OLD_ADDRESS = 'bob@alumni.example'

/** Bob's old school lets letters for former pupils go on to where they are now, as they came. */
const ALUMNI: HostSpec = {
  id: 'alumni',
  kind: 'forwarder',
  name: 'mail.alumni.example',
  label: {
    everyday: "Old address: Bob's, passes letters on",
    technical: 'Forwarder, to his present address',
    protocol: 'mail.alumni.example',
  },
  admd: { everyday: 'Former pupils', technical: 'Former pupils', protocol: 'alumni.example' },
  addresses: ['198.51.100.40'],
  domains: ['alumni.example'],
  forwards: { [OLD_ADDRESS]: [BOB] },
}

/** What the school says of mail in its name: from one address, sealed with these keys, and else? */
function school(selectors: readonly string[], wish: string): ZoneSpec {
  const keys = selectors.map((one) => [
    dkimName('school.example', one),
    [dkimKey('school.example', one)],
  ])
  return zone('school.example', {
    'school.example': [mx('smtp.school.example'), spfRecord('ip4:192.0.2.25', '-all')],
    'smtp.school.example': [a('192.0.2.25')],
    ...Object.fromEntries(keys),
    [dmarcName('school.example')]: [dmarcRecord(wish)],
  })
}

/** The club publishes an address of its own, and nothing about letters of others. */
const CLUB: ZoneSpec = zone('club.example', {
  'club.example': [mx('lists.club.example'), spfRecord('ip4:198.51.100.30', '-all')],
  'lists.club.example': [a('198.51.100.30')],
})

const OLD_SCHOOL: ZoneSpec = zone('alumni.example', {
  'alumni.example': [mx('mail.alumni.example'), spfRecord('ip4:198.51.100.40', '-all')],
  'mail.alumni.example': [a('198.51.100.40')],
})

/** Both are servers in good order: nothing but the letters themselves is in question. */
const REVERSE: ZoneSpec = zone('100.51.198.in-addr.arpa', {
  '30.100.51.198.in-addr.arpa': [ptr('lists.club.example')],
  '40.100.51.198.in-addr.arpa': [ptr('mail.alumni.example')],
})

const VARIANTS: readonly VariantSpec[] = [
  {
    id: 'own-key',
    route: 'direct',
    title: {
      everyday: 'Straight, and the school has given her laptop a seal of its own',
      technical: 'Direct; the laptop signs with a key that the school has published',
      protocol: 'Direct; DKIM by the MUA, selector laptop in the DNS',
    },
    settings: { 'laptop.sign': 'on' },
    zones: [school(['s1', 'laptop'], 'p=reject')],
  },
  {
    id: 'footer',
    route: 'relayed',
    title: {
      everyday: 'By post office, and the club writes a line under every letter',
      technical: 'Relayed; the list adds a footer and a tag',
      protocol: 'Relayed; the list changes body and Subject',
    },
    settings: { 'tea.footer': 'on', 'tea.subject-tag': 'on' },
  },
  {
    id: 'no-wish',
    route: 'direct',
    title: {
      everyday: 'Straight, and the school does not ask for anything',
      technical: 'Direct; the school only monitors (p=none)',
      protocol: 'Direct; p=none',
    },
    settings: {},
    zones: [school(['s1'], 'p=none')],
  },
]

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot.*', 'tea.*', 'alumni.*']

/** A row of the grid. */
const row = (path: string, [spf, dkim, dmarc]: readonly [string, string, string]) => [
  { reading: `${path}.spf`, oneOf: [spf] },
  { reading: `${path}.dkim`, oneOf: [dkim] },
  { reading: `${path}.dmarc`, oneOf: [dmarc] },
]
const ends = (path: string, outcome: string) => ({ reading: `${path}.outcome`, oneOf: [outcome] })

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, TEA, ALUMNI, BOT_HOST],
  links: [
    ...LINKS,
    ...BOT_LINKS,
    { between: ['relay', 'tea'], delay: '25 ms' },
    { between: ['laptop', 'tea'], delay: '40 ms' },
    { between: ['tea', 'mx'], delay: '25 ms' },
    { between: ['tea', 'dns'], delay: '5 ms' },
    { between: ['relay', 'alumni'], delay: '25 ms' },
    { between: ['laptop', 'alumni'], delay: '40 ms' },
    { between: ['alumni', 'mx'], delay: '25 ms' },
    { between: ['alumni', 'dns'], delay: '5 ms' },
  ],
  zones: [
    school(['s1'], 'p=reject'),
    ...ZONES.filter(({ origin }) => origin !== 'school.example'),
    CLUB,
    OLD_SCHOOL,
    REVERSE,
  ],
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'The money for the trip',
      body: 'Dear Bob, I have paid for both of us. Alice',
    },
    {
      at: '20 s',
      host: 'bot',
      kind: 'spam',
      from: ALICE,
      to: [BOB],
      subject: 'The money for the trip',
      body: 'Dear Bob, please send it to this new account. Alice',
    },
    {
      at: '40 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [LIST_PATH],
      subject: 'Tea on Friday',
      body: 'Dear all, who brings the cups? Alice',
    },
    {
      at: '60 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [OLD_ADDRESS],
      subject: 'Do you still read this?',
      body: 'Dear Bob, I have only found your old address. Alice',
    },
  ],
  settings: {
    'laptop.retry': 'never',
    'relay.sign': 'on',
    'tea.footer': 'off',
    'tea.subject-tag': 'off',
    // SPF is written down and decides nothing, so that the other two are looked at as well.
    'mx.spf': 'note',
    'mx.dkim': 'note',
    'mx.dmarc': 'apply',
  },
  variants: VARIANTS,
  checks: [
    {
      id: 'relay',
      title: "By the school's server everything vouches for her, and the letter arrives",
      anyOf: [
        [
          ...row('relayed.alice-1', ['pass', 'pass', 'pass']),
          { reading: 'relayed.alice-1.vouchedBy', oneOf: ['spf+dkim'] },
          ends('relayed.alice-1', 'delivered'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'laptop-is-the-phisher',
      title: 'Her laptop and the phisher get the same row, and the same answer',
      anyOf: [
        [
          ...row('direct.alice-1', ['fail', 'none', 'fail']),
          ...row('direct.bot-1', ['fail', 'none', 'fail']),
          ...row('relayed.bot-1', ['fail', 'none', 'fail']),
          { reading: 'direct.alice-1.lastReply', oneOf: ['550 5.7.1'] },
          { reading: 'direct.bot-1.lastReply', oneOf: ['550 5.7.1'] },
          ends('direct.alice-1', 'refused'),
          ends('direct.bot-1', 'refused'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'list',
      title: 'By the list her seal is enough: SPF passes, but for somebody else',
      anyOf: [
        [
          ...row('relayed.tea-1', ['pass', 'pass', 'pass']),
          { reading: 'relayed.tea-1.vouchedBy', oneOf: ['dkim'] },
          ends('relayed.tea-1', 'delivered'),
          ...row('direct.tea-1', ['pass', 'none', 'fail']),
          ends('direct.tea-1', 'bounced'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'forwarded',
      title: 'Forwarded as it came, SPF fails, and her seal carries it through',
      anyOf: [
        [
          ...row('relayed.alumni-1', ['fail', 'pass', 'pass']),
          { reading: 'relayed.alumni-1.vouchedBy', oneOf: ['dkim'] },
          ends('relayed.alumni-1', 'delivered'),
          ...row('direct.alumni-1', ['fail', 'none', 'fail']),
          ends('direct.alumni-1', 'bounced'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'footer',
      title: 'A line under the letter breaks the seal, and nothing else vouches for her',
      anyOf: [[...row('footer.tea-1', ['pass', 'fail', 'fail']), ends('footer.tea-1', 'bounced')]],
      restsOn: RESTS_ON,
    },
    {
      id: 'own-key',
      title: 'With a key of its own her laptop is believed',
      anyOf: [
        [
          ...row('own-key.alice-1', ['fail', 'pass', 'pass']),
          { reading: 'own-key.alice-1.vouchedBy', oneOf: ['dkim'] },
          ends('own-key.alice-1', 'delivered'),
          ends('own-key.bot-1', 'refused'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'no-wish',
      title: 'Without the wish both are let in: her letter and the forgery',
      anyOf: [
        [
          ...row('no-wish.alice-1', ['fail', 'none', 'fail']),
          ...row('no-wish.bot-1', ['fail', 'none', 'fail']),
          ends('no-wish.alice-1', 'delivered'),
          ends('no-wish.bot-1', 'delivered'),
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'authentication',
    direct: 'direct.alice-1.lastReply',
    relayed: 'relayed.alice-1.lastReply',
  },
  lesson,
}
