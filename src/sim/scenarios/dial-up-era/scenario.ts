/** The telephone costs money by the minute. Who calls, how often, and how long do letters wait? */
import type { ScenarioFile, VariantSpec } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'
import { DIAL_UP_HOSTS, DIAL_UP_LINKS, DIAL_UP_MAIL, DIAL_UP_ZONES } from './world.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'backup.*']

/** The college telephones, too: two hours after each call of the school. */
const COLLEGE_CALLS = {
  'mx.line.kind': 'calls',
  'mx.line.first': '6 h',
  'mx.line.every': '4 h',
  'mx.line.speed': '240',
  'backup.hold': 'until-asked',
} as const

const FETCHING: readonly VariantSpec[] = [
  {
    id: 'etrn',
    route: 'relayed',
    title: {
      everyday: "Bob's college telephones, too, and has its mail sent by its provider",
      technical: 'The college dials as well and asks its backup to deliver (ETRN)',
      protocol: 'Relayed; the MX is on dial-up and says ETRN to its backup',
    },
    settings: { ...COLLEGE_CALLS, 'mx.fetch': 'etrn' },
  },
  {
    id: 'odmr',
    route: 'relayed',
    title: {
      everyday: "Bob's college telephones, too, and fetches its mail in the same talk",
      technical: 'The college dials as well and turns the connection round (ODMR)',
      protocol: 'Relayed; the MX is on dial-up and says ATRN to its backup',
    },
    settings: { ...COLLEGE_CALLS, 'mx.fetch': 'odmr' },
  },
]

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '1999-11-02T08:00:00Z',
  hosts: DIAL_UP_HOSTS,
  links: DIAL_UP_LINKS,
  zones: DIAL_UP_ZONES,
  mail: DIAL_UP_MAIL,
  // 2400 bit/s with a start and a stop bit for each octet; 30 cents for each minute that has begun.
  settings: {
    'laptop.line.speed': '240',
    'laptop.line.price': '30',
    'relay.line.speed': '240',
    'relay.line.price': '30',
    'mx.line.price': '30',
  },
  // By post office the laptop has the house's own network, and no modem; simplified: it asks the
  // name server over that, even between calls.
  roads: {
    direct: { 'laptop.line.kind': 'on-demand' },
    relayed: { 'relay.line.kind': 'calls', 'relay.line.first': '4 h', 'relay.line.every': '4 h' },
  },
  variants: FETCHING,
  checks: [
    {
      id: 'a-call-per-letter',
      title: 'Straight, each of the twelve letters is a call of its own',
      anyOf: [
        [
          { reading: 'direct.all.delivered', oneOf: [12] },
          { reading: 'direct.@laptop.calls', oneOf: [12] },
          { reading: 'direct.@laptop.cost', oneOf: [360] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'two-calls-for-all',
      title: 'By the relay two calls carry all of them, for a third of the money or less',
      anyOf: [
        [
          { reading: 'relayed.all.delivered', oneOf: [12] },
          { reading: 'relayed.@relay.calls', oneOf: [2] },
          { reading: 'relayed.@relay.cost', atLeast: 60, atMost: 120 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'letters-wait',
      title: 'The first letter waits for the first call at noon',
      anyOf: [
        [
          { reading: 'direct.alice-1.took', atMost: '60 s' },
          { reading: 'relayed.alice-1.took', atLeast: '235 min', atMost: '240 min' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'fetched-by-etrn',
      title: 'With ETRN the provider sends what it has kept, once the college is online',
      anyOf: [
        [
          { reading: 'etrn.all.delivered', oneOf: [12] },
          { reading: 'etrn.@mx.calls', oneOf: [2] },
          { reading: 'etrn.@backup.queuePeak', atLeast: 5 },
          { reading: 'etrn.all.lastArrival', atLeast: '10 h', atMost: '603 min' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'fetched-by-odmr',
      title: 'With ODMR the college fetches it over the connection that it has opened',
      anyOf: [
        [
          { reading: 'odmr.all.delivered', oneOf: [12] },
          { reading: 'odmr.@mx.calls', oneOf: [2] },
          { reading: 'odmr.@backup.queuePeak', atLeast: 5 },
          { reading: 'odmr.all.lastArrival', atLeast: '10 h', atMost: '603 min' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'dial-up',
    direct: 'direct.@laptop.calls',
    relayed: 'relayed.@relay.calls',
    what: {
      everyday: 'Telephone calls for twelve letters',
      technical: 'Calls of whoever sends to the outside',
      protocol: 'Dial-up calls of the outbound client',
    },
  },
  lesson,
}
