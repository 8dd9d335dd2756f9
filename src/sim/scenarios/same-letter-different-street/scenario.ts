/** One letter, word for word, from a home line, from a new server, and from the school's. */
import { ADDS_UP_POINTS, CAROLS_MORNING, ticketsAt } from '../good-name.ts'
import { HOMES_LISTED, homeReverse } from '../home.ts'
import { ALICE, HOSTS, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, ScenarioFile, ZoneSpec } from '../scenario.ts'
import { same } from '../words.ts'
import { a, ptr, zone } from '../zone.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'rented.*']

const RENTED = same('Rented yesterday')

/** Set up properly, and nobody has ever heard of it. */
const RENTED_HOST: HostSpec = {
  id: 'rented',
  kind: 'submission',
  name: 'mail.rented.example',
  label: {
    everyday: 'A new post office, rented yesterday',
    technical: 'A fresh rented server (VPS)',
    protocol: 'mail.rented.example',
  },
  admd: RENTED,
  addresses: ['198.51.100.40'],
  domains: ['rented.example'],
  mailboxes: ['alice'],
}

const RENTED_LINKS: readonly LinkSpec[] = [
  { between: ['rented', 'mx'], delay: '15 ms' },
  { between: ['rented', 'dns'], delay: '5 ms' },
]

const RENTED_ZONES: readonly ZoneSpec[] = [
  zone('rented.example', { 'mail.rented.example': [a('198.51.100.40')] }),
  zone('100.51.198.in-addr.arpa', {
    '40.100.51.198.in-addr.arpa': [ptr('mail.rented.example')],
  }),
]

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T08:00:00Z',
  hosts: [...HOSTS, RENTED_HOST],
  links: [...LINKS, ...RENTED_LINKS],
  zones: [...ZONES, ...RENTED_ZONES, homeReverse(), HOMES_LISTED],
  mail: [ticketsAt('60 min', 'laptop', ALICE), ticketsAt('61 min', 'rented', ALICE)],
  traffic: [CAROLS_MORNING],
  settings: {
    ...ADDS_UP_POINTS,
    'mx.dynamic.action': 'refuse',
    'mx.reverse-dns.action': 'needs-confirmed',
    'laptop.retry': 'never',
  },
  variants: [
    {
      id: 'words-only',
      route: 'direct',
      title: {
        everyday: 'Straight, judged by words alone',
        technical: 'Direct, content score only',
        protocol: 'Direct; content score only',
      },
      settings: {
        'mx.dynamic.action': 'off',
        'mx.reverse-dns.action': 'off',
        'mx.reputation.action': 'off',
      },
    },
  ],
  checks: [
    {
      id: 'home-is-not-read',
      title: 'From the home line it is refused at RCPT, and not one octet of it is read',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'direct.alice-1.lastReply', oneOf: ['554 5.7.1'] },
          { reading: 'direct.alice-1.attempts', oneOf: [1] },
          { reading: 'direct.alice-1.read', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'new-server-is-read',
      title: 'From the new server it is read, and put aside',
      anyOf: [
        [
          { reading: 'direct.alice-2.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-2.folder', oneOf: ['junk'] },
          { reading: 'direct.alice-2.read', atLeast: 100 },
          { reading: 'relayed.alice-2.folder', oneOf: ['junk'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'good-name-is-believed',
      title: "From the school's server it lies in the inbox",
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.folder', oneOf: ['inbox'] },
          { reading: 'relayed.alice-1.attempts', oneOf: [1] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'words-alone',
      title: 'Judged by its words alone it is the same letter everywhere',
      anyOf: [
        [
          { reading: 'words-only.alice-1.folder', oneOf: ['junk'] },
          { reading: 'words-only.alice-2.folder', oneOf: ['junk'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'reputation',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
