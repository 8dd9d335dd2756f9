/**
 * For every kind of host and each of its options a world in which that option, and nothing else,
 * changes what comes out.
 */
import type { Act } from '../../src/sim/run.ts'
import { ALICE } from '../../src/sim/scenarios/school.ts'
import type { MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import {
  lineDemonstrations,
  outageDemonstrations,
  queueDemonstrations,
  retryDemonstrations,
  serverDemonstrations,
  type Demonstration,
  type Demonstrations,
} from './option-demonstrations-shared.ts'
import { BLOCKLIST_DEMONSTRATIONS, CHECK_DEMONSTRATIONS } from './option-demonstrations-checks.ts'
import { POINTS_DEMONSTRATIONS, QUOTA_DEMONSTRATIONS } from './option-demonstrations-points.ts'
import {
  AUTHENTICATION,
  BOT_SIGNS,
  FORWARDER_OWN,
  LIST_OWN,
  MUA_SIGNS,
  RELAY_SIGNS,
} from './option-demonstrations-authentication.ts'
import { scenarioOf, type Wanted } from './runs.ts'

type Shown = Pick<Demonstration, 'values'> &
  Partial<Pick<Demonstration, 'host' | 'world' | 'of' | 'wanted' | 'shows'>>

/** Where nothing else is said: a letter by the direct road to an exchanger that greylists. */
function shown(host: string, of: Readonly<Record<string, Shown>>): Demonstrations {
  const greylisted = scenarioOf('try-again-later')
  const entries = Object.entries(of).map(([path, one]): [string, Demonstration] => [
    path,
    { host, world: 'direct', of: greylisted, wanted: {}, shows: 'messages', ...one },
  ])
  return Object.fromEntries(entries)
}

const withMail = (mail: readonly Partial<MailSpec>[]): ScenarioFile => {
  const base = scenarioOf('try-again-later')
  return { ...base, mail: mail.map((one) => ({ ...base.mail[0]!, ...one })) }
}

const sleep = (closed: boolean): Act => ({ kind: 'lid', host: 'laptop', closed })
/** Greylisted at once; the laptop sleeps from 10 s to 600 s. */
const NAP: Wanted['acts'] = [
  [10_000, sleep(true)],
  [600_000, sleep(false)],
]
const OUTBOX = { 'laptop.retry': 'outbox' } as const
const NAPPING: Wanted = { set: OUTBOX, acts: NAP }

const MUA: Demonstrations = {
  ...MUA_SIGNS,
  ...retryDemonstrations('mua'),
  ...lineDemonstrations('mua'),
  ...shown('laptop', {
    road: { values: ['direct', 'relayed'] },
    'port-25': { values: ['open', 'blocked'] },
    retry: { values: ['never', 'postfix'] },
    'always-on': { values: ['off', 'on'], wanted: NAPPING },
    'same-address': { values: ['off', 'on'], wanted: NAPPING },
    moves: { values: ['when-it-sleeps', 'with-each-try'], wanted: { set: OUTBOX } },
    'lid.closes': {
      values: ['10', '500'],
      wanted: { set: { ...OUTBOX, 'laptop.lid.stays-closed': '3600' } },
    },
    'lid.stays-closed': {
      values: ['0', '3600'],
      wanted: { set: { ...OUTBOX, 'laptop.lid.closes': '10' } },
    },
    'outbox.every': { values: ['60', '400'], wanted: { set: OUTBOX } },
  }),
}

/** A letter every two hours: three to Bob, the fourth to Dana. */
const DAILY = Array.from({ length: 4 }, (_, i) => ({
  at: `${i * 2} h`,
  subject: `Day ${i}`,
  to: i < 3 ? ['bob@college.example'] : ['dana@college.example'],
}))

const GREYLIST = shown('mx', {
  'greylist.on': { values: ['on', 'off'] },
  'greylist.delay': { values: ['300', '900'], world: 'relayed' },
  'greylist.retry-window': {
    values: ['172800', '400'],
    world: 'relayed',
    wanted: { set: { 'relay.queue.min-backoff': '1200' } },
  },
  'greylist.max-age': { values: ['3024000', '3600'], world: 'relayed', of: withMail(DAILY) },
  'greylist.auto-whitelist': { values: ['5', '1'], world: 'relayed', of: withMail(DAILY) },
  'greylist.key': { values: ['network', 'address'], of: neighbours(), wanted: NAPPING },
})

/** The laptop wakes with another address of the same network. */
function neighbours(): ScenarioFile {
  const base = scenarioOf('try-again-later')
  const hosts = base.hosts.map((host) =>
    host.id === 'laptop' ? { ...host, addresses: ['203.0.113.25', '203.0.113.26'] } : host,
  )
  return { ...base, hosts }
}

/** A college that telephones, and whose backup keeps its mail until it is asked for it. */
function onTheTelephone(): ScenarioFile {
  const { variants, ...base } = scenarioOf('dial-up-era')
  const { 'mx.fetch': _fetch, ...calls } = variants[0]!.settings
  return { ...base, variants: [], settings: { ...base.settings, ...calls } }
}

const MX: Demonstrations = {
  ...CHECK_DEMONSTRATIONS,
  ...AUTHENTICATION,
  ...POINTS_DEMONSTRATIONS,
  ...GREYLIST,
  ...queueDemonstrations('mx'),
  ...lineDemonstrations('mx'),
  ...outageDemonstrations('mx'),
  ...serverDemonstrations('mx'),
  ...shown('mx', {
    order: {
      values: ['', 'recipient'],
      of: withMail([{ to: ['ghost@college.example'] }]),
    },
    'recipient.check': {
      values: ['at-rcpt', 'after-accepting'],
      of: withMail([{ to: ['ghost@college.example'] }]),
      wanted: { set: { 'mx.greylist.on': 'off' } },
    },
    trouble: { values: ['none', 'mail-550'], of: scenarioOf('two-roads') },
    'lost-acknowledgements': { values: ['0', '1'], of: scenarioOf('two-roads') },
    mailboxes: { values: ['here', 'elsewhere'], of: scenarioOf('two-roads') },
    fetch: { values: ['none', 'etrn'], world: 'relayed', of: onTheTelephone() },
  }),
}

const BACKUP: Demonstrations = {
  ...queueDemonstrations('backup'),
  ...lineDemonstrations('backup'),
  ...outageDemonstrations('backup'),
  ...serverDemonstrations('backup'),
  ...shown('backup', {
    hold: { values: ['and-retry', 'until-asked'], of: scenarioOf('backup-mx') },
  }),
}

const VIA_RELAY = { 'bot.via': 'open-relay' } as const
const COMES_BACK = { 'bot.retry': 'same-address' } as const

/** A bot that may come from several networks, and knows Alice's password; it writes these letters. */
function botWrites(letters: readonly Partial<MailSpec>[]): ScenarioFile {
  const base = scenarioOf('try-again-later')
  const addresses = Array.from({ length: 8 }, (_, i) => `198.18.${i + 1}.66`)
  const hosts = base.hosts.map((host) =>
    host.id === 'bot' ? { ...host, account: ALICE, addresses } : host,
  )
  const mail = letters.map((one) => ({ ...base.mail[1]!, ...one }))
  return { ...base, hosts, mail }
}

const BOT = shown('bot', {
  exchangers: { values: ['first', 'all'], of: scenarioOf('backup-mx') },
  via: { values: ['direct', 'account'], of: botWrites([{}]) },
  // The second letter of the same sender comes from the same network, or from another one.
  addresses: { values: ['present', 'per-message'], of: botWrites([{}, { at: '400 s' }]) },
  retry: { values: ['never', 'same-address'] },
  'retry-after': { values: ['360', '200'], wanted: { set: COMES_BACK } },
  'retry-times': {
    values: ['1', '2'],
    wanted: { set: { ...COMES_BACK, 'bot.retry-after': '200' } },
  },
  // Only who says EHLO says at MAIL how much is coming (RFC 1870).
  greets: { values: ['helo', 'ehlo'], of: botWrites([{ octets: 20_000_000 }]) },
  quits: { values: ['off', 'on'], shows: 'octetsOut' },
  'port-25': { values: ['open', 'blocked'] },
})

/** What hosts that pass mail on have in common with other servers. */
const passing = (post: 'forwarder' | 'list'): Demonstrations => ({
  ...queueDemonstrations(post),
  ...lineDemonstrations(post),
  ...outageDemonstrations(post),
  ...serverDemonstrations(post),
})

/** By kind of host and by path. */
export const DEMONSTRATIONS: Readonly<Record<string, Demonstrations>> = {
  mua: MUA,
  submission: {
    ...RELAY_SIGNS,
    ...queueDemonstrations('submission'),
    ...QUOTA_DEMONSTRATIONS,
    ...lineDemonstrations('submission'),
    ...outageDemonstrations('submission'),
    ...serverDemonstrations('submission'),
    ...shown('relay', {
      open: { values: ['off', 'on'], wanted: { set: VIA_RELAY } },
      'open.for': { values: ['0', '1'], wanted: { set: { ...VIA_RELAY, 'relay.open': 'on' } } },
      'relay-denied': { values: ['454', '554'], wanted: { set: VIA_RELAY } },
    }),
  },
  mx: MX,
  backup: BACKUP,
  bot: { ...BOT, ...BOT_SIGNS },
  forwarder: { ...FORWARDER_OWN, ...passing('forwarder') },
  list: { ...LIST_OWN, ...passing('list') },
  blocklist: BLOCKLIST_DEMONSTRATIONS,
}
