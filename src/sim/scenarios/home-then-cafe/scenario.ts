/** Alice writes at home, closes the lid, and opens it in a café. What of her is still the same? */
import { HOME_ADDRESS, HOME_NAME } from '../home.ts'
import {
  dkimKey,
  dkimName,
  dmarcName,
  dmarcRecord,
  revokedKey,
  spfRecord,
} from '../mail-records.ts'
import { BOB, hostsWith, LINKS, ZONES } from '../school.ts'
import type { HostSpec, ScenarioFile, VariantSpec, ZoneSpec } from '../scenario.ts'
import { same } from '../words.ts'
import { a, mx, zone } from '../zone.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'thief.*']

/** A domain of her own, so that she may say herself who sends for it. */
const DOMAIN = 'home.example'
const ALICE_AT_HOME = `alice@${DOMAIN}`
const SOMEWHERE = same('Somewhere')

/** Who has found her laptop has all that was on it. Sends as a mail server would. */
const THIEF: HostSpec = {
  id: 'thief',
  kind: 'submission',
  name: 'desk.thief.example',
  label: {
    everyday: 'The thief of the laptop',
    technical: 'The thief, with what was on the disk',
    protocol: 'desk.thief.example',
  },
  admd: SOMEWHERE,
  addresses: ['198.51.100.200'],
  domains: ['thief.example'],
  keys: [DOMAIN],
}

const HOST_LIST = hostsWith({
  laptop: { account: ALICE_AT_HOME },
  relay: { domains: ['school.example', DOMAIN] },
})

/** Her line at home and the school's server may send for her domain; everything else is forged. */
const records = (keys: ZoneSpec['names']): ZoneSpec =>
  zone(DOMAIN, {
    [DOMAIN]: [
      mx('smtp.school.example'),
      spfRecord(`ip4:${HOME_ADDRESS}`, 'ip4:192.0.2.25', '-all'),
    ],
    [HOME_NAME]: [a(HOME_ADDRESS)],
    [dmarcName(DOMAIN)]: [dmarcRecord('p=reject')],
    ...keys,
  })

const KEY_ON_LAPTOP = { [dkimName(DOMAIN, 'laptop')]: [dkimKey(DOMAIN, 'laptop')] }

const VARIANTS: readonly VariantSpec[] = [
  {
    id: 'stays-home',
    route: 'direct',
    title: {
      everyday: 'Straight, and she stays at home',
      technical: 'Direct, same address',
      protocol: 'Direct; one client address',
    },
    settings: { 'laptop.same-address': 'on' },
  },
  {
    id: 'own-key',
    route: 'direct',
    title: {
      everyday: 'Straight, with her own seal',
      technical: 'Direct, DKIM key on the laptop',
      protocol: 'Direct; DKIM key on the client',
    },
    settings: { 'laptop.sign': 'on', 'thief.sign': 'on' },
  },
  {
    id: 'key-withdrawn',
    route: 'direct',
    title: {
      everyday: 'Straight, the stolen seal void',
      technical: 'Direct, stolen key revoked',
      protocol: 'Direct; p= empty, selector s2',
    },
    settings: { 'laptop.sign': 'on', 'laptop.sign.selector': 's2', 'thief.sign': 'on' },
    zones: [
      records({
        [dkimName(DOMAIN, 'laptop')]: [revokedKey()],
        [dkimName(DOMAIN, 's2')]: [dkimKey(DOMAIN, 's2')],
      }),
    ],
  },
]

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOST_LIST, THIEF],
  links: [
    ...LINKS,
    { between: ['thief', 'mx'], delay: '40 ms' },
    { between: ['thief', 'dns'], delay: '20 ms' },
  ],
  zones: [...ZONES, records(KEY_ON_LAPTOP)],
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE_AT_HOME,
      to: [BOB],
      subject: 'Moving house',
      body: 'Dear Bob, I move on Saturday. Can you carry boxes? Alice',
    },
    {
      at: '12 h',
      host: 'thief',
      kind: 'spam',
      from: ALICE_AT_HOME,
      to: [BOB],
      subject: 'In trouble',
      body: 'Dear Bob, I am abroad and without money. Can you send some at once? Alice',
    },
  ],
  settings: {
    'mx.greylist.on': 'on',
    'mx.spf': 'note',
    'mx.dkim': 'note',
    'mx.dmarc': 'apply',
    'laptop.retry': 'postfix',
    'laptop.lid.closes': '60 s',
    'laptop.lid.stays-closed': '2 h',
    'thief.sign.selector': 'laptop',
  },
  variants: VARIANTS,
  checks: [
    {
      id: 'a-stranger-again',
      title: 'In the café she is a stranger again, and then her own domain disowns her',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['refused'] },
          { reading: 'direct.alice-1.firstReply', oneOf: ['450 4.2.0'] },
          { reading: 'direct.alice-1.firstGap', atLeast: '2 h', atMost: '7265 s' },
          { reading: 'direct.alice-1.attempts', oneOf: [3] },
          { reading: 'direct.alice-1.lastReply', oneOf: ['550 5.7.1', '550 5.7.26'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'known-at-home',
      title: 'From the same address the second knock is enough',
      anyOf: [
        [
          { reading: 'stays-home.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'stays-home.alice-1.attempts', oneOf: [2] },
          { reading: 'stays-home.alice-1.took', atLeast: '2 h', atMost: '7265 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'the-key-travels',
      title: 'With a key on the laptop the letter passes from the café, on the third knock',
      anyOf: [
        [
          { reading: 'own-key.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'own-key.alice-1.attempts', oneOf: [3] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'so-does-the-thief',
      title: "The thief's letter passes with the same key, and nowhere else",
      anyOf: [
        [
          { reading: 'own-key.alice-2.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-2.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.alice-2.outcome', oneOf: ['bounced'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'until-it-is-withdrawn',
      title: 'A withdrawn key stops the thief, and a new one lets Alice through',
      anyOf: [
        [
          { reading: 'key-withdrawn.alice-2.outcome', oneOf: ['bounced'] },
          { reading: 'key-withdrawn.alice-1.outcome', oneOf: ['delivered'] },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'the-relay-stays',
      title: 'The relay stays where it is, and is in at its second or third knock',
      anyOf: [
        [
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.attempts', atLeast: 2, atMost: 3 },
          { reading: 'relayed.alice-1.endedAt', atLeast: '300 s', atMost: '605 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
  ],
  shows: {
    reason: 'authentication',
    direct: 'direct.alice-1.outcome',
    relayed: 'relayed.alice-1.outcome',
  },
  lesson,
}
