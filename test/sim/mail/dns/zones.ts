import { minutes, seconds } from '../../../../src/sim/units.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import type { Zone } from '../../../../src/sim/mail/dns/zone.ts'

/** Short forms for tables of records. */
export const a = (address: string): DnsRecord => ({ type: 'A', address })
export const aaaa = (address: string): DnsRecord => ({ type: 'AAAA', address })
export const mx = (preference: number, exchange: string): DnsRecord => ({
  type: 'MX',
  preference,
  exchange,
})
export const ptr = (name: string): DnsRecord => ({ type: 'PTR', name })
export const cname = (name: string): DnsRecord => ({ type: 'CNAME', name })
export const txt = (...strings: string[]): DnsRecord => ({ type: 'TXT', strings })

/** A zone that keeps answers for an hour and denials for a minute. */
export function zone(
  origin: string,
  names: Zone['names'],
  more: Partial<Pick<Zone, 'ttlMs' | 'negativeTtlMs' | 'failure'>> = {},
): Zone {
  return { origin, ttlMs: minutes(60), negativeTtlMs: seconds(60), names, ...more }
}
