/**
 * The school's server passes on mail for anybody. After an hour a spammer finds it; half an hour later
 * its address is on a list, and with it everybody who sends through it. Closing the door is quick.
 * Being forgotten is not.
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
import type { MailSpec, ScenarioFile, TrafficSpec, VariantSpec } from '../scenario.ts'
import { LIST, LIST_LINKS, TRAP, TRAP_ZONES } from '../traps.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** In three hours; one in three goes to a trap, since the spammer has bought his addresses. */
const SPAM = 150
/** Letters of pupils in each of the four times of the day. */
const PUPILS = 12

/**
 * The times of the day. Between them lies what depends on luck: the last letter to a trap before the
 * door is closed, from which the listing is counted.
 */
const PHASES: Readonly<Record<string, readonly [begins: string, ends: string]>> = {
  before: ['0 s', '60 min'],
  listed: ['95 min', '175 min'],
  closed: ['185 min', '310 min'],
  forgotten: ['365 min', '400 min'],
}

const pupils = Object.entries(PHASES).map(([id, [begins, ends]]): TrafficSpec => ({
  id,
  host: 'relay',
  kind: 'good',
  count: PUPILS,
  begins,
  ends,
  from: 'carol@school.example',
  to: [BOB, DANA],
  letters: [
    { subject: 'The excursion', body: 'The train leaves at eight. Carol' },
    { subject: 'The choir', body: 'We sing on Thursday as always. Carol' },
  ],
}))

const spam: TrafficSpec = {
  id: 'spam',
  host: 'bot',
  kind: 'spam',
  count: SPAM,
  begins: '60 min',
  ends: '240 min',
  firstAtOnce: true,
  from: 'winner{n}@prizes.example',
  to: [BOB, DANA, TRAP],
  letters: SPAM_LETTERS,
}

/** Alice writes once in each of these times. */
const ALICES = ['30 min', '150 min', '250 min', '375 min'].map((at): MailSpec => ({
  at,
  host: 'laptop',
  kind: 'good',
  from: ALICE,
  to: [BOB],
  subject: 'The rehearsal',
  body: 'Dear Bob, when is the rehearsal? Alice',
}))

const VARIANTS: readonly VariantSpec[] = [
  {
    id: 'members-only',
    route: 'relayed',
    title: {
      everyday: 'By a post office for members only',
      technical: 'Relayed, by a server that asks for a password',
      protocol: 'Relayed; no relaying without AUTH',
    },
    settings: { 'relay.open': 'off' },
  },
  {
    id: 'nobody-closes-it',
    route: 'relayed',
    title: {
      everyday: 'By one whose door nobody closes',
      technical: 'Relayed, by a server that stays open',
      protocol: 'Relayed; the relay stays open',
    },
    settings: { 'relay.open.for': '0' },
  },
]

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot.*', 'list.*']
const all = (reading: string) => ({ reading, oneOf: [1000] })
const none = (reading: string) => ({ reading, oneOf: [0] })

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T07:00:00Z',
  hosts: [...HOSTS, BOT_HOST, LIST],
  links: [
    ...LINKS,
    ...BOT_LINKS,
    ...LIST_LINKS,
    { between: ['bot', 'relay'], delay: '55 ms' },
    { between: ['relay', 'list'], delay: '40 ms' },
  ],
  zones: [...ZONES, ...TRAP_ZONES],
  mail: [
    ...ALICES.slice(0, 1),
    {
      at: '60 min',
      host: 'bot',
      kind: 'spam',
      from: 'winner@prizes.example',
      to: [TRAP],
      ...SPAM_LETTERS[0],
    },
    ...ALICES.slice(1),
  ],
  traffic: [...pupils, spam],
  settings: {
    'bot.via': 'open-relay',
    'relay.open': 'on',
    'relay.open.for': '3 h',
    'relay.relay-denied': '554',
    'mx.dnsbl.action': 'refuse',
    'list.lag': '30 min',
    'list.lists-for': '3 h',
    'laptop.retry': 'never',
  },
  variants: VARIANTS,
  roadTitles: {
    relayed: {
      everyday: 'By a post office open to everybody',
      technical: 'Relayed, by an open relay',
      protocol: 'Relayed; relaying without AUTH',
    },
  },
  stage: ['relayed', 'members-only'],
  checks: [
    {
      id: 'listed',
      title:
        'Honest mail arrives before the listing, and none of it afterwards, though it is not spam',
      anyOf: [
        [
          all('relayed.before.deliveredPermille'),
          none('relayed.listed.deliveredPermille'),
          { reading: 'relayed.alice-2.decidedBy', oneOf: ['dnsbl'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'closing-is-not-enough',
      title: 'Closing the door brings nobody back: the list still has the address',
      anyOf: [
        [
          none('relayed.closed.deliveredPermille'),
          { reading: 'relayed.alice-3.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.spam.refused', atLeast: 1 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'forgotten',
      title: 'It is over when the list forgets, hours after the last spam',
      anyOf: [
        [
          all('relayed.forgotten.deliveredPermille'),
          { reading: 'relayed.alice-4.outcome', oneOf: ['delivered'] },
          none('nobody-closes-it.forgotten.deliveredPermille'),
          { reading: 'nobody-closes-it.alice-4.outcome', oneOf: ['bounced'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'members-only',
      title: 'Where strangers are refused no spam is passed on, and everybody else is well',
      anyOf: [
        [
          none('members-only.spam.delivered'),
          { reading: 'members-only.spam.refused', oneOf: [SPAM + 1] },
          all('members-only.good.deliveredPermille'),
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'by-herself',
      title: 'Straight from home all of her letters arrive: her own address is on no list',
      anyOf: [
        [
          { reading: 'direct.alice.delivered', oneOf: [4] },
          { reading: 'relayed.alice.delivered', oneOf: [2] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'blocklists',
    direct: 'direct.alice-2.outcome',
    relayed: 'relayed.alice-2.outcome',
  },
  lesson,
}
