/** Bob's server lets strangers wait ten minutes, and letters take up to twenty. Whose clock is it? */
import { ALICE, BOB, HOSTS, LINKS, ZONES } from '../school.ts'
import type { CheckSpec, Condition, ScenarioFile, VariantSpec } from '../scenario.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const DELAY = 'mx.greylist.delay'
const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*']

const minutes = (id: string, written: string, inWords: string): VariantSpec => ({
  id,
  route: 'relayed',
  title: {
    everyday: `By post office, where strangers wait ${inWords} minutes`,
    technical: `Relayed, greylist delay ${inWords} minutes`,
    protocol: `Relayed; ${DELAY} ${written}`,
  },
  settings: { [DELAY]: written },
})

const takes = (world: string, atLeast: string, atMost: string): Condition[] => [
  { reading: `${world}.alice-1.outcome`, oneOf: ['delivered'] },
  { reading: `${world}.alice-1.took`, atLeast, atMost },
]

/**
 * By a hair's luck, once in some thousand seeds, a session ends just too late for the scan that
 * would have been next, and the third try comes five minutes later.
 */
const byAHair = (world: string): Condition[] => takes(world, '1500 s', '1505 s')

const check = (id: string, title: string, ...anyOf: Condition[][]): CheckSpec => ({
  id,
  title,
  anyOf,
  restsOn: RESTS_ON,
})

const ALIKE = ['relayed', 'twelve', 'fifteen']

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
      subject: 'Which platform?',
      body: 'Dear Bob, my train is early. On which platform do we meet? Alice',
    },
  ],
  settings: { 'mx.greylist.on': 'on', [DELAY]: '600 s' },
  variants: [
    minutes('five', '300 s', 'five'),
    minutes('twelve', '720 s', 'twelve'),
    minutes('fifteen', '900 s', 'fifteen'),
    minutes('twenty', '1200 s', 'twenty'),
  ],
  checks: [
    check(
      'five-costs-five-to-ten',
      'Five minutes cost five to ten',
      takes('five', '300 s', '605 s'),
    ),
    check(
      'ten-to-fifteen-cost-fifteen-to-twenty',
      'Ten, twelve and fifteen minutes cost fifteen to twenty, whatever the luck',
      ALIKE.flatMap((world) => takes(world, '900 s', '1205 s')),
      ALIKE.flatMap(byAHair),
    ),
    check(
      'twenty-costs-thirty-five-to-forty',
      'Twenty minutes cost thirty-five to forty',
      takes('twenty', '2100 s', '2405 s'),
      byAHair('twenty'),
    ),
    check(
      'another-clock',
      'A laptop that knocks every minute is in within a minute or so',
      takes('direct', '600 s', '670 s'),
    ),
  ],
  sweep: {
    path: DELAY,
    from: '60 s',
    to: '4500 s',
    step: '60 s',
    reading: 'relayed.alice-1.took',
    seeds: 15,
    title: {
      everyday: "What Bob's server asks of strangers, and how long Alice's letter takes",
      technical: 'Greylist delay, and time to delivery through the relay',
      protocol: `${DELAY} and time to final delivery, relayed`,
    },
  },
  shows: {
    reason: 'greylisting',
    direct: 'direct.alice-1.took',
    relayed: 'relayed.alice-1.took',
  },
  lesson,
}
