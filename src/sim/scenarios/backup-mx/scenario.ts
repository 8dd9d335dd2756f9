/** Bob's server is down, and a second exchanger elsewhere takes its mail. At what price? */
import { ALICE, BOB, BOT_HOST, BOT_LINKS, HOSTS, LINKS, ZONES } from '../school.ts'
import type { HostSpec, LinkSpec, ScenarioFile, ZoneSpec } from '../scenario.ts'
import { same } from '../words.ts'
import { lesson } from './lesson.ts'
import { TITLE } from './title.ts'

const NEIGHBOUR = same("A neighbour's provider")

/** It takes mail for the college's domain, and knows none of the mailboxes there. */
const BACKUP: HostSpec = {
  id: 'backup',
  kind: 'backup',
  name: 'mx2.neighbour.example',
  label: {
    everyday: "The neighbour, who takes in mail for Bob's server",
    technical: 'Backup mail exchanger (MX 20)',
    protocol: 'mx2.neighbour.example',
  },
  admd: NEIGHBOUR,
  addresses: ['198.51.100.20'],
  domains: ['college.example'],
}

const BACKUP_LINKS: readonly LinkSpec[] = [
  { between: ['laptop', 'backup'], delay: '35 ms' },
  { between: ['relay', 'backup'], delay: '25 ms' },
  { between: ['mx', 'backup'], delay: '15 ms' },
  { between: ['bot', 'backup'], delay: '60 ms' },
  { between: ['backup', 'dns'], delay: '5 ms' },
]

/** The lower preference is tried first (RFC 5321 §5.1). */
const TWO_EXCHANGERS: readonly ZoneSpec[] = [
  {
    origin: 'college.example',
    ttl: '1 h',
    negativeTtl: '15 min',
    names: {
      'college.example': [
        { type: 'MX', preference: 10, exchange: 'mx.college.example' },
        { type: 'MX', preference: 20, exchange: 'mx2.neighbour.example' },
      ],
      'mx.college.example': [{ type: 'A', address: '192.0.2.130' }],
    },
  },
  {
    origin: 'neighbour.example',
    ttl: '1 h',
    negativeTtl: '15 min',
    names: { 'mx2.neighbour.example': [{ type: 'A', address: '198.51.100.20' }] },
  },
  {
    origin: '100.51.198.in-addr.arpa',
    ttl: '1 h',
    negativeTtl: '15 min',
    names: { '20.100.51.198.in-addr.arpa': [{ type: 'PTR', name: 'mx2.neighbour.example' }] },
  },
]

const RESTS_ON = ['laptop.*', 'relay.*', 'mx.*', 'backup.*']

export const scenario: ScenarioFile = {
  format: 1,
  id: TITLE.id,
  seed: 1,
  startsAt: '2026-06-02T09:00:00Z',
  hosts: [...HOSTS, BACKUP, BOT_HOST],
  links: [...LINKS, ...BACKUP_LINKS, ...BOT_LINKS],
  zones: [...ZONES.filter(({ origin }) => origin !== 'college.example'), ...TWO_EXCHANGERS],
  mail: [
    {
      at: '0 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: [BOB],
      subject: 'Lift on Saturday',
      body: 'Dear Bob, we can take you along on Saturday. Alice',
    },
    {
      at: '20 s',
      host: 'laptop',
      kind: 'good',
      from: ALICE,
      to: ['bbo@college.example'],
      subject: 'Lift home on Sunday?',
      body: 'Dear Bob, shall we take you home on Sunday as well? Alice',
    },
    {
      at: '40 s',
      host: 'bot',
      kind: 'spam',
      from: 'carol@school.example',
      to: [BOB, 'sales@college.example'],
      subject: 'You have won',
      body: 'Claim your prize today.',
    },
  ],
  settings: {
    'mx.outage.lasts': '2 h',
    'laptop.retry': 'never',
    'laptop.lid.closes': '60 s',
    'laptop.lid.stays-closed': '3 h',
  },
  variants: [
    {
      id: 'alone',
      route: 'direct',
      title: {
        everyday: 'Straight, and the neighbour is away too',
        technical: 'Direct, and the backup is down as well',
        protocol: 'Direct; both exchangers refuse connections',
      },
      settings: { 'backup.outage.lasts': '2 h' },
    },
  ],
  checks: [
    {
      id: 'after-the-repair',
      title: 'Both letters arrive by the next retry of the backup after the repair',
      anyOf: [
        [
          { reading: 'direct.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'direct.alice-1.endedAt', atLeast: '8700 s', atMost: '9005 s' },
          { reading: 'relayed.alice-1.outcome', oneOf: ['delivered'] },
          { reading: 'relayed.alice-1.endedAt', atLeast: '8700 s', atMost: '9005 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'one-try-is-enough',
      title: 'The laptop that tries once was needed for less than ten seconds',
      anyOf: [
        [
          { reading: 'direct.@laptop.attempts', oneOf: [2] },
          { reading: 'direct.@laptop.needed', atMost: '10 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'lost-without-the-backup',
      title: 'With the backup away too, the laptop that tries once loses the letter',
      anyOf: [[{ reading: 'alone.alice-1.outcome', oneOf: ['lost'] }]],
      restsOn: RESTS_ON,
    },
    {
      id: 'told-late',
      title: 'The backup reports the mistyped address, to both roads alike and late',
      anyOf: [
        [
          { reading: 'direct.alice-2.outcome', oneOf: ['bounced'] },
          { reading: 'direct.alice-2.holder', oneOf: ['backup'] },
          { reading: 'direct.dsn-1.holder', oneOf: ['relay'] },
          { reading: 'direct.alice-2.toldAfter', atLeast: '8680 s', atMost: '9005 s' },
          { reading: 'relayed.alice-2.outcome', oneOf: ['bounced'] },
          { reading: 'relayed.alice-2.toldAfter', atLeast: '8680 s', atMost: '9005 s' },
        ],
      ],
      restsOn: RESTS_ON,
    },
    {
      id: 'first-door-only',
      title: 'The bot that tries only the first exchanger gets nothing in',
      anyOf: [
        [
          { reading: 'direct.bot-1.outcome', oneOf: ['lost'] },
          { reading: 'relayed.bot-1.outcome', oneOf: ['lost'] },
        ],
      ],
      restsOn: ['mx.*', 'bot.*'],
    },
  ],
  shows: {
    reason: 'server-down',
    direct: 'direct.alice-1.took',
    relayed: 'relayed.alice-1.took',
  },
  lesson,
}
