import { describe, expect, it, test } from 'vitest'
import { newCache, resolve } from '../../../../src/sim/mail/dns/cache.ts'
import { mailRoute, type MailRouting } from '../../../../src/sim/mail/dns/mail-exchange.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import { withPoisonedGlobals } from '../../../helpers/poison.ts'
import { asked, domain, h, noDraw, route, told } from './routes.ts'
import { a, aaaa, cname, mx } from './zones.ts'

describe('preference', () => {
  test.each<[string, DnsRecord[], string]>([
    ['one', [mx(10, 'h1.test')], h(1, 10)],
    ['in order', [mx(10, 'h1.test'), mx(20, 'h2.test')], `${h(1, 10)}, ${h(2, 20)}`],
    ['out of order', [mx(20, 'h2.test'), mx(10, 'h1.test')], `${h(1, 10)}, ${h(2, 20)}`],
    [
      'three, by number and not by spelling',
      [mx(100, 'h3.test'), mx(9, 'h1.test'), mx(20, 'h2.test')],
      `${h(1, 9)}, ${h(2, 20)}, ${h(3, 100)}`,
    ],
    ['from 0 on', [mx(65_535, 'h2.test'), mx(0, 'h1.test')], `${h(1, 0)}, ${h(2, 65_535)}`],
    ['written anyhow', [mx(5, 'H1.Test.')], h(1, 5)],
  ])('%s', (_title, records, hosts) => {
    expect(told(route(domain(records), 'd.test'))).toBe(hosts)
  })

  it('does not touch the order in the zone', () => {
    const records = Object.freeze([mx(20, 'h2.test'), mx(10, 'h1.test')])
    expect(told(route(domain(records), 'd.test'))).toBe(`${h(1, 10)}, ${h(2, 20)}`)
  })
})

describe('equal preference', () => {
  const equal = [mx(10, 'h1.test'), mx(10, 'h2.test'), mx(10, 'h3.test')]
  // Fisher-Yates from the back: the first draw (of 3) picks the last, the next (of 2) the middle.
  test.each([
    [
      [0, 0],
      [2, 3, 1],
    ],
    [
      [0, 1],
      [3, 2, 1],
    ],
    [
      [1, 0],
      [3, 1, 2],
    ],
    [
      [1, 1],
      [1, 3, 2],
    ],
    [
      [2, 0],
      [2, 1, 3],
    ],
    [
      [2, 1],
      [1, 2, 3],
    ],
  ])('draws %j give %j', (draws, order) => {
    const result = route(domain(equal), 'd.test', { shuffle: (k) => draws[k] ?? Number.NaN })
    expect(told(result)).toBe(order.map((n) => h(n, 10)).join(', '))
  })

  it('draws per group, numbered through, and nothing for a group of one', () => {
    const draws: number[][] = []
    const records = [mx(1, 'h1.test'), mx(2, 'h2.test'), mx(2, 'h3.test')]
    records.push(mx(3, 'h4.test'), mx(4, 'h5.test'), mx(4, 'h6.test'))
    const shuffle = (k: number, n: number): number => {
      draws.push([k, n])
      return 0
    }
    const order = [h(1, 1), h(3, 2), h(2, 2), h(4, 3), h(6, 4), h(5, 4)]
    const result = route(domain(records), 'd.test', { shuffle, addressLimit: 0 })
    expect(told(result)).toBe(order.join(', '))
    expect(draws).toEqual([
      [0, 2],
      [1, 2],
    ])
  })

  test.each([[-1], [3], [0.5], [Number.NaN], [Infinity]])('refuses a draw of %d', (drawn) => {
    expect(() => route(domain(equal), 'd.test', { shuffle: () => drawn })).toThrow(/outside/)
  })
})

