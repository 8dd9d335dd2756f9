import { newCache, resolve } from '../../../../src/sim/mail/dns/cache.ts'
import { mailRoute, type MailRouting } from '../../../../src/sim/mail/dns/mail-exchange.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import type { Zone } from '../../../../src/sim/mail/dns/zone.ts'
import { a, zone } from './zones.ts'

/** For lists in which no two preferences are equal. */
export const noDraw = (): number => {
  throw new Error('nothing to draw')
}

interface Setting {
  readonly ownNames?: readonly string[]
  readonly addressLimit?: number
  readonly shuffle?: (k: number, n: number) => number
}

/** A route found with an empty cache at instant 0. */
export function route(zones: readonly Zone[], domain: string, setting: Setting = {}): MailRouting {
  const cache = newCache()
  const { ownNames = [], addressLimit = 5, shuffle = noDraw } = setting
  return mailRoute(
    { domain, ownNames, addressLimit },
    (name, type) => resolve(cache, zones, 0, name, type),
    shuffle,
  )
}

/** `a 192.0.2.1 10, …`, or the reason why there is no host. */
export function told({ route }: MailRouting): string {
  if (route.kind !== 'hosts') return `${route.kind} ${route.status} ${route.reason}`
  const hosts = route.hosts.map((h) => `${h.name} ${h.address} ${h.preference}`).join(', ')
  return `${route.implicit ? 'implicit ' : ''}${hosts}`
}

/** The questions: name, type, code, number of records. */
export const asked = ({ lookups }: MailRouting): string =>
  lookups.map((l) => `${l.name} ${l.type} ${l.rcode} ${l.count}`).join(', ')

/** The domain `d.test` with these exchanges; the hosts `h1` to `h9` have one address each. */
export function domain(records: readonly DnsRecord[], more: Zone['names'] = {}): Zone[] {
  const hosts = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`h${i + 1}.test`, [a(`192.0.2.${i + 1}`)]]),
  )
  return [
    zone('test', { ...hosts, 'd.test': records, ...more }),
    zone('broken.example', {}, { failure: 'SERVFAIL' }),
    zone('silent.example', {}, { failure: 'TIMEOUT' }),
  ]
}

/** How `told` writes the host with this number. */
export const h = (n: number, preference: number): string => `h${n}.test 192.0.2.${n} ${preference}`
