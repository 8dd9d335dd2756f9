/** A perfect day: both roads work, and the direct one is even faster. So why a relay? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
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
      subject: 'Lunch?',
      body: 'Dear Bob, shall we have lunch tomorrow? Alice',
    },
  ],
  settings: {},
  variants: [],
  checks: [
    {
      id: 'both-arrive',
      title: 'The letter arrives on both roads',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-received-more',
      title: 'The relay leaves one Received field more',
      anyOf: [
        [
          { reading: 'direct.alice-1.received', oneOf: [1] },
          { reading: 'relayed.alice-1.received', oneOf: [2] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'direct-is-faster',
      title: 'On a perfect day the direct road is faster',
      anyOf: [[{ reading: 'lead.alice-1', oneOf: ['direct'] }]],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'possible',
    direct: 'direct.alice-1.took',
    relayed: 'relayed.alice-1.took',
  },
  lesson,
}
