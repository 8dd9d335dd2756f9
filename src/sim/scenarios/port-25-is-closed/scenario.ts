/** The company that gives Alice her line lets nobody dial port 25. Who is kept in by that? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { BOTS, BOTS_LINKS, forBots, SPAM } from './bots.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'bot*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, ...BOTS],
  links: [...LINKS, ...BOTS_LINKS],
  zones: ZONES,
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'The bicycle',
      body: 'Dear Bob, the bicycle is mended. You can have it on Saturday. Alice',
    },
  ],
  traffic: SPAM,
  settings: {
    'laptop.retry': 'never',
    'laptop.port-25': 'blocked',
    ...forBots({ 'port-25': 'blocked' }),
  },
  variants: [
    {
      id: 'open',
      route: 'direct',
      title: {
        everyday: 'Straight, the road open for all',
        technical: 'Direct, port 25 open for all',
        protocol: 'Direct; outbound TCP port 25 open',
      },
      settings: { 'laptop.port-25': 'open', ...forBots({ 'port-25': 'open' }) },
    },
    {
      id: 'stolen-password',
      route: 'relayed',
      title: {
        everyday: 'By post office, a stolen password',
        technical: 'Relayed, bots with an account',
        protocol: 'Relayed; bots submit on 587',
      },
      settings: forBots({ via: 'account' }),
    },
  ],
  checks: [
    {
      id: 'no-answer-at-all',
      title: 'Straight there is no session, and the program gives up after half a minute',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'direct.alice-1.lastReply', oneOf: ['connect timeout'] },
          { reading: 'direct.alice-1.toldAfter', atLeast: '30 s', atMost: '31 s' },
          { reading: 'direct.@mx.sessions', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'counter-is-open',
      title: 'By the relay the letter is there within seconds, and it is the only session',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.took', atMost: '5 s' },
          { reading: 'relayed.@mx.sessions', oneOf: [1] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'spam-stays-in',
      title: "None of the spam is heard of at Bob's server",
      anyOf: [
        [
          { reading: 'direct.all.delivered', oneOf: [0] },
          { reading: 'relayed.all.delivered', oneOf: [1] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'open-for-all',
      title: 'With an open road Alice gets through, and all of the spam with her',
      anyOf: [
        [
          { reading: 'open.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'open.all.delivered', oneOf: [49] },
          { reading: 'open.@mx.sessions', oneOf: [49] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'a-password-is-a-way-out',
      title: 'With a stolen password the spam leaves by the relay',
      anyOf: [[{ reading: 'stolen-password.all.delivered', atLeast: 40 }]],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'dynamic-addresses',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
