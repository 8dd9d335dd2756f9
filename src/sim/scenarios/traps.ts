/**
 * The operator of a block list and its traps, for scenarios in which somebody is caught: addresses at
 * which nobody lives, and a list of those who write there all the same.
 */
import type { HostSpec, LinkSpec, ZoneSpec } from './scenario.ts'
import { a, mx, zone } from './zone.ts'

/** An address to which nobody has ever written. Who does has bought a list of addresses. */
export const TRAP = 'erika@trap.example'

const LIST_ADDRESS = '198.51.100.53'

export const LIST: HostSpec = {
  id: 'list',
  kind: 'blocklist',
  name: 'trap.dnsbl.example',
  label: {
    everyday: 'Keepers of a list of spammers, with a trap',
    technical: 'Blocklist operator with spamtraps',
    protocol: 'DNSBL dnsbl.example',
  },
  admd: {
    everyday: 'Keepers of the list',
    technical: 'Blocklist operator',
    protocol: 'dnsbl.example',
  },
  addresses: [LIST_ADDRESS],
  domains: ['trap.example'],
  mailboxes: ['*'],
  list: 'dnsbl.example',
}

export const LIST_LINKS: readonly LinkSpec[] = [
  { between: ['bot', 'list'], delay: '70 ms' },
  { between: ['list', 'dns'], delay: '10 ms' },
]

/** What the DNS says of the traps; of its own zone the operator answers itself. */
export const TRAP_ZONES: readonly ZoneSpec[] = [
  zone('trap.example', {
    'trap.example': [mx('trap.host.example')],
  }),
  zone('host.example', { 'trap.host.example': [a(LIST_ADDRESS)] }),
]
