/**
 * Records of the DNS by which a domain says who may speak for it, for zones of scenarios:
 *
 * ```ts
 * names: {
 *   'school.example': [mx('smtp.school.example'), spfRecord('ip4:192.0.2.25', '-all')],
 *   [dkimName('school.example', 's1')]: [dkimKey('school.example', 's1')],
 *   [dmarcName('school.example')]: [dmarcRecord('p=reject')],
 * }
 * ```
 */
import { keyName, keyRecord, type KeyRecordTags } from '../mail/dkim/key-record.ts'
import { standInKey } from '../mail/dkim/laboratory-key.ts'
import type { DnsRecord } from '../mail/dns/record.ts'
import { txt } from './zone.ts'

/** Where the key of a selector is (RFC 6376 §3.6.2.1). */
export const dkimName = (domain: string, selector: string): string => keyName(domain, selector)

/**
 * The key with which a host of the scenario signs for this domain and selector (RFC 6376 §3.6.1).
 * Its p= is the name of the key: `mail/dkim/laboratory-key.ts`.
 */
export const dkimKey = (domain: string, selector: string, tags: KeyRecordTags = {}): DnsRecord =>
  txt(keyRecord(standInKey(domain, selector), tags))

/** A key that its domain has withdrawn (RFC 6376 §3.6.1, p=). */
export const revokedKey = (): DnsRecord => txt(keyRecord(''))

/** Who may send for a domain (RFC 7208 §3): `spfRecord('ip4:192.0.2.25', '-all')`. */
export const spfRecord = (...terms: readonly string[]): DnsRecord =>
  txt(['v=spf1', ...terms].join(' '))

/** Where the wish of a domain is (RFC 9989 §4.5). */
export const dmarcName = (domain: string): string => `_dmarc.${domain}`

/** What a domain asks for (RFC 9989 §4.7): `dmarcRecord('p=reject')`. */
export const dmarcRecord = (...tags: readonly string[]): DnsRecord =>
  txt(['v=DMARC1', ...tags].join('; '))
