/** One letter, one address, one receiver: nothing differs but a record that names the address. */
import { HOME_ADDRESS, HOME_NAME, homeReverse, NAMED } from '../home.ts'
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile, VariantSpec, ZoneSpec } from '../scenario.ts'
import { a, ptr, zone } from '../zone.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

/** What the name of the laptop leads to: to the laptop, or to somebody else. */
const POINTS_BACK = zone('home.example', { [HOME_NAME]: [a(HOME_ADDRESS)] })
const POINTS_ELSEWHERE = zone('home.example', { [HOME_NAME]: [a('203.0.113.90')] })

/** The school's range without a name for its outgoing server. */
const NAMELESS_SCHOOL: ZoneSpec = zone('2.0.192.in-addr.arpa', {
  '130.2.0.192.in-addr.arpa': [ptr('mx.college.example')],
})

const VARIANTS: readonly VariantSpec[] = [
  {
    id: 'unconfirmed',
    route: 'direct',
    title: {
      everyday: 'Straight, with a wrong name',
      technical: 'Direct, PTR not confirmed',
      protocol: 'Direct; iprev fail',
    },
    settings: {},
    zones: [NAMED, POINTS_ELSEWHERE],
  },
  {
    id: 'confirmed',
    route: 'direct',
    title: {
      everyday: 'Straight, with a name that leads back',
      technical: 'Direct, PTR confirmed',
      protocol: 'Direct; iprev pass',
    },
    settings: {},
    zones: [NAMED, POINTS_BACK],
  },
  {
    id: 'nameless-relay',
    route: 'relayed',
    title: {
      everyday: 'By a post office without a name',
      technical: 'Relayed, relay without PTR',
      protocol: 'Relayed; no PTR for smtp.school.example',
    },
    settings: {},
    zones: [NAMELESS_SCHOOL],
  },
]

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: HOSTS,
  links: LINKS,
  zones: [...ZONES, homeReverse(), POINTS_BACK],
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'The spare key',
      body: 'Dear Bob, the spare key lies with the neighbours. Alice',
    },
  ],
  settings: {
    'mx.reverse-dns.action': 'needs-confirmed',
    // Alike in everything: both come back by the same law, for the same time.
    'laptop.retry': 'postfix',
    'laptop.queue.lifetime': '2 h',
    'relay.queue.lifetime': '2 h',
  },
  variants: VARIANTS,
  roadTitles: {
    direct: {
      everyday: 'Straight, with no name on the door',
      technical: 'Direct, no reverse DNS',
      protocol: 'Direct; no PTR record',
    },
  },
  stage: ['direct', 'confirmed'],
  checks: [
    {
      id: 'no-name',
      title: 'Without a PTR record the letter is put off until it is given up',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'direct.alice-1.firstReply', oneOf: ['450 4.7.1'] },
          { reading: 'direct.alice-1.lastReply', oneOf: ['450 4.7.1'] },
          { reading: 'direct.alice-1.read', oneOf: [0] },
          { reading: 'direct.alice-1.attempts', atLeast: 5 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'wrong-name',
      title: 'With a name that does not point back it is put off for another reason',
      anyOf: [
        [
          { reading: 'unconfirmed.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'unconfirmed.alice-1.lastReply', oneOf: ['450 4.7.25'] },
          { reading: 'unconfirmed.alice-1.read', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'name-that-points-back',
      title: 'With a name that points back the same laptop is let in at once',
      anyOf: [
        [
          { reading: 'confirmed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'confirmed.alice-1.attempts', oneOf: [1] },
          { reading: 'confirmed.alice-1.took', atMost: '2 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'relay-has-one',
      title: 'The relay has such a name, and is let in at once',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.attempts', oneOf: [1] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'relay-without-one',
      title: 'A relay without a name fares no better than the laptop',
      anyOf: [
        [
          { reading: 'nameless-relay.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'nameless-relay.alice-1.lastReply', oneOf: ['450 4.7.1'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'reverse-dns',
    direct: 'direct.alice-1.lastReply',
    relayed: 'relayed.alice-1.lastReply',
  },
  lesson,
}