describe('implicit MX', () => {
  const self = (address: string): string => `implicit d.test ${address} 0`
  test.each<[string, DnsRecord[], string]>([
    ['an address', [a('192.0.2.50')], self('192.0.2.50')],
    ['two', [a('192.0.2.50'), a('192.0.2.51')], `${self('192.0.2.50')}, d.test 192.0.2.51 0`],
    ['no address', [], 'permanent 5.4.4 no-address'],
    ['an IPv6 address only', [aaaa('2001:db8::1')], 'permanent 5.4.4 no-address'],
    ['an alias', [cname('h1.test')], self('192.0.2.1')],
    ['an MX beside it', [a('192.0.2.50'), mx(10, 'h1.test')], h(1, 10)],
    ['a dead MX', [a('192.0.2.50'), mx(10, 'no.test')], 'permanent 5.4.4 no-address'],
    ['a sick MX', [a('192.0.2.50'), mx(10, 'broken.example')], 'temporary 4.4.3 dns-failure'],
  ])('%s', (_title, records, expected) => {
    expect(told(route(domain(records), 'd.test'))).toBe(expected)
  })

  it('asks for MX first, then for the address', () => {
    expect(asked(route(domain([a('192.0.2.50')]), 'D.Test.'))).toBe(
      'd.test MX NOERROR 0, d.test A NOERROR 1',
    )
  })
})

describe('null MX', () => {
  test.each<[string, DnsRecord[], string]>([
    ['alone', [mx(0, '.')], 'permanent 5.1.10 null-mx'],
    ['with an address', [mx(0, '.'), a('192.0.2.50')], 'permanent 5.1.10 null-mx'],
    ['written as nothing', [mx(0, '')], 'permanent 5.1.10 null-mx'],
    // Not what RFC 7505 §3 defines: a host without a name is no host.
    ['of another preference', [mx(10, '.')], 'permanent 5.4.4 no-address'],
    ['beside a host', [mx(0, '.'), mx(10, 'h1.test')], h(1, 10)],
    ['behind a host', [mx(10, 'h1.test'), mx(20, '.')], h(1, 10)],
    ['by an alias', [cname('null.test')], 'permanent 5.1.10 null-mx'],
  ])('%s', (_title, records, expected) => {
    const zones = domain(records, { 'null.test': [mx(0, '.')] })
    expect(told(route(zones, 'd.test'))).toBe(expected)
  })
})

describe('aliases', () => {
  test.each<[string, DnsRecord[], string]>([
    ['of the domain', [cname('other.test')], h(1, 10)],
    ['of the exchange', [mx(10, 'alias.test')], 'alias.test 192.0.2.2 10'],
    ['of the domain in a circle', [cname('d.test')], 'temporary 4.4.3 dns-failure'],
    ['of the domain to nowhere', [cname('no.test')], 'permanent 5.4.4 no-such-domain'],
    ['of the exchange to nowhere', [mx(10, 'lost.test')], 'permanent 5.4.4 no-address'],
    ['of the domain to a broken zone', [cname('broken.example')], 'temporary 4.4.3 dns-failure'],
  ])('%s', (_title, records, expected) => {
    const zones = domain(records, {
      'other.test': [mx(10, 'h1.test')],
      'alias.test': [cname('h2.test')],
      'lost.test': [cname('no.test')],
    })
    expect(told(route(zones, 'd.test'))).toBe(expected)
  })
})

describe('what the answer for the domain means', () => {
  test.each([
    ['none.test', 'permanent 5.4.4 no-such-domain'],
    ['example.com', 'permanent 5.4.4 no-such-domain'],
    ['broken.example', 'temporary 4.4.3 dns-failure'],
    ['silent.example', 'temporary 4.4.3 dns-failure'],
    ['d.test', 'permanent 5.4.4 no-address'],
  ])('%s: %s', (name, expected) => {
    const result = route(domain([]), name)
    expect(told(result)).toBe(expected)
    expect(result.lookups[0]).toMatchObject({ name, type: 'MX', count: 0, cached: false })
  })
})

describe('hosts without an address', () => {
  const dead = mx(10, 'no.test')
  const sick = mx(20, 'x.broken.example')
  const mute = mx(30, 'x.silent.example')
  const good = mx(40, 'h1.test')
  const v6 = mx(50, 'v6.test')
  test.each<[string, DnsRecord[], string]>([
    ['are passed over', [dead, sick, mute, good], h(1, 40)],
    ['dead only', [dead], 'permanent 5.4.4 no-address'],
    ['dead and sick', [dead, sick], 'temporary 4.4.3 dns-failure'],
    ['sick and dead', [mx(1, 'y.broken.example'), dead], 'temporary 4.4.3 dns-failure'],
    ['mute only', [mute], 'temporary 4.4.3 dns-failure'],
    ['IPv6 only', [v6], 'permanent 5.4.4 no-address'],
    ['IPv6 first', [good, mx(1, 'v6.test')], h(1, 40)],
  ])('%s', (_title, records, expected) => {
    const zones = domain(records, { 'v6.test': [aaaa('2001:db8::1')] })
    expect(told(route(zones, 'd.test'))).toBe(expected)
  })
})

