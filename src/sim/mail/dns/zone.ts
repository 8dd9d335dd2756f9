import type { Millis } from '../../units.ts'
import { minutes } from '../../units.ts'
import type { DnsAnswer } from './answer.ts'
import { canonicalName, isWithin } from './name.ts'
import type { DnsRecord, RecordType } from './record.ts'

export { reversedOctets, reverseName } from './reverse-name.ts'

/**
 * A piece of the name space under one authority, as plain data.
 *
 * `origin` and the keys of `names` are absolute, lower-case and without a final dot; the root's
 * origin is the empty string. `ttlMs` holds for every record. `negativeTtlMs` is the minimum
 * field of the SOA record (RFC 2308 §4); the SOA's own TTL is taken not to be smaller. `failure`
 * makes every question to the zone end that way; zones delegated from it are not affected.
 *
 * A name that begins with `*.` stands for every name below that does not exist otherwise
 * (RFC 4592 §2.1).
 *
 * Left out: glue and lame delegations (a name belongs to the zone with the longest
 * origin above it), truncation, DNSSEC, differing answers of several servers.
 */
export interface Zone {
  readonly origin: string
  readonly ttlMs: Millis
  readonly negativeTtlMs: Millis
  readonly names: Readonly<Record<string, readonly DnsRecord[]>>
  readonly failure?: 'SERVFAIL' | 'TIMEOUT'
  /** False: it is known to have none, which spares looking for them. */
  readonly hasWildcards?: boolean
}

/** An answer with the time for which it may be kept; 0 for SERVFAIL and TIMEOUT. */
export interface ZoneAnswer extends DnsAnswer {
  readonly ttlMs: Millis
}

/** So many aliases are followed; with one more the answer is SERVFAIL. Our limit, no RFC's. */
export const CNAME_LIMIT = 8

/**
 * How long the denial of a name in no zone may be kept. It stands for the negative TTL of the
 * root or of a top-level domain, which no scenario writes down. An assumption.
 */
export const UNDELEGATED_TTL_MS: Millis = minutes(15)

const NOTHING: readonly DnsRecord[] = []

/**
 * Asks the authority for a name: the closest enclosing zone, then along aliases, across zones.
 *
 * The TTL is the smallest along the chain. A chain that ends nowhere answers for its end: RFC 2308
 * §2.1 has the code of the last name in the answer, whatever the aliases said.
 * Asking for CNAME itself follows nothing. An alias hides other records of its name, which should
 * not be there (RFC 1034 §3.6.2).
 *
 * Costs: linear in the number of zones; a denial also walks the names of the one zone.
 */
export function query(zones: readonly Zone[], name: string, type: RecordType): ZoneAnswer {
  let owner = canonicalName(name)
  let ttlMs = Infinity
  for (let aliases = 0; aliases <= CNAME_LIMIT; aliases++) {
    const zone = enclosingZone(zones, owner)
    if (zone === undefined) return denial('NXDOMAIN', Math.min(ttlMs, UNDELEGATED_TTL_MS))
    if (zone.failure !== undefined) return failed(zone.failure)
    const records = recordsAt(zone, owner)
    if (records === undefined) {
      // RFC 8020 §2: a name with something below it exists, even if it has no records itself.
      const rcode = hasDescendant(zone, owner) ? 'NOERROR' : 'NXDOMAIN'
      return denial(rcode, Math.min(ttlMs, zone.negativeTtlMs))
    }
    const alias = type === 'CNAME' ? undefined : aliasIn(records)
    if (alias === undefined) return found(zone, records, type, ttlMs)
    // RFC 1034 §3.6.2: the question starts again at the canonical name.
    ttlMs = Math.min(ttlMs, zone.ttlMs)
    owner = canonicalName(alias)
  }
  return failed('SERVFAIL')
}

/** The zone with the longest origin at or above the name; of equals the first. */
function enclosingZone(zones: readonly Zone[], name: string): Zone | undefined {
  let closest: Zone | undefined
  for (const zone of zones) {
    if (!isWithin(name, zone.origin)) continue
    if (closest === undefined || zone.origin.length > closest.origin.length) closest = zone
  }
  return closest
}

function found(
  zone: Zone,
  records: readonly DnsRecord[],
  type: RecordType,
  aliasTtlMs: Millis,
): ZoneAnswer {
  const matching = records.filter((record) => record.type === type)
  // RFC 2308 §2.2: no record of the type at a name that exists is "no data".
  if (matching.length === 0) return denial('NOERROR', Math.min(aliasTtlMs, zone.negativeTtlMs))
  return { rcode: 'NOERROR', records: matching, ttlMs: Math.min(aliasTtlMs, zone.ttlMs) }
}

function denial(rcode: 'NOERROR' | 'NXDOMAIN', ttlMs: Millis): ZoneAnswer {
  return { rcode, records: NOTHING, ttlMs }
}

function failed(rcode: 'SERVFAIL' | 'TIMEOUT'): ZoneAnswer {
  return { rcode, records: NOTHING, ttlMs: 0 }
}

/** The records of a name, if it is listed; the origin always exists (it has the SOA). */
function recordsAt(zone: Zone, owner: string): readonly DnsRecord[] | undefined {
  if (Object.hasOwn(zone.names, owner)) return zone.names[owner]
  if (owner === zone.origin) return NOTHING
  return zone.hasWildcards === false ? undefined : synthesised(zone, owner)
}

/** RFC 4592 §4.1: the wildcard below the closest name that exists answers, and no other. */
function synthesised(zone: Zone, owner: string): readonly DnsRecord[] | undefined {
  for (let dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', dot + 1)) {
    const ancestor = owner.slice(dot + 1)
    if (!isWithin(ancestor, zone.origin)) return undefined
    const wildcard = `*.${ancestor}`
    if (Object.hasOwn(zone.names, wildcard))
      return hasDescendant(zone, owner) ? undefined : zone.names[wildcard]
    if (Object.hasOwn(zone.names, ancestor) || hasDescendant(zone, ancestor)) return undefined
  }
  return undefined
}

function hasDescendant(zone: Zone, owner: string): boolean {
  for (const name in zone.names) {
    if (name.length > owner.length && isWithin(name, owner)) return true
  }
  return false
}

function aliasIn(records: readonly DnsRecord[]): string | undefined {
  for (const record of records) {
    if (record.type === 'CNAME') return record.name
  }
  return undefined
}
