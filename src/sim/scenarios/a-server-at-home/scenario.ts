/** What would a laptop need, to be believed like a post office? One rung after the other. */
import { ADDS_UP_POINTS, CAROLS_MORNING, ticketsAt } from '../good-name.ts'
import { HOME_ADDRESS, HOMES_LISTED, homeReverse } from '../home.ts'
import { BOB, hostsWith, LINKS, ZONES } from '../school.ts'
import type { CheckSpec, Condition, MailSpec, ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { DOMAIN, RUNGS, SENDS_BY_RELAY } from './rungs.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']
const ALICE_AT_HOME = `alice@${DOMAIN}`

/** Networks that a mobile line deals its addresses from: set aside for tests (RFC 2544). */
const OTHER_ADDRESSES: readonly string[] = Array.from({ length: 19 }, (_, n) => `198.18.${n}.25`)

const HOST_LIST = hostsWith({
  laptop: { account: ALICE_AT_HOME, addresses: [HOME_ADDRESS, ...OTHER_ADDRESSES] },
  relay: { domains: ['school.example', DOMAIN] },
})

/** Letters with nothing in them, one an hour: the address gets a past. */
const SMALL_TALK: readonly MailSpec[] = Array.from({ length: 5 }, (_, n) => ({
  at: `${10 + n} h`,
  host: 'laptop',
  kind: 'good',
  from: ALICE_AT_HOME,
  to: [BOB],
  subject: 'From the window',
  body: 'Dear Bob, it rains again, and the tomatoes like it. Alice',
}))

/** What became of the first letter, and how the last attempt at it was answered. */
const ends = (world: string, outcome: string, reply: string): readonly Condition[] => [
  { reading: `${world}.alice-1.outcome`, oneOf: [outcome] },
  { reading: `${world}.alice-1.lastReply`, oneOf: [reply] },
]

const check = (id: string, title: string, ...all: readonly Condition[]): CheckSpec => ({
  id,
  title,
  anyOf: [all],
  restsOn: RESTS_ON,
})

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T08:00:00Z',
  hosts: HOST_LIST,
  links: LINKS,
  zones: [...ZONES, SENDS_BY_RELAY, homeReverse(), HOMES_LISTED],
  mail: [
    ticketsAt('60 min', 'laptop', ALICE_AT_HOME),
    ...SMALL_TALK,
    ticketsAt('48 h', 'laptop', ALICE_AT_HOME),
  ],
  traffic: [CAROLS_MORNING],
  settings: {
    ...ADDS_UP_POINTS,
    // In the order of the rungs: each thing that is missing is then met by itself.
    'mx.order': 'greylisting,reverse-dns,dynamic',
    'mx.greylist.on': 'on',
    'mx.reverse-dns.action': 'needs-confirmed',
    'mx.dynamic.action': 'refuse',
    'mx.spf': 'note',
    'mx.dkim': 'note',
    'mx.dmarc': 'apply',
    'laptop.retry': 'never',
    'laptop.moves': 'with-each-try',
    'laptop.lid.closes': '61 min',
    'laptop.lid.stays-closed': '8 h',
    'laptop.queue.lifetime': '2 h',
  },
  variants: RUNGS,
  stage: ['vouched-for', 'relayed'],
  checks: [
    check(
      'as-it-is',
      'The laptop as it is tries once and gives up',
      ...ends('direct', 'lost', '450 4.2.0'),
      { reading: 'direct.alice-1.attempts', oneOf: [1] },
    ),
    check(
      'queue',
      'With a queue it would come back, and sleeps',
      ...ends('queue', 'lost', '450 4.2.0'),
      { reading: 'queue.alice-1.firstGap', atLeast: '8 h' },
    ),
    check(
      'always-on',
      'Awake, it comes back in time and each time from another address',
      ...ends('always-on', 'lost', '450 4.2.0'),
      { reading: 'always-on.alice-1.attempts', atLeast: 5 },
      { reading: 'always-on.alice-1.firstGap', atMost: '605 s' },
    ),
    check(
      'fixed',
      'From a fixed address it is known again, and has no name',
      ...ends('fixed', 'lost', '450 4.7.1'),
    ),
    check(
      'named',
      'With a name it is still on the list of homes',
      ...ends('named', 'refused', '554 5.7.1'),
    ),
    check(
      'off-the-list',
      'Off the list, its own domain does not vouch for it',
      { reading: 'off-the-list.alice-1.outcome', oneOf: ['refused'] },
      { reading: 'off-the-list.alice-1.lastReply', oneOf: ['550 5.7.1', '550 5.7.26'] },
    ),
    check(
      'vouched-for',
      'Vouched for, it is let in and not yet believed',
      { reading: 'vouched-for.alice-1.outcome', oneOf: ['delivered'] },
      { reading: 'vouched-for.alice-1.folder', oneOf: ['junk'] },
    ),
    check(
      'believed',
      'After a few good letters the same text lies in the inbox, as by the relay',
      { reading: 'vouched-for.alice-7.folder', oneOf: ['inbox'] },
      { reading: 'vouched-for.alice-7.attempts', oneOf: [1] },
      { reading: 'vouched-for.alice-7.took', atMost: '2 s' },
      { reading: 'relayed.alice-7.folder', oneOf: ['inbox'] },
      { reading: 'relayed.alice-7.attempts', oneOf: [1] },
    ),
    check('relayed', 'By the relay already the first letter lay in the inbox', {
      reading: 'relayed.alice-1.folder',
      oneOf: ['inbox'],
    }),
  ],
  shows: {
    reason: 'server-at-home',
    direct: 'vouched-for.alice-1.folder',
    relayed: 'relayed.alice-1.folder',
  },
  lesson,
}
