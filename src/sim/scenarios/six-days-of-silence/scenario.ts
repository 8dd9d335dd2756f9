/** Bob's server is away for six days, longer than the relay is patient. Who tells Alice, and when? */
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
      subject: 'My form for the course',
      body: 'Dear Bob, here is my form. It is due next Monday at eight. Alice',
    },
  ],
  settings: {
    'mx.outage.lasts': '6 d',
    'laptop.retry': 'outbox',
    'laptop.outbox.every': '3 h',
  },
  variants: [
    {
      id: 'warned',
      route: 'relayed',
      title: {
        everyday: 'By a post office that also says when a letter waits',
        technical: 'Relayed, with a delay warning after four hours',
        protocol: 'Relayed; a report with action delayed after 4 h',
      },
      settings: { 'relay.queue.delay-warning': '4 h' },
    },
    {
      id: 'at-home',
      route: 'direct',
      title: {
        everyday: 'Straight, from a laptop as patient as a post office',
        technical: "Direct, with Postfix's law on a laptop that is always on",
        protocol: 'Direct; a client with queue, back-off and expiry',
      },
      settings: { 'laptop.retry': 'postfix', 'laptop.always-on': 'on' },
    },
  ],
  checks: [
    {
      id: 'relay-gives-up-after-five-days',
      title: 'The relay returns the letter after five days and 107 or 108 attempts',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.alice-1.attempts', atLeast: 107, atMost: 108 },
          { reading: 'relayed.alice-1.bouncedAfter', atLeast: '432900 s', atMost: '433210 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'status-stays-temporary',
      title: 'The status stays temporary, although the relay has given up',
      anyOf: [[{ reading: 'relayed.alice-1.status', oneOf: ['4.4.1'] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'report-lies-in-the-mailbox',
      title: "The report lies in Alice's mailbox at her provider, and it is the only one",
      anyOf: [
        [
          { reading: 'relayed.dsn-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.notices', oneOf: [1] },
          { reading: 'relayed.alice-1.toldAfter', atLeast: '432900 s', atMost: '433210 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'warning-comes-days-earlier',
      title: 'A delay warning comes with the first try that fails after four hours',
      anyOf: [
        [
          { reading: 'warned.alice-1.notices', oneOf: [2] },
          { reading: 'warned.alice-1.warnedAfter', atLeast: '17100 s', atMost: '17402 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'outbox-never-says-anything',
      title: 'The outbox delivers after six days, and says nothing until then',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-1.notices', oneOf: [0] },
          { reading: 'direct.alice-1.endedAt', atLeast: '6 d', atMost: '522100 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'server-at-home-gives-up-as-well',
      title: 'A laptop that does as a mail server does gives up after five days, and says so',
      anyOf: [
        [
          { reading: 'at-home.alice-1.outcome', oneOf: ['lost'] },
          // Five days, and at most one longest wait and one scan more.
          { reading: 'at-home.alice-1.toldAfter', atLeast: '5 d', atMost: '436300 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'server-down',
    direct: 'direct.alice-1.notices',
    relayed: 'relayed.alice-1.notices',
  },
  lesson,
}
