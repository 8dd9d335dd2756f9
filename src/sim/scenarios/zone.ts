/** Zones of scenarios, in the few words that most of their records need. */
import type { DnsRecord } from '../mail/dns/record.ts'
import type { ZoneSpec } from './scenario.ts'

/** A zone with this page's usual times to live. */
export const zone = (origin: string, names: ZoneSpec['names']): ZoneSpec => ({
  origin,
  ttl: '1 h',
  negativeTtl: '15 min',
  names,
})

export const a = (address: string): DnsRecord => ({ type: 'A', address })
export const ptr = (name: string): DnsRecord => ({ type: 'PTR', name })
export const txt = (text: string): DnsRecord => ({ type: 'TXT', strings: [text] })

/** The exchanger of a domain that has only one, so that its preference does not matter. */
export const mx = (exchange: string): DnsRecord => ({ type: 'MX', preference: 10, exchange })
