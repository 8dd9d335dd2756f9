/** Bob's server makes some of eight checks. Twelve probes find out which. */
import { ALICE, BOB } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { RIDDLE, WHILE_OFF } from './riddle.ts'
import { TITLE } from './title.ts'
import { WORLD_HOSTS, WORLD_LINKS, WORLD_ZONES } from './world.ts'

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 12,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: WORLD_HOSTS,
  links: WORLD_LINKS,
  zones: WORLD_ZONES,
  mail: [
    {
      at: '0 s',
      host: 'relay',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Are you there?',
      body: 'Dear Bob, does this reach you? Alice',
    },
  ],
  settings: {
    ...WHILE_OFF,
    // One probe, one knock: only the post office comes back.
    'home.retry': 'never',
    'dialup.retry': 'never',
  },
  variants: [],
  // A probe may go by any road: it is the server that the picture is about.
  roadTitles: {
    direct: {
      everyday: 'The secretive server',
      technical: 'The MX with hidden checks',
      protocol: 'MX, policy unknown',
    },
  },
  checks: [
    {
      id: 'honest-letter-arrives',
      title:
        'Whatever the server checks, the honest letter by the relay arrives, at its second try at the latest',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-1.attempts', atLeast: 1, atMost: 3 },
          { reading: 'direct.alice-1.endedAt', atMost: '605 s' },
        ],
      ],
      restsOn: ['relay.queue.run-delay', 'mx.*'],
    },
  ],
  mystery: RIDDLE,
  lesson,
}
