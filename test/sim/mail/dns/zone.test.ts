import { describe, expect, it, test } from 'vitest'
import type { RecordType } from '../../../../src/sim/mail/dns/record.ts'
import {
  CNAME_LIMIT,
  query,
  UNDELEGATED_TTL_MS,
  type ZoneAnswer,
} from '../../../../src/sim/mail/dns/zone.ts'
import { minutes, seconds } from '../../../../src/sim/units.ts'
import { a, aaaa, cname, mx, ptr, txt, zone } from './zones.ts'

const hour = minutes(60)
const minute = seconds(60)

const zones = [
  zone('example.org', {
    'example.org': [mx(10, 'mail.example.org'), txt('v=spf1 mx -all')],
    'mail.example.org': [a('192.0.2.1'), a('192.0.2.2'), aaaa('2001:db8::1')],
    'www.example.org': [cname('Mail.Example.ORG.')],
    'a.b.example.org': [a('192.0.2.3')],
    'away.example.org': [cname('target.example.net')],
    'far.example.org': [cname('away.example.org')],
    'dead.example.org': [cname('nothing.example.net')],
    'gone.example.org': [cname('example.invalid')],
    'self.example.org': [cname('self.example.org')],
    'sick.example.org': [cname('x.broken.example')],
    'mute.example.org': [cname('x.silent.example')],
  }),
  zone('sub.example.org', { 'sub.example.org': [a('192.0.2.9')] }),
  zone(
    'example.net',
    { 'target.example.net': [a('198.51.100.1')] },
    { ttlMs: seconds(30), negativeTtlMs: seconds(5) },
  ),
  zone('broken.example', {}, { failure: 'SERVFAIL' }),
  zone('silent.example', {}, { failure: 'TIMEOUT' }),
  zone('below.silent.example', { 'below.silent.example': [a('192.0.2.7')] }),
  zone('2.0.192.in-addr.arpa', { '1.2.0.192.in-addr.arpa': [ptr('mail.example.org')] }),
]

const yes = (ttlMs: number, ...records: ZoneAnswer['records']): ZoneAnswer => ({
  rcode: 'NOERROR',
  records,
  ttlMs,
})
const noData = (ttlMs: number): ZoneAnswer => yes(ttlMs)
const noName = (ttlMs: number): ZoneAnswer => ({ rcode: 'NXDOMAIN', records: [], ttlMs })
const failed = (rcode: 'SERVFAIL' | 'TIMEOUT'): ZoneAnswer => ({ rcode, records: [], ttlMs: 0 })

type Row = readonly [question: string, type: RecordType, answer: ZoneAnswer]

const found: readonly Row[] = [
  ['example.org', 'MX', yes(hour, mx(10, 'mail.example.org'))],
  ['example.org', 'TXT', yes(hour, txt('v=spf1 mx -all'))],
  ['mail.example.org', 'A', yes(hour, a('192.0.2.1'), a('192.0.2.2'))],
  ['mail.example.org', 'AAAA', yes(hour, aaaa('2001:db8::1'))],
  ['1.2.0.192.in-addr.arpa', 'PTR', yes(hour, ptr('mail.example.org'))],
  ['sub.example.org', 'A', yes(hour, a('192.0.2.9'))],
  ['below.silent.example', 'A', yes(hour, a('192.0.2.7'))],
]

const anyCase: readonly Row[] = [
  ['EXAMPLE.ORG', 'MX', yes(hour, mx(10, 'mail.example.org'))],
  ['Mail.Example.Org', 'AAAA', yes(hour, aaaa('2001:db8::1'))],
  ['mail.example.org.', 'AAAA', yes(hour, aaaa('2001:db8::1'))],
  ['SUB.example.ORG.', 'A', yes(hour, a('192.0.2.9'))],
  ['WWW.example.org', 'AAAA', yes(hour, aaaa('2001:db8::1'))],
]

const denied: readonly Row[] = [
  ['nothing.example.org', 'A', noName(minute)],
  ['x.mail.example.org', 'A', noName(minute)],
  ['example.com', 'MX', noName(UNDELEGATED_TTL_MS)],
  ['badexample.org', 'A', noName(UNDELEGATED_TTL_MS)],
  ['org', 'A', noName(UNDELEGATED_TTL_MS)],
  ['x.sub.example.org', 'A', noName(minute)],
  ['constructor', 'A', noName(UNDELEGATED_TTL_MS)],
]

