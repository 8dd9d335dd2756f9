/**
 * A stage for random worlds and mechanisms: Alice, her relay, Bob's exchanger, a backup exchanger
 * elsewhere, a host that is online by calls, a bot, and domains that fail in their own ways.
 */
import type { HostSpec, ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { ALICE, BOT_HOST, BOT_LINKS, HOSTS, LINKS, ZONES } from '../../src/sim/scenarios/school.ts'
import { a, mx } from './day.ts'
import { scenarioOf } from './runs.ts'

const same = (text: string): HostSpec['label'] => ({
  everyday: text,
  technical: text,
  protocol: text,
})

export const BACKUP_HOST: HostSpec = {
  id: 'backup',
  kind: 'backup',
  name: 'mx.backup.example',
  label: same('Backup'),
  admd: same('Backup provider'),
  addresses: ['192.0.2.99'],
  domains: ['college.example', 'two.example', 'dial.example'],
}

/** Online by calls, if its options say so. */
const DIAL_HOST: HostSpec = {
  id: 'dial',
  kind: 'mx',
  name: 'mx.dial.example',
  label: same('A host on a telephone line'),
  admd: same('A village'),
  addresses: ['192.0.2.77'],
  domains: ['dial.example'],
  mailboxes: ['bob', 'dana'],
}

/** More addresses of some hosts: neighbours of the first one, and others far away. */
const POOLS: Readonly<Record<string, readonly string[]>> = {
  laptop: ['203.0.113.26', '198.18.10.25', '198.18.11.25'],
  relay: ['192.0.2.26', '198.18.20.25'],
  bot: ['203.0.113.67', '203.0.113.68', '198.18.30.66', '198.18.31.66'],
}

/** Somebody's mail server with a pool of its own: a provider of offers, wanted or not. */
const SHOE_HOST: HostSpec = {
  id: 'shoe',
  kind: 'submission',
  name: 'mail.offers.example',
  label: same('A server for offers'),
  admd: same('Offers'),
  addresses: ['198.18.40.1', '198.18.40.2', '198.18.40.3', '198.18.41.1'],
  domains: ['offers.example'],
  mailboxes: ['*'],
}

const zone = (origin: string, names: ZoneSpec['names'] = {}, failure?: 'SERVFAIL'): ZoneSpec => ({
  origin,
  ttl: '1 h',
  negativeTtl: '60 s',
  names,
  ...(failure === undefined ? {} : { failure }),
})

/** Domains with trouble of their own. `deadmx` has an MX without address, and an A of its own. */
const TROUBLE: readonly ZoneSpec[] = [
  zone('nullmx.example', { 'nullmx.example': [mx(0, '.')] }),
  zone('servfail.example', {}, 'SERVFAIL'),
  zone('implicit.example', { 'implicit.example': [a('192.0.2.130')] }),
  zone('two.example', {
    'two.example': [
      mx(10, 'dead.two.example'),
      mx(10, 'mx.college.example'),
      mx(20, 'mx.backup.example'),
    ],
    'dead.two.example': [a('192.0.2.250')],
  }),
  zone('deadmx.example', {
    'deadmx.example': [mx(10, 'gone.deadmx.example'), a('192.0.2.130')],
  }),
  zone('backup.example', { 'mx.backup.example': [a('192.0.2.99')] }),
  zone('offers.example', {
    'offers.example': [
      mx(10, 'mail.offers.example'),
      { type: 'TXT', strings: ['v=spf1 ip4:198.18.40.0/24 -all'] },
    ],
    'mail.offers.example': [a('198.18.40.1')],
  }),
  zone('dial.example', {
    'dial.example': [mx(10, 'mx.dial.example'), mx(20, 'mx.backup.example')],
    'mx.dial.example': [a('192.0.2.77')],
  }),
]

/** @param hasBackup whether Bob's college has the second exchanger, too */
export function village(hasBackup: boolean): ScenarioFile {
  const base = scenarioOf('two-roads')
  const ours = ['college.example', 'implicit.example', 'two.example']
  const hosts = HOSTS.filter(({ id }) => id !== 'phone').map((host) =>
    host.id === 'mx' ? { ...host, domains: ours } : host,
  )
  const zones = ZONES.map((one) => {
    if (one.origin !== 'college.example' || !hasBackup) return one
    const exchangers = [mx(10, 'mx.college.example'), mx(20, 'mx.backup.example')]
    return { ...one, names: { ...one.names, 'college.example': exchangers } }
  })
  const { roads: _roads, stage: _stage, sweep: _sweep, ...rest } = base
  return {
    ...rest,
    hosts: [...hosts, BACKUP_HOST, DIAL_HOST, { ...BOT_HOST, account: ALICE }, SHOE_HOST].map(
      (host) => ({ ...host, addresses: [...host.addresses, ...(POOLS[host.id] ?? [])] }),
    ),
    links: [...LINKS, ...BOT_LINKS],
    zones: [...zones, ...TROUBLE],
    mail: [],
    settings: {},
    variants: [],
    checks: [],
  }
}
