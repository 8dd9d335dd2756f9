import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CACHE_LIMIT, newCache, resolve } from '../../../../src/sim/mail/dns/cache.ts'
import type { RecordType } from '../../../../src/sim/mail/dns/record.ts'
import { query, UNDELEGATED_TTL_MS } from '../../../../src/sim/mail/dns/zone.ts'
import { minutes, seconds } from '../../../../src/sim/units.ts'
import { a, cname, mx, zone } from './zones.ts'

const zones = [
  zone('example.org', {
    'example.org': [mx(10, 'mail.example.org')],
    'mail.example.org': [a('192.0.2.1')],
    'www.example.org': [cname('short.example.net')],
  }),
  zone('example.net', { 'short.example.net': [a('192.0.2.2')] }, { ttlMs: seconds(20) }),
  zone('fickle.example', { 'fickle.example': [a('192.0.2.3')] }, { ttlMs: 0, negativeTtlMs: 0 }),
  zone('broken.example', {}, { failure: 'SERVFAIL' }),
  zone('silent.example', {}, { failure: 'TIMEOUT' }),
]

describe('how long an answer is kept', () => {
  const asked = 1_000
  test.each<[string, RecordType, number, string]>([
    ['mail.example.org', 'A', minutes(60), 'NOERROR'],
    ['example.org', 'MX', minutes(60), 'NOERROR'],
    ['www.example.org', 'A', seconds(20), 'NOERROR'],
    // No data and no name: the negative TTL.
    ['example.org', 'A', seconds(60), 'NOERROR'],
    ['nothing.example.org', 'A', seconds(60), 'NXDOMAIN'],
    ['example.com', 'MX', UNDELEGATED_TTL_MS, 'NXDOMAIN'],
  ])('%s %s: until just before %d ms have passed', (name, type, ttlMs, rcode) => {
    const cache = newCache()
    const first = resolve(cache, zones, asked, name, type)
    expect(first.cached).toBe(false)
    expect(first.answer.rcode).toBe(rcode)
    expect(resolve(cache, zones, asked, name, type).cached).toBe(true)
    // The zones are gone: whatever comes now comes from memory.
    const late = resolve(cache, [], asked + ttlMs - 1, name, type)
    expect(late).toEqual({ answer: first.answer, cached: true })
    expect(resolve(cache, zones, asked + ttlMs, name, type).cached).toBe(false)
    expect(resolve(cache, zones, asked + ttlMs + 1, name, type).cached).toBe(true)
  })

  test.each([
    ['x.broken.example', 'SERVFAIL'],
    ['broken.example', 'SERVFAIL'],
    ['silent.example', 'TIMEOUT'],
    ['fickle.example', 'NOERROR'],
    ['none.fickle.example', 'NXDOMAIN'],
  ])('%s (%s): not at all', (name, rcode) => {
    const cache = newCache()
    for (let i = 0; i < 3; i++) {
      const { answer, cached } = resolve(cache, zones, asked, name, 'A')
      expect([answer.rcode, cached]).toEqual([rcode, false])
    }
    expect(cache.entries.size).toBe(0)
  })

  it('sees a repaired zone at once, a new record only after the negative TTL', () => {
    const cache = newCache()
    const at = (now: number, zone_: (typeof zones)[number]): string =>
      resolve(cache, [zone_], now, 'new.test', 'A').answer.rcode
    expect(at(0, zone('test', {}, { failure: 'SERVFAIL' }))).toBe('SERVFAIL')
    expect(at(0, zone('test', {}))).toBe('NXDOMAIN')
    const repaired = zone('test', { 'new.test': [a('192.0.2.1')] })
    expect(at(seconds(60) - 1, repaired)).toBe('NXDOMAIN')
    expect(at(seconds(60), repaired)).toBe('NOERROR')
  })
})

describe('under which name an answer is kept', () => {
  test.each<[string, RecordType, boolean]>([
    ['mail.example.org', 'A', true],
    ['MAIL.example.ORG', 'A', true],
    ['mail.example.org.', 'A', true],
    ['mail.example.org', 'AAAA', false],
    ['mail.example.org', 'MX', false],
    ['example.org', 'A', false],
  ])('%s %s after mail.example.org A: %j', (name, type, cached) => {
    const cache = newCache()
    resolve(cache, zones, 0, 'Mail.Example.org', 'A')
    expect(resolve(cache, zones, 0, name, type).cached).toBe(cached)
  })
})

describe('the bound of the cache', () => {
  it('forgets the oldest answer first', () => {
    const cache = newCache()
    for (let i = 0; i <= CACHE_LIMIT; i++) resolve(cache, zones, 0, `n${i}.example.org`, 'A')
    expect(cache.entries.size).toBe(CACHE_LIMIT)
    expect(cache.entries.has('A n0.example.org')).toBe(false)
    expect(resolve(cache, zones, 0, 'n1.example.org', 'A').cached).toBe(true)
    expect(resolve(cache, zones, 0, 'n0.example.org', 'A').cached).toBe(false)
    expect(cache.entries.has('A n1.example.org')).toBe(false)
  })

  it('counts a renewed answer as new', () => {
    const cache = newCache()
    resolve(cache, zones, 0, 'www.example.org', 'A')
    resolve(cache, zones, 0, 'mail.example.org', 'A')
    resolve(cache, zones, seconds(20), 'www.example.org', 'A')
    expect([...cache.entries.keys()]).toEqual(['A mail.example.org', 'A www.example.org'])
  })
})

describe('any history of questions', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: seconds(40) }),
    name: fc.constantFrom('a.test', 'b.test', 'alias.test', 'none.test', 'x.other'),
    type: fc.constantFrom<RecordType>('A', 'MX'),
  })
  const ttl = fc.integer({ min: 0, max: seconds(90) })

  it('is never answered after expiry, and before it as the first time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), ttl, ttl, (steps, ttlMs, negativeTtlMs) => {
        const world = [
          zone(
            'test',
            {
              'a.test': [a('192.0.2.1')],
              'b.test': [mx(1, 'a.test')],
              'alias.test': [cname('a.test')],
            },
            { ttlMs, negativeTtlMs },
          ),
        ]
        const cache = newCache()
        const keptUntil = new Map<string, number>()
        let now = 0
        for (const { wait, name, type } of steps) {
          now += wait
          const fresh = query(world, name, type)
          const { answer, cached } = resolve(cache, world, now, name, type)
          const until = keptUntil.get(`${name}/${type}`) ?? -1
          expect(cached).toBe(now < until)
          expect(answer).toEqual({ rcode: fresh.rcode, records: fresh.records })
          if (!cached) keptUntil.set(`${name}/${type}`, now + fresh.ttlMs)
        }
      }),
    )
  })
})
