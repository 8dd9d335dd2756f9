/**
 * Somebody has Emil's password and sends spam through the school's server, where everybody else sends
 * too. A limit for each account is a fuse: too large and it never blows, too small and it blows for
 * the newsletter that Alice writes. Simplified: the few letters of the pupils count for no account.
 */
import {
  ALICE,
  BOB,
  BOT_HOST,
  BOT_LINKS,
  DANA,
  hostsWith,
  LINKS,
  SPAM_LETTERS,
  ZONES,
} from '../school.ts'
import type { ScenarioFile, TrafficSpec, VariantSpec } from '../scenario.ts'
import { LIST, LIST_LINKS, TRAP, TRAP_ZONES } from '../traps.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** One in five goes to a trap. A test has the same with 2,000. */
const SPAM = 400
const PUPILS = 60
const NEWSLETTER = 60

const traffic: readonly TrafficSpec[] = [
  {
    id: 'pupils',
    host: 'relay',
    kind: 'good',
    count: PUPILS,
    begins: '0 s',
    ends: '5 h',
    from: 'carol@school.example',
    to: [BOB, DANA],
    letters: [
      { subject: 'The excursion', body: 'The train leaves at eight. Carol' },
      { subject: 'Homework', body: 'Page 40, all of it. Carol' },
    ],
  },
  {
    id: 'spam',
    host: 'bot',
    kind: 'spam',
    count: SPAM,
    begins: '60 min',
    ends: '110 min',
    firstAtOnce: true,
    from: 'emil@school.example',
    to: [BOB, DANA, BOB, DANA, TRAP],
    letters: SPAM_LETTERS,
  },
  {
    id: 'newsletter',
    host: 'laptop',
    kind: 'good',
    count: NEWSLETTER,
    begins: '150 min',
    ends: '151 min',
    firstAtOnce: true,
    from: ALICE,
    to: [BOB, DANA],
    letters: [
      { subject: 'Newsletter for June', body: 'Dear parents, the summer fair is on Friday.' },
    ],
  },
]

const limit = (id: string, title: VariantSpec['title'], perHour: string): VariantSpec => ({
  id,
  route: 'relayed',
  title,
  settings: { 'relay.quota': perHour },
})

const VARIANTS: readonly VariantSpec[] = [
  limit(
    'limit-1000',
    {
      everyday: 'Nobody may send more than 1,000 letters an hour',
      technical: 'Relayed, 1,000 messages an hour per account',
      protocol: 'Relayed; relay.quota 1000',
    },
    '1000',
  ),
  limit(
    'limit-100',
    {
      everyday: 'Nobody may send more than 100 letters an hour',
      technical: 'Relayed, 100 messages an hour per account',
      protocol: 'Relayed; relay.quota 100',
    },
    '100',
  ),
  limit(
    'limit-10',
    {
      everyday: 'Nobody may send more than 10 letters an hour',
      technical: 'Relayed, 10 messages an hour per account',
      protocol: 'Relayed; relay.quota 10',
    },
    '10',
  ),
]

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot.*', 'list.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T07:00:00Z',
  hosts: [
    ...hostsWith({ relay: { mailboxes: ['alice', 'carol', 'emil'] } }),
    { ...BOT_HOST, account: 'emil@school.example' },
    LIST,
  ],
  links: [
    ...LINKS,
    ...BOT_LINKS,
    ...LIST_LINKS,
    { between: ['bot', 'relay'], delay: '55 ms' },
    { between: ['relay', 'list'], delay: '40 ms' },
  ],
  zones: [...ZONES, ...TRAP_ZONES],
  mail: [
    {
      at: '140 min',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'The key',
      body: 'Dear Bob, did I leave my key at your place? Alice',
    },
  ],
  traffic,
  settings: {
    'bot.via': 'account',
    'mx.dnsbl.action': 'refuse',
    'list.hits': '40',
    'list.lag': '20 min',
    'list.lists-for': '2 h',
    'laptop.retry': 'postfix',
    'relay.quota': '0',
  },
  variants: VARIANTS,
  roadTitles: {
    relayed: {
      everyday: 'By post office, no limit',
      technical: 'Relayed, no limit per account',
      protocol: 'Relayed; relay.quota 0',
    },
  },
  stage: ['relayed', 'limit-100'],
  checks: [
    {
      id: 'no-limit',
      title: 'Without a limit the school gets onto the list, and everybody in it suffers',
      anyOf: [
        [
          { reading: 'relayed.spam.lost', oneOf: [0] },
          { reading: 'relayed.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.newsletter.delivered', oneOf: [0] },
          { reading: 'relayed.pupils.stopped', atLeast: 10 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'too-large',
      title: 'A limit above what the thief sends is none',
      anyOf: [
        [
          { reading: 'limit-1000.spam.lost', oneOf: [0] },
          { reading: 'limit-1000.newsletter.delivered', oneOf: [0] },
          { reading: 'limit-1000.pupils.stopped', atLeast: 10 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'a-fuse',
      title: 'A limit between the newsletter and the thief stops him and nobody else',
      anyOf: [
        [
          { reading: 'limit-100.spam.lost', oneOf: [SPAM - 100] },
          { reading: 'limit-100.good.stopped', oneOf: [0] },
          { reading: 'limit-100.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'limit-100.newsletter.slowest', atMost: '1 min' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'too-small',
      title: 'A tiny limit stops him too, and makes the newsletter hours late',
      anyOf: [
        [
          { reading: 'limit-10.spam.lost', oneOf: [SPAM - 10] },
          { reading: 'limit-10.good.stopped', oneOf: [0] },
          { reading: 'limit-10.newsletter.slowest', atLeast: '4 h', atMost: '9 h' },
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