const empty: readonly Row[] = [
  ['example.org', 'A', noData(minute)],
  ['mail.example.org', 'MX', noData(minute)],
  // Not listed, but there is something below: it exists.
  ['b.example.org', 'A', noData(minute)],
  ['B.example.org', 'MX', noData(minute)],
  // The origin exists even if nothing is listed at it.
  ['example.net', 'MX', noData(seconds(5))],
  ['2.0.192.in-addr.arpa', 'PTR', noData(minute)],
  // A part of a label is no name.
  ['ail.example.org', 'A', noName(minute)],
]

const failures: readonly Row[] = [
  ['broken.example', 'A', failed('SERVFAIL')],
  ['deep.below.broken.example', 'MX', failed('SERVFAIL')],
  ['silent.example', 'A', failed('TIMEOUT')],
  ['x.silent.example', 'TXT', failed('TIMEOUT')],
  ['sick.example.org', 'A', failed('SERVFAIL')],
  ['mute.example.org', 'A', failed('TIMEOUT')],
]

const aliases: readonly Row[] = [
  ['www.example.org', 'A', yes(hour, a('192.0.2.1'), a('192.0.2.2'))],
  ['www.example.org', 'CNAME', yes(hour, cname('Mail.Example.ORG.'))],
  ['mail.example.org', 'CNAME', noData(minute)],
  ['www.example.org', 'MX', noData(minute)],
  ['away.example.org', 'A', yes(seconds(30), a('198.51.100.1'))],
  ['far.example.org', 'A', yes(seconds(30), a('198.51.100.1'))],
  ['away.example.org', 'MX', noData(seconds(5))],
  ['dead.example.org', 'A', noName(seconds(5))],
  ['gone.example.org', 'A', noName(UNDELEGATED_TTL_MS)],
  ['self.example.org', 'A', failed('SERVFAIL')],
]

describe('asking the authority', () => {
  describe.each([
    ['finds records', found],
    ['in any case', anyCase],
    ['denies names', denied],
    ['knows names without data', empty],
    ['fails', failures],
    ['follows aliases', aliases],
  ])('%s', (_title, rows) => {
    test.each(rows)('%s %s', (name, type, answer) => {
      expect(query(zones, name, type)).toEqual(answer)
    })
  })

  test.each([
    [CNAME_LIMIT - 1, 'NOERROR'],
    [CNAME_LIMIT, 'NOERROR'],
    [CNAME_LIMIT + 1, 'SERVFAIL'],
    [CNAME_LIMIT + 20, 'SERVFAIL'],
    [0, 'NOERROR'],
  ])('a chain of %d aliases: %s', (length, rcode) => {
    const names = Object.fromEntries(
      Array.from({ length }, (_, i) => [`n${i}.test`, [cname(`n${i + 1}.test`)]]),
    )
    const chain = zone('test', { ...names, [`n${length}.test`]: [a('192.0.2.1')] })
    expect(query([chain], 'n0.test', 'A').rcode).toBe(rcode)
  })

  test.each([
    [seconds(10), seconds(90), seconds(10)],
    [seconds(90), seconds(10), seconds(10)],
    [seconds(45), seconds(45), seconds(45)],
    [0, seconds(45), 0],
    [seconds(45), 0, 0],
  ])('an alias kept %d ms for a target kept %d ms: %d ms', (alias, target, both) => {
    const chain = [
      zone('alias.test', { 'alias.test': [cname('target.test')] }, { ttlMs: alias }),
      zone('target.test', { 'target.test': [a('192.0.2.1')] }, { ttlMs: target }),
    ]
    expect(query(chain, 'alias.test', 'A').ttlMs).toBe(both)
  })

  it('takes a zone of the root for every name', () => {
    const root = zone('', { test: [a('192.0.2.1')] })
    expect(query([root], 'test', 'A').rcode).toBe('NOERROR')
    expect(query([root], '.', 'A').rcode).toBe('NOERROR')
    expect(query([root], 'other.test', 'A')).toEqual(noName(minute))
  })

  it('knows no name by accident', () => {
    const root = zone('', {})
    expect(query([root], 'constructor', 'A').rcode).toBe('NXDOMAIN')
    expect(query([root], '__proto__', 'A').rcode).toBe('NXDOMAIN')
  })
})
