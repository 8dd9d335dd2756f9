/** Bob's server refuses everybody for six hours. How often does the relay knock, and who is told? */
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
      subject: 'Supper tonight',
      body: 'Dear Bob, supper is at seven. Shall I lay a place for you? Alice',
    },
  ],
  settings: { 'mx.outage.lasts': '6 h', 'laptop.retry': 'never' },
  variants: [
    {
      id: 'warned',
      route: 'relayed',
      title: {
        everyday: 'By a post office that says when a letter waits',
        technical: 'Relayed, with a delay warning after four hours',
        protocol: 'Relayed; a report with action delayed after 4 h',
      },
      settings: { 'relay.queue.delay-warning': '4 h' },
    },
    {
      id: 'outbox',
      route: 'direct',
      title: {
        everyday: 'Straight, and the laptop stays open and tries every five minutes',
        technical: 'Direct, from an outbox that retries every five minutes',
        protocol: 'Direct; the client retries every 300 s and never sleeps',
      },
      settings: { 'laptop.retry': 'outbox', 'laptop.outbox.every': '300 s' },
    },
  ],
  checks: [
    {
      id: 'relay-knocks-ever-more-rarely',
      title: 'The relay makes ten or eleven attempts, and delivers within 4,300 s of the repair',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.endedAt', atLeast: '21600 s', atMost: '25900 s' },
          { reading: 'relayed.alice-1.lastGap', atLeast: '1 h' },
          { reading: 'relayed.alice-1.attempts', atLeast: 10, atMost: 11 },
        ],
        // By a hair's luck the ninth comes in the second after the repair rather than before it.
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.endedAt', atLeast: '21600 s', atMost: '21601 s' },
          { reading: 'relayed.alice-1.lastGap', atLeast: '1 h' },
          { reading: 'relayed.alice-1.attempts', oneOf: [9] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'alice-hears-nothing',
      title: 'On the relayed road Alice is told nothing',
      anyOf: [[{ reading: 'relayed.alice-1.notices', oneOf: [0] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-try-is-told-at-once',
      title: 'A program that tries once loses the letter, and says so at once',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'direct.alice-1.toldAfter', atMost: '5 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'warning-comes-with-a-failed-try',
      title: 'A delay warning comes with the first try that fails after four hours',
      anyOf: [
        [
          { reading: 'warned.alice-1.notices', oneOf: [1] },
          { reading: 'warned.alice-1.warnedAfter', atLeast: '17100 s', atMost: '17402 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'outbox-keeps-the-laptop-awake',
      title: 'An outbox is in within minutes of the repair, and needs the laptop until then',
      anyOf: [
        [
          { reading: 'outbox.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'outbox.alice-1.endedAt', atMost: '21910 s' },
          { reading: 'outbox.alice-1.attempts', atLeast: 70 },
          { reading: 'outbox.@laptop.needed', atLeast: '6 h' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'server-down',
    direct: 'direct.alice-1.attempts',
    relayed: 'relayed.alice-1.attempts',
  },
  lesson,
}
