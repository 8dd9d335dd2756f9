/**
 * Resource records: the six types that the mail path reads.
 *
 * Addresses are IPv4 in dotted and IPv6 in colon notation. Names are absolute; a final dot and
 * capitals are tolerated wherever a name is read. The null MX of RFC 7505 is written
 * `{ type: 'MX', preference: 0, exchange: '.' }`.
 *
 * Source: RFC 1035 §3.3 and §3.4, RFC 3596 §2.1 (AAAA). Left out: class (always IN), a TTL per
 * record (a zone has one for all), SOA and NS (a zone carries what is needed of them as fields).
 */
export type DnsRecord =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: string }
  | { readonly type: 'PTR' | 'CNAME'; readonly name: string }
  | { readonly type: 'TXT'; readonly strings: readonly string[] }

/** The type a question may ask for. */
export type RecordType = DnsRecord['type']

/** A mail exchange record: the lowest preference is tried first (RFC 1035 §3.3.9). */
export type MxRecord = Extract<DnsRecord, { type: 'MX' }>
