/** Bob's server is down for a while, and Alice closes her laptop. Who keeps trying? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  prologue: 'two-roads',
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: HOSTS,
  links: LINKS,
  zones: ZONES,
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Train at nine',
      body: 'Dear Bob, I take the train tonight. Will you fetch me? Alice',
    },
  ],
  settings: {
    'mx.outage.lasts': '700 s',
    'laptop.lid.closes': '60 s',
    'laptop.lid.stays-closed': '8 h',
  },
  variants: [],
  checks: [
    {
      id: 'relay-keeps-trying',
      title: 'The relay delivers at its third or fourth try',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.attempts', atLeast: 3, atMost: 4 },
          { reading: 'relayed.alice-1.endedAt', atLeast: '900 s', atMost: '1210 s' },
        ],
      ],
      restsOn: ['laptop.*', 'relay.*', 'mx.*'],
    },
    {
      id: 'laptop-needed-briefly',
      title: 'On the relayed road the laptop was needed for less than ten seconds',
      anyOf: [[{ reading: 'relayed.alice-1.handedOver', atMost: '10 s' }]],
      restsOn: ['laptop.*', 'relay.*'],
    },
    {
      id: 'direct-waits-for-the-lid',
      title: 'The direct letter waits for the lid, or is lost',
      anyOf: [
        [{ reading: 'direct.alice-1.endedAt', atLeast: '28800 s' }],
        [{ reading: 'direct.alice-1.outcome', oneOf: ['lost'] }],
      ],
      restsOn: ['laptop.*', 'mx.*'],
    },
  ],
  shows: {
    reason: 'server-down',
    direct: 'direct.alice-1.took',
    relayed: 'relayed.alice-1.took',
  },
  lesson,
}
