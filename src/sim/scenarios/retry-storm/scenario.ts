/** Two dozen post offices keep mail for one server that is down. Who stands at its door when it is back? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { ScenarioFile } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { forAll, LETTERS, OTHER_LINKS, OTHERS } from './offices.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'others*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, ...OTHERS],
  links: [...LINKS, ...OTHER_LINKS],
  zones: ZONES,
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Soup',
      body: 'Dear Bob, here is the recipe for the soup. Alice',
    },
    ...LETTERS,
  ],
  settings: {
    'mx.outage.lasts': '110 min',
    // Two megabits per second: a crowd gets in one another's way.
    'mx.line.speed': '250000',
    ...forAll({ 'queue.fixed': '15 min', 'queue.runner': '15 min' }),
  },
  variants: [
    {
      id: 'fixed',
      route: 'relayed',
      title: {
        everyday: 'Equal waits, counted from the last knock',
        technical: 'Fixed gaps, counted from the last attempt',
        protocol: 'Relayed; fixed interval after each failure',
      },
      settings: forAll({ 'queue.law': 'fixed' }),
    },
    {
      id: 'own-clock',
      route: 'relayed',
      title: {
        everyday: 'Equal waits, each by its own clock',
        technical: 'Fixed gaps, at the ticks of a queue runner',
        protocol: 'Relayed; fixed interval, independent phases',
      },
      settings: forAll({ 'queue.law': 'sendmail' }),
    },
  ],
  stage: ['relayed', 'fixed'],
  checks: [
    {
      id: 'in-step',
      title: 'With equal waits nearly all meet at the door',
      anyOf: [
        [
          { reading: 'fixed.@mx.sessions', oneOf: [24] },
          { reading: 'fixed.@mx.peak', atLeast: 20 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'spread',
      title: 'With growing waits a few meet at most',
      anyOf: [
        [
          { reading: 'relayed.@mx.sessions', oneOf: [24] },
          { reading: 'relayed.@mx.peak', atMost: 5 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'clocks-of-their-own',
      title: 'With equal waits by clocks of their own a few meet at most',
      anyOf: [
        [
          { reading: 'own-clock.@mx.sessions', oneOf: [24] },
          { reading: 'own-clock.@mx.peak', atMost: 5 },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'price-of-short-waits',
      title: 'Short equal waits: half as many knocks again, and soon after the repair',
      anyOf: [
        [
          { reading: 'fixed.all.attempts', atLeast: 216 },
          { reading: 'own-clock.all.lastArrival', atMost: '7510 s' },
          { reading: 'fixed.all.lastArrival', atLeast: '7200 s', atMost: '7230 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'price-of-growing-waits',
      title: 'Growing waits: fewer knocks, and later after the repair',
      anyOf: [
        [
          { reading: 'relayed.all.attempts', atMost: 144 },
          { reading: 'relayed.all.lastArrival', atLeast: '8700 s', atMost: '9010 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'laptop-every-minute',
      title: 'A laptop that knocks every minute is in first, after a hundred knocks in vain',
      anyOf: [
        [
          { reading: 'direct.alice-1.attempts', atLeast: 105 },
          { reading: 'direct.alice-1.endedAt', atLeast: '6600 s', atMost: '6670 s' },
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
