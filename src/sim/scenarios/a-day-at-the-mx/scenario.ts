/**
 * A working day at Bob's exchanger with the spam of 2009: what does greylisting stop by itself, what do
 * all checks of today, and what does it cost those who write real letters?
 */
import type { ScenarioFile, VariantSpec, Words } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { GOOD_LETTERS, LISTED_LETTERS, SPAM_LETTERS, SPAM_OF_TODAY } from './letters.ts'
import { STAGE_HOSTS, STAGE_LINKS, STAGE_ZONES } from './stage.ts'
import { TITLE } from './title.ts'

/** Letters of the day, and those of them that good people write. */
const SPAM = 340
const GOOD = 60

type Settings = Readonly<Record<string, string>>

const TODAY: Settings = {
  'mx.dnsbl.action': 'refuse',
  'mx.dynamic.action': 'refuse',
  'mx.reverse-dns.action': 'score',
  'mx.helo.action': 'score',
  'mx.sender-domain.action': 'score',
  'mx.spf': 'score',
  'mx.dkim': 'score',
  'mx.dmarc': 'score',
  'mx.reputation.action': 'score',
  'mx.content.action': 'score',
  'mx.score.on': 'on',
  'mx.greylist.on': 'on',
  'mx.greylist.when': 'score',
}

/** The same server with nothing switched on. */
const NOTHING: Settings = Object.fromEntries(
  Object.keys(TODAY).map((path) => [path, path === 'mx.greylist.when' ? 'stranger' : 'off']),
)

function variant(id: string, title: Words, settings: Settings): VariantSpec {
  return { id, route: 'relayed', title, settings: { ...NOTHING, ...settings } }
}

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot.*', 'patient.*', 'shoe.*', 'thief.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T08:00:00Z',
  hosts: STAGE_HOSTS,
  links: STAGE_LINKS,
  zones: STAGE_ZONES,
  mail: LISTED_LETTERS,
  traffic: [...GOOD_LETTERS, ...SPAM_LETTERS],
  settings: {
    ...TODAY,
    'bot.addresses': 'per-message',
    'patient.addresses': 'per-message',
    'patient.retry': 'same-address',
    'shoe.queue.pool': 'per-message',
    'shoe.sign': 'on',
    'small.queue.pool': 'per-message',
    'news.sign': 'on',
    'relay.sign': 'on',
    'thief.via': 'account',
    'laptop.retry': 'never',
  },
  variants: [
    variant(
      'open-door',
      { everyday: 'No checks at all', technical: 'No checks', protocol: 'No checks' },
      {},
    ),
    variant(
      'greylist-only',
      {
        everyday: 'Every stranger is told: come back later',
        technical: 'Greylisting and nothing else',
        protocol: 'Greylisting alone (RFC 6647)',
      },
      { 'mx.greylist.on': 'on' },
    ),
    variant(
      'closed-homes',
      {
        everyday: 'No checks, but homes may not knock at doors',
        technical: 'No checks; access providers block port 25',
        protocol: 'No checks; outbound port 25 blocked for most bots',
      },
      { 'bot.port-25': 'blocked' },
    ),
    {
      ...variant(
        'greylist-today',
        {
          everyday: 'Come back later, to the spam of today',
          technical: 'Greylisting alone, with the spam of today',
          protocol: 'Greylisting alone; mix of today',
        },
        { 'mx.greylist.on': 'on' },
      ),
      traffic: [...GOOD_LETTERS, ...SPAM_OF_TODAY],
    },
  ],
  roadTitles: {
    relayed: {
      everyday: 'A careful server of today',
      technical: 'All the checks of today',
      protocol: 'All checks; greylisting from a score on',
    },
  },
  stage: ['greylist-only', 'relayed'],
  checks: [
    {
      id: 'mostly-spam',
      title: 'Of all that is written to the college 85 % is spam, and an open door lets it in',
      anyOf: [
        [
          { reading: 'open-door.good.inbox', oneOf: [GOOD] },
          { reading: 'open-door.spam.inbox', oneOf: [SPAM] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'four-of-five',
      title: 'Greylisting alone stops about 80 % of the spam, and no good letter',
      anyOf: [
        [
          { reading: 'greylist-only.good.inbox', oneOf: [GOOD] },
          { reading: 'greylist-only.spam.stoppedPermille', atLeast: 750, atMost: 850 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'not-any-more',
      title: 'Of the spam of today, 45 % of all mail, it stops about a third',
      anyOf: [
        [
          { reading: 'greylist-today.good.sent', oneOf: [GOOD] },
          { reading: 'greylist-today.spam.sent', oneOf: [49] },
          { reading: 'greylist-today.spam.stoppedPermille', atLeast: 250, atMost: 400 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'who-comes-back',
      title: 'What comes in is from those who come back: all of it',
      anyOf: [
        [
          { reading: 'greylist-only.patient.inbox', oneOf: [41] },
          { reading: 'greylist-only.shoe.inbox', oneOf: [20] },
          { reading: 'greylist-only.thief.inbox', oneOf: [7] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'together',
      title: 'All checks together keep at least 95 % of the spam out of the inboxes',
      anyOf: [[{ reading: 'relayed.spam.inboxPermille', atMost: 50 }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'nothing-of-the-relay',
      title: "No letter of the school's is lost or put aside",
      anyOf: [
        [
          { reading: 'relayed.school.inbox', oneOf: [40] },
          { reading: 'relayed.alice-1.folder', oneOf: ['inbox'] },
          { reading: 'relayed.alice-2.folder', oneOf: ['inbox'] },
          { reading: 'relayed.good.stopped', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'price-of-waiting',
      title:
        'Greylisting makes a first letter wait for minutes; points do not, unless it looks bad',
      anyOf: [
        [
          { reading: 'greylist-only.alice-1.took', atLeast: '300 s', atMost: '610 s' },
          { reading: 'greylist-only.stranger.median', atLeast: '300 s' },
          { reading: 'open-door.alice-1.took', atMost: '10 s' },
          { reading: 'relayed.alice-1.took', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'price-of-points',
      title: 'The price of points: one good letter with unlucky words is put aside',
      anyOf: [
        [
          { reading: 'greylist-only.cousin-1.folder', oneOf: ['inbox'] },
          { reading: 'relayed.good.junk', oneOf: [1] },
          { reading: 'relayed.cousin-1.folder', oneOf: ['junk'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'from-home',
      title: "Straight from Alice's laptop it is refused, since homes are where the bots are",
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'direct.alice-1.read', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'closed-homes-do-it-too',
      title: 'Homes that may not knock at doors keep as much spam away as greylisting does',
      anyOf: [
        [
          { reading: 'closed-homes.spam.inbox', oneOf: [68] },
          { reading: 'closed-homes.alice-1.took', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'greylisting',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
