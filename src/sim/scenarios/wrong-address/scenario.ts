/** Alice mistypes a name. Who tells her, when, and what becomes of the names that were right? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile, VariantSpec } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

/** There is a Bob and a Dana at the college, but nobody of these names. */
const MISTYPED_BOB = 'bbo@college.example'
const MISTYPED_DANA = 'dnaa@college.example'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

/** The same letters where Bob's server sends strangers away before it looks for the name. */
const GREYLISTED: readonly VariantSpec[] = [
  {
    id: 'greylist',
    route: 'relayed',
    title: {
      everyday: "By post office, and Bob's server first tells strangers to come back",
      technical: 'Relayed, and the MX greylists before it looks for the user',
      protocol: 'Relayed; the MX greylists, and looks for the mailbox after that',
    },
    settings: { 'mx.greylist.on': 'on' },
  },
  {
    id: 'greylist-once',
    route: 'direct',
    title: {
      everyday: 'Straight, the same server, and a program that tries once',
      technical: 'Direct, the same MX, and a program that tries once',
      protocol: 'Direct; the MX greylists, and the client does not retry',
    },
    settings: { 'mx.greylist.on': 'on', 'laptop.retry': 'never' },
  },
]

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
      to: [MISTYPED_BOB],
      subject: 'Saturday',
      body: 'Dear Bob, are you at home on Saturday? Alice',
    },
    {
      at: '30 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB, MISTYPED_DANA],
      subject: 'Cake on Sunday',
      body: 'Dear Bob, dear Dana, there will be cake on Sunday. Alice',
    },
  ],
  settings: {},
  variants: GREYLISTED,
  checks: [
    {
      id: 'refused-at-once',
      title: 'Straight, the wrong name is refused within a second',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'direct.alice-1.attempts', oneOf: [1] },
          { reading: 'direct.alice-1.toldAfter', atMost: '1 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'comes-back-as-a-letter',
      title: 'By the relay it is accepted, and a report comes into the mailbox',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.alice-1.handedOver', atMost: '1 s' },
          { reading: 'relayed.dsn-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.toldAfter', atMost: '5 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'right-name-is-served',
      title: 'Beside a wrong name the right one gets the letter, on both roads',
      anyOf: [
        [
          { reading: 'direct.alice-2.reached', oneOf: [1] },
          { reading: 'direct.alice-2.failed', oneOf: [1] },
          { reading: 'relayed.alice-2.reached', oneOf: [1] },
          { reading: 'relayed.alice-2.failed', oneOf: [1] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'greylisting-hides-it',
      title: 'Behind a greylist the relay needs minutes to find out',
      anyOf: [
        [
          { reading: 'greylist.alice-1.outcome', oneOf: ['bounced'] },
          { reading: 'greylist.alice-1.attempts', atLeast: 2, atMost: 3 },
          { reading: 'greylist.alice-1.toldAfter', atLeast: '300 s', atMost: '605 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-shot-never-learns',
      title: 'A program that tries once never learns that the name is wrong',
      anyOf: [
        [
          { reading: 'greylist-once.alice-1.outcome', oneOf: ['lost'] },
          { reading: 'greylist-once.alice-1.lastReply', oneOf: ['450 4.2.0'] },
          { reading: 'greylist-once.alice-2.reached', oneOf: [0] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'not-the-programs-job',
    direct: 'direct.alice-1.toldAfter',
    relayed: 'relayed.alice-1.toldAfter',
  },
  lesson,
}
