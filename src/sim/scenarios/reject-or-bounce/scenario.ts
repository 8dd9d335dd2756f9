/**
 * Spam for people who do not exist, under the name of somebody who has never written it. A server
 * that says no at the door bothers nobody; one that says yes first has to write a report, to her.
 */
import {
  ALICE,
  BOB,
  BOT_HOST,
  BOT_LINKS,
  DANA,
  HOSTS,
  LINKS,
  SPAM_LETTERS,
  ZONES,
} from '../school.ts'
import type { HostSpec, ScenarioFile, TrafficSpec } from '../scenario.ts'
import { a, mx, zone } from '../zone.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** Spam for nobody, under Vera's name and under Alice's; and some for people who are there. */
const AS_VERA = 100
const AS_ALICE = 20
const FOR_PEOPLE = 8

const VERA = 'vera@lake.example'

const LAKE: HostSpec = {
  id: 'lake',
  kind: 'mx',
  name: 'mx.lake.example',
  label: {
    everyday: "Vera's mail server",
    technical: "The victim's mail exchanger (MX)",
    protocol: 'mx.lake.example',
  },
  admd: {
    everyday: "Vera's provider",
    technical: "The victim's provider",
    protocol: 'lake.example',
  },
  addresses: ['198.51.100.25'],
  domains: ['lake.example'],
  mailboxes: ['vera'],
}

/** Names that a spammer tries, since many places have somebody of that name. */
const GUESSED = ['info', 'office', 'john', 'mary', 'sales', 'thomas'].map(
  (name) => `${name}@college.example`,
)

function spam(id: string, count: number, from: string, to: readonly string[]): TrafficSpec {
  return {
    id,
    host: 'bot',
    kind: 'spam',
    count,
    begins: '0 s',
    ends: '20 min',
    from,
    to,
    letters: SPAM_LETTERS,
  }
}

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot.*', 'lake.*']
const AFTER = { 'mx.recipient.check': 'after-accepting' } as const

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, BOT_HOST, LAKE],
  links: [
    ...LINKS,
    ...BOT_LINKS,
    { between: ['bot', 'relay'], delay: '55 ms' },
    { between: ['mx', 'lake'], delay: '35 ms' },
    { between: ['relay', 'lake'], delay: '30 ms' },
  ],
  zones: [
    ...ZONES,
    zone('lake.example', {
      'lake.example': [mx('mx.lake.example')],
      'mx.lake.example': [a('198.51.100.25')],
    }),
  ],
  mail: [
    {
      at: '10 min',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      // She means Bob. Two letters have changed places.
      to: ['bbo@college.example'],
      subject: 'The boat',
      body: 'Dear Bob, can we have the boat on Sunday? Alice',
    },
  ],
  traffic: [
    spam('vera', AS_VERA, VERA, GUESSED),
    spam('forged', AS_ALICE, ALICE, GUESSED),
    spam('found', FOR_PEOPLE, VERA, [BOB, DANA]),
  ],
  settings: { 'mx.recipient.check': 'at-rcpt', 'laptop.retry': 'never' },
  variants: [
    {
      id: 'bounce',
      route: 'relayed',
      title: {
        everyday: 'The server takes all, then sends it back',
        technical: 'The MX accepts, then bounces',
        protocol: 'Relayed; the MX accepts any recipient and returns DSNs',
      },
      settings: AFTER,
    },
    {
      id: 'bounce-direct',
      route: 'direct',
      title: {
        everyday: 'The same, and Alice brings her letter herself',
        technical: 'Direct, to an MX that accepts, then bounces',
        protocol: 'Direct; the MX accepts any recipient and returns DSNs',
      },
      settings: AFTER,
    },
    {
      id: 'open-relay',
      route: 'relayed',
      title: {
        everyday: 'A no at the door, but the spam comes by a post office that takes everything',
        technical: 'The MX rejects; the spam comes through an open relay',
        protocol: 'Rejected at RCPT; spam relayed by an open MTA',
      },
      settings: { 'bot.via': 'open-relay', 'relay.open': 'on' },
    },
  ],
  roadTitles: {
    relayed: {
      everyday: 'The server says no at the door',
      technical: 'The MX refuses at once',
      protocol: 'Relayed; the MX refuses unknown recipients at RCPT',
    },
  },
  stage: ['relayed', 'bounce'],
  checks: [
    {
      id: 'reject',
      title: 'When the server says no at the door, nothing reaches the victim',
      anyOf: [
        [
          { reading: 'relayed.@lake.inbox', oneOf: [0] },
          { reading: 'direct.@lake.inbox', oneOf: [0] },
          { reading: 'relayed.spam.refused', oneOf: [AS_VERA + AS_ALICE] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'bounce',
      title: 'When it accepts first, the victim gets a report for every letter that had no reader',
      anyOf: [
        [
          { reading: 'bounce.spam.bounced', oneOf: [AS_VERA + AS_ALICE] },
          { reading: 'bounce.@lake.reports', oneOf: [AS_VERA] },
          { reading: 'bounce.@lake.inbox', oneOf: [AS_VERA] },
          { reading: 'bounce-direct.@lake.reports', oneOf: [AS_VERA] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'alice',
      title: 'One report is meant for Alice: it is the only one, or one among many',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.@relay.reports', oneOf: [1] },
          { reading: 'bounce.@relay.reports', oneOf: [AS_ALICE + 1] },
          { reading: 'bounce-direct.@relay.reports', oneOf: [AS_ALICE + 1] },
          { reading: 'direct.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'direct.alice-1.toldAfter', atMost: '2 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'mail-for-people',
      title: 'What is for people who are there arrives either way',
      anyOf: [
        [
          { reading: 'relayed.spam.inbox', oneOf: [FOR_PEOPLE] },
          { reading: 'bounce.spam.inbox', oneOf: [FOR_PEOPLE] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'open-relay',
      title: 'A no at the door is no help where somebody before it has said yes',
      anyOf: [
        [
          { reading: 'open-relay.spam.bounced', oneOf: [AS_VERA + AS_ALICE] },
          { reading: 'open-relay.@lake.reports', oneOf: [AS_VERA] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'responsibility',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
