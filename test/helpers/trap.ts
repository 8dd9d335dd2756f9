/** The operator of a block list: a domain without people, and the zone that it keeps. */
import type { HostSpec, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { a, mx } from './day.ts'

const same = (text: string): HostSpec['label'] => ({
  everyday: text,
  technical: text,
  protocol: text,
})

export const TRAP_HOST: HostSpec = {
  id: 'operator',
  kind: 'blocklist',
  name: 'mx.trap.example',
  label: same('Block list'),
  admd: same('The operator of a block list'),
  addresses: ['192.0.2.200'],
  domains: ['trap.example'],
  list: 'dnsbl.example',
}

export const TRAP_ZONES: readonly ZoneSpec[] = [
  {
    origin: 'trap.example',
    ttl: '1 h',
    negativeTtl: '60 s',
    names: {
      'trap.example': [mx(10, 'mx.trap.example')],
      'mx.trap.example': [a('192.0.2.200')],
    },
  },
]

/** Nobody ever asked for mail there. */
export const TRAP = 'nobody@trap.example'
