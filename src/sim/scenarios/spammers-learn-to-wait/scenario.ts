/**
 * A bot that comes back gets past the greylist. But while it waits, others who have caught it in a
 * trap put its address on a list. Two defences, alone and together, against two kinds of bot.
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
import type { ScenarioFile, VariantSpec, Words } from '../scenario.ts'
import { LIST, LIST_LINKS, TRAP, TRAP_ZONES } from '../traps.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** Letters of the campaign to Bob's college; enough for shares of a few per cent to be seen. */
const CAMPAIGN = 120

const SPAM = [...SPAM_LETTERS, { subject: 'Your parcel', body: 'Please pay the fee.' }] as const

/** Which of the two defences Bob's server has, and what the bot does when it is told to come back. */
function defended(greylist: boolean, list: boolean, comesBack = true): Record<string, string> {
  return {
    'mx.greylist.on': greylist ? 'on' : 'off',
    'mx.dnsbl.action': list ? 'refuse' : 'off',
    'bot.retry': comesBack ? 'same-address' : 'never',
  }
}

function variant(id: string, title: Words, settings: Record<string, string>): VariantSpec {
  return { id, route: 'relayed', title, settings }
}

const RESTS_ON = ['mx.*', 'bot.*', 'list.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, BOT_HOST, LIST],
  links: [...LINKS, ...BOT_LINKS, ...LIST_LINKS],
  zones: [...ZONES, ...TRAP_ZONES],
  mail: [
    {
      at: '0 s',
      host: 'bot',
      kind: 'spam',
      from: 'winner@prizes.example',
      to: [TRAP],
      ...SPAM[0],
    },
    {
      at: '60 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Rehearsal',
      body: 'Dear Bob, the rehearsal is at six, not at seven. Alice',
    },
  ],
  traffic: [
    {
      id: 'spam',
      host: 'bot',
      kind: 'spam',
      count: CAMPAIGN,
      begins: '0 s',
      ends: '20 min',
      firstAtOnce: true,
      from: 'winner{n}@prizes.example',
      to: [BOB, DANA],
      letters: SPAM,
    },
  ],
  settings: {
    ...defended(true, true),
    'bot.retry-after': '360 s',
    'list.lag': '240 s',
    'list.negative-ttl': '60 s',
    'list.lists-for': '2 h',
    'laptop.retry': 'never',
  },
  variants: [
    variant(
      'neither',
      {
        everyday: 'No defence at all',
        technical: 'Neither greylist nor blocklist',
        protocol: 'No checks',
      },
      defended(false, false),
    ),
    variant(
      'greylist-only',
      {
        everyday: 'Only: come back later',
        technical: 'Greylist alone',
        protocol: 'Greylisting alone',
      },
      defended(true, false),
    ),
    variant(
      'list-only',
      { everyday: 'Only the list', technical: 'Blocklist alone', protocol: 'DNSBL alone' },
      defended(false, true),
    ),
    variant(
      'impatient-greylist',
      {
        everyday: 'A bot that never comes back meets: come back later',
        technical: 'Fire-and-forget bot, greylist alone',
        protocol: 'Client without retry, greylisting alone',
      },
      defended(true, false, false),
    ),
    variant(
      'impatient-list',
      {
        everyday: 'A bot that never comes back meets the list',
        technical: 'Fire-and-forget bot, blocklist alone',
        protocol: 'Client without retry, DNSBL alone',
      },
      defended(false, true, false),
    ),
  ],
  roadTitles: {
    relayed: {
      everyday: 'Both: come back later, and the list',
      technical: 'Greylist and blocklist',
      protocol: 'Greylisting and DNSBL',
    },
  },
  stage: ['greylist-only', 'relayed'],
  checks: [
    {
      id: 'open-door',
      title: 'Without a defence all of the spam is in the mailboxes',
      anyOf: [[{ reading: 'neither.spam.inbox', oneOf: [CAMPAIGN] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'waiting-is-easy',
      title: 'A bot that comes back gets all of it past the greylist',
      anyOf: [[{ reading: 'greylist-only.spam.inbox', oneOf: [CAMPAIGN] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'list-is-late',
      title: 'The list alone lets in what comes before it knows: about a fifth',
      anyOf: [[{ reading: 'list-only.spam.inboxPermille', atLeast: 80, atMost: 390 }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'together',
      title: 'Together they let in nothing: the wait gives the list its time',
      anyOf: [[{ reading: 'relayed.spam.inbox', oneOf: [0] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'once-was-enough',
      title: 'Against a bot that never comes back the greylist alone is enough',
      anyOf: [
        [
          { reading: 'impatient-greylist.spam.inbox', oneOf: [0] },
          { reading: 'impatient-list.spam.inboxPermille', atLeast: 80, atMost: 390 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'price',
      title: "Alice's letter pays for it with minutes, by the post office; straight it is lost",
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.took', atLeast: '300 s', atMost: '610 s' },
          { reading: 'neither.alice-1.took', atMost: '10 s' },
          { reading: 'direct.alice-1.outcome', oneOf: ['lost'] },
        ],
      ],
      restsOn: [...RESTS_ON, 'laptop.*', 'relay.*'],
    },
  ],
  shows: {
    reason: 'blocklists',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
