/** Alice sends a large letter to twenty friends. How often does it go through her own line? */
import { ALICE, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { FRIENDS, FRIENDS_HOSTS, FRIENDS_LINKS, FRIENDS_ZONES } from './friends.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** Alice's side of the shared stage; Bob is among the friends here. */
const ALICES_SIDE = ['laptop', 'relay', 'dns']
const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS.filter(({ id }) => ALICES_SIDE.includes(id)), ...FRIENDS_HOSTS],
  links: [
    ...LINKS.filter(({ between }) => between.every((id) => ALICES_SIDE.includes(id))),
    ...FRIENDS_LINKS,
  ],
  zones: [...ZONES.filter(({ origin }) => origin !== 'college.example'), ...FRIENDS_ZONES],
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: FRIENDS,
      subject: 'Pictures of our day at the lake',
      body: 'Dear all, here are the pictures. It was a fine day. Alice',
      octets: 9_000_000,
    },
  ],
  // A home line that carries 1 Mbit/s upwards; the relay's is faster than anybody notices.
  settings: { 'laptop.line.speed': '125000' },
  variants: [],
  checks: [
    {
      id: 'twenty-uploads',
      title: "Straight, Alice's line is busy for 24 minutes",
      anyOf: [
        [
          { reading: 'direct.alice-1.reached', oneOf: [20] },
          { reading: 'direct.@laptop.connected', atLeast: '1440 s', atMost: '1445 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-upload',
      title: 'By the relay it is busy for little more than 72 seconds',
      anyOf: [
        [
          { reading: 'relayed.alice-1.reached', oneOf: [20] },
          { reading: 'relayed.@laptop.connected', atLeast: '72 s', atMost: '75 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'relay-carries-the-copies',
      title: 'The relay sends what the laptop sends on the direct road',
      anyOf: [
        [
          { reading: 'direct.@laptop.sent', atLeast: 180_000_000, atMost: 180_100_000 },
          { reading: 'relayed.@relay.sent', atLeast: 180_000_000, atMost: 180_100_000 },
          { reading: 'relayed.@laptop.sent', atLeast: 9_000_000, atMost: 9_010_000 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'arrives-at-once',
      title: 'The last friend has the letter seconds after the hand-over',
      anyOf: [[{ reading: 'relayed.alice-1.lastArrival', atLeast: '72 s', atMost: '80 s' }]],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'not-the-programs-job',
    direct: 'direct.@laptop.connected',
    relayed: 'relayed.@laptop.connected',
  },
  lesson,
}
