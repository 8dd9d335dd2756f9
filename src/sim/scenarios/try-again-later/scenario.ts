/** Bob's server greylists strangers. Who comes back, from the same place? */
import { ALICE, BOB, BOT_HOST, BOT_LINKS, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, BOT_HOST],
  links: [...LINKS, ...BOT_LINKS],
  zones: ZONES,
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Concert tickets',
      body: 'Dear Bob, I have two tickets for Friday. Will you come? Alice',
    },
    {
      at: '20 s',
      host: 'bot',
      kind: 'spam',
      from: 'winner@prizes.example',
      to: [BOB],
      subject: 'You have won',
      body: 'Claim your prize today.',
    },
  ],
  settings: { 'mx.greylist.on': 'on', 'laptop.retry': 'never' },
  variants: [
    {
      id: 'send-again',
      route: 'direct',
      title: {
        everyday: 'Alice presses Send again after five minutes',
        technical: 'Direct, and Alice retries by hand after five minutes',
        protocol: 'Direct; a second attempt from the same address after 300 s',
      },
      settings: { 'laptop.retry': 'alice' },
    },
  ],
  checks: [
    {
      id: 'relay-comes-back',
      title: 'The relay comes back and is let in',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.attempts', atLeast: 2, atMost: 3 },
          { reading: 'relayed.alice-1.endedAt', atLeast: '300 s', atMost: '605 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-shot-fails',
      title: 'A program that tries once does not get through',
      anyOf: [[{ reading: 'direct.alice-1.outcome', oneOf: ['lost'] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'bot-stays-out',
      title: 'The bot never comes back',
      anyOf: [
        [
          { reading: 'direct.bot-1.outcome', oneOf: ['lost'] },
          { reading: 'relayed.bot-1.outcome', oneOf: ['lost'] },
        ],
      ],
      restsOn: ['mx.*'],
    },
    {
      id: 'alice-by-hand',
      title: 'Alice, who presses Send again after five minutes, is let in as well',
      anyOf: [
        [
          { reading: 'send-again.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'send-again.alice-1.attempts', oneOf: [2] },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'greylisting',
    direct: 'direct.alice-1.attempts',
    relayed: 'relayed.alice-1.attempts',
  },
  lesson,
}
