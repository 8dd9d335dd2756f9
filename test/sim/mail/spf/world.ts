import { checkHost } from '../../../../src/sim/mail/spf/check-host.ts'
import type { DnsAnswer, SpfCheck, SpfQuery } from '../../../../src/sim/mail/spf/check-host.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import type { Check, Resolve } from '../../../../src/sim/mail/spf/question.ts'
import { txt } from '../dns/zones.ts'

/**
 * Records by lower-case name, or a failure: of the whole name, or of one type (`name TYPE`). Aliases
 * are handed over as they are, as by a resolver that does not follow them.
 */
export type World = Readonly<Record<string, readonly DnsRecord[] | 'SERVFAIL' | 'TIMEOUT'>>

export function resolver(world: World): Resolve {
  return (name, type): DnsAnswer => {
    const entry = world[`${name} ${type}`] ?? world[name]
    if (entry === undefined) return { rcode: 'NXDOMAIN', records: [] }
    if (typeof entry === 'string') return { rcode: entry, records: [] }
    const wanted = entry.filter((record) => record.type === type || record.type === 'CNAME')
    return { rcode: 'NOERROR', records: wanted }
  }
}

/** Who asks, if a test does not say otherwise. */
export const alice: SpfQuery = {
  ip: '192.0.2.1',
  helo: 'out.example.net',
  mailFrom: 'alice@example.org',
  receiver: 'mx.example.com',
}

/** Checks Alice against `v=spf1 ` and this record of example.org. */
export function check(record: string, world: World = {}, query: Partial<SpfQuery> = {}): SpfCheck {
  const names = { 'example.org': [txt(`v=spf1 ${record}`)], ...world }
  return checkHost({ ...alice, ...query }, resolver(names))
}

/** A check that has asked nothing yet. */
export function newCheck(world: World, groups: readonly number[] = [0xc000, 0x0201]): Check {
  return {
    ip: { family: groups.length === 2 ? 4 : 6, groups },
    values: { s: 'alice@example.org', l: 'alice', o: 'example.org', h: 'out.example.net' },
    resolve: resolver(world),
    lookups: 0,
    voidLookups: 0,
    clientNames: null,
  }
}

/** A row of a table in which each case is a word. */
export function words(row: string): string[] {
  return row.split(' ')
}