describe('a host that finds itself', () => {
  const list = [mx(10, 'h1.test'), mx(20, 'h2.test'), mx(20, 'h3.test'), mx(30, 'h4.test')]
  test.each<[string[], string]>([
    [['h4.test'], [h(1, 10), h(3, 20), h(2, 20)].join(', ')],
    [['h3.test'], h(1, 10)],
    [['H2.TEST.'], h(1, 10)],
    [['h1.test'], 'permanent 5.4.6 loops-back'],
    [['elsewhere.test', 'h4.test', 'h3.test'], h(1, 10)],
    [['d.test'], [h(1, 10), h(3, 20), h(2, 20), h(4, 30)].join(', ')],
  ])('as %j', (ownNames, expected) => {
    expect(told(route(domain(list), 'd.test', { ownNames, shuffle: () => 0 }))).toBe(expected)
  })

  test.each<[string, DnsRecord[], string]>([
    ['the only one', [mx(10, 'Me.Test')], 'permanent 5.4.6 loops-back'],
    ['with an equal', [mx(10, 'me.test'), mx(10, 'h1.test')], 'permanent 5.4.6 loops-back'],
    [
      'twice',
      [mx(5, 'h1.test'), mx(10, 'me.test'), mx(1, 'me.test')],
      'permanent 5.4.6 loops-back',
    ],
    ['behind a dead one', [mx(5, 'no.test'), mx(10, 'me.test')], 'permanent 5.4.4 no-address'],
    [
      'behind a sick one',
      [mx(5, 'broken.example'), mx(10, 'me.test')],
      'temporary 4.4.3 dns-failure',
    ],
  ])('%s', (_title, records, expected) => {
    expect(told(route(domain(records), 'd.test', { ownNames: ['me.test'] }))).toBe(expected)
  })

  it('is found as the implicit MX too', () => {
    const result = route(domain([a('192.0.2.50')]), 'd.test', { ownNames: ['d.test'] })
    expect(told(result)).toBe('permanent 5.4.6 loops-back')
  })
})

describe('several addresses', () => {
  const two = { 'two.test': [a('198.51.100.1'), a('198.51.100.2')] }
  const list = [mx(10, 'two.test'), mx(20, 'h1.test'), mx(30, 'h2.test')]
  const hosts = ['two.test 198.51.100.1 10', 'two.test 198.51.100.2 10', h(1, 20), h(2, 30)]
  test.each([
    [1, 1, 2],
    [2, 2, 2],
    [3, 3, 3],
    [4, 4, 4],
    [5, 4, 4],
    [0, 4, 4],
  ])('limit %d: %d addresses, %d lookups', (addressLimit, count, lookups) => {
    const result = route(domain(list, two), 'd.test', { addressLimit })
    expect(told(result)).toBe(hosts.slice(0, count).join(', '))
    expect(result.lookups).toHaveLength(lookups)
  })
})

describe('the record of the lookups', () => {
  it('tells what was asked, and what memory answered', () => {
    const zones = domain([mx(10, 'h1.test'), mx(20, 'no.test')])
    const cache = newCache()
    const ask = (): MailRouting =>
      mailRoute(
        { domain: 'd.test', ownNames: [], addressLimit: 5 },
        (name, type) => resolve(cache, zones, 0, name, type),
        noDraw,
      )
    const first = ask()
    expect(asked(first)).toBe('d.test MX NOERROR 2, h1.test A NOERROR 1, no.test A NXDOMAIN 0')
    expect(first.lookups.map((l) => l.cached)).toEqual([false, false, false])
    const second = ask()
    expect(second.lookups.map((l) => l.cached)).toEqual([true, true, true])
    expect(second.route).toEqual(first.route)
  })
})

describe('the machine', () => {
  it('is asked for nothing', () => {
    const list = [mx(10, 'h1.test'), mx(10, 'H2.test'), mx(5, 'x.broken.example')]
    const zones = domain([], { 'e.test': [cname('f.test')], 'f.test': list })
    const result = withPoisonedGlobals(() => route(zones, 'E.test', { shuffle: () => 0 }))
    expect(told(result)).toBe(`${h(2, 10)}, ${h(1, 10)}`)
  })
})
