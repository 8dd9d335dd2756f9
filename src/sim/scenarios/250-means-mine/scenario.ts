/** The line breaks with the 250 after the data on it. Whose job is the letter now? */
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
      subject: 'The key',
      body: 'Dear Bob, the key lies under the blue stone. Alice',
    },
  ],
  settings: { 'mx.lost-acknowledgements': '1' },
  variants: [
    {
      id: 'gives-up',
      route: 'direct',
      title: {
        everyday: 'Straight, and the program tries only once',
        technical: 'Direct, and the program does not retry',
        protocol: 'Direct; a client that takes a lost reply for a failure',
      },
      settings: { 'laptop.retry': 'never' },
    },
  ],
  checks: [
    {
      id: 'two-copies-straight',
      title: 'Straight from the laptop, Bob gets it twice',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-1.copies', oneOf: [2] },
          { reading: 'direct.alice-1.attempts', oneOf: [2] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'two-copies-relayed',
      title: 'The relay cannot know better: it comes again at its first retry',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.copies', oneOf: [2] },
          { reading: 'relayed.alice-1.attempts', oneOf: [2] },
          { reading: 'relayed.alice-1.firstGap', atLeast: '300 s', atMost: '601 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'told-wrongly',
      title: 'A program that tries once says that it failed, and Bob has the letter',
      anyOf: [
        [
          { reading: 'gives-up.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'gives-up.alice-1.copies', oneOf: [1] },
          { reading: 'gives-up.alice-1.attempts', oneOf: [1] },
          { reading: 'gives-up.alice-1.toldAfter', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'responsibility',
    direct: 'direct.alice-1.copies',
    relayed: 'relayed.alice-1.copies',
  },
  lesson,
}
