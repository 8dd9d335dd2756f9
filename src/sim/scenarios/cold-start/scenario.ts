/** Sixty invitations at once from an address that nobody knows, from a known one, and in portions. */
import type { ScenarioFile } from '../scenario.ts'
import { CHOIR_HOSTS, CHOIR_LINKS, CHOIR_ZONES, INVITATIONS, INVITED, PERSONAL } from './choirs.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'ramp.*', 'slow.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-01T08:00:00Z',
  hosts: CHOIR_HOSTS,
  links: CHOIR_LINKS,
  zones: CHOIR_ZONES,
  mail: PERSONAL,
  traffic: INVITATIONS,
  settings: {
    'mx.reputation.cold-start': '6',
    'mx.reputation.warm-up': '50',
    'laptop.retry': 'never',
  },
  variants: [
    {
      id: 'patient',
      route: 'direct',
      title: {
        everyday: 'Straight from Alice, with a program that knocks again and again',
        technical: 'Direct, all at once, with a queue',
        protocol: "Direct; the client has Postfix's retry law",
      },
      settings: { 'laptop.retry': 'postfix', 'laptop.always-on': 'on' },
    },
  ],
  checks: [
    {
      id: 'all-at-once-is-stopped',
      title: 'From a new address all at once, few get through, and the personal letter does not',
      anyOf: [
        [
          { reading: 'direct.invite.inbox', atLeast: 8, atMost: 15 },
          { reading: 'direct.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'direct.alice-1.lastReply', oneOf: ['450 4.7.28'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'portions-get-through',
      title:
        'In growing portions from a new address all get through, and nobody has to knock twice',
      anyOf: [
        [
          { reading: 'direct.ramp.inbox', oneOf: [INVITED] },
          { reading: 'direct.ramp.attempts', oneOf: [INVITED] },
          { reading: 'direct.ramp.lastArrival', atMost: '28 h' },
          { reading: 'direct.carla-1.took', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'good-name-gets-through',
      title: 'From a known server all at once, all get through at once',
      anyOf: [
        [
          { reading: 'relayed.invite.inbox', oneOf: [INVITED] },
          { reading: 'relayed.invite.attempts', oneOf: [INVITED] },
          { reading: 'relayed.invite.slowest', atMost: '30 s' },
          { reading: 'relayed.alice-1.took', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'patience-gets-through',
      title: 'Who knocks again and again gets all of them through, with much ado, and the key late',
      anyOf: [
        [
          { reading: 'patient.invite.inbox', oneOf: [INVITED] },
          { reading: 'patient.invite.attempts', atLeast: 200 },
          { reading: 'patient.invite.lastArrival', atLeast: '26 h', atMost: '29 h' },
          { reading: 'patient.alice-1.took', atLeast: '30 min' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'too-slow-is-late',
      title: 'Five an hour annoy nobody, and the last ones come after the concert',
      anyOf: [
        [
          { reading: 'relayed.slow.inbox', oneOf: [INVITED] },
          { reading: 'relayed.slow.lastArrival', atLeast: '34 h' },
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
