import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCache, resolve } from '../../../../src/sim/mail/dns/cache.ts'
import { mailRoute, type MailRouting } from '../../../../src/sim/mail/dns/mail-exchange.ts'
import type { DnsRecord } from '../../../../src/sim/mail/dns/record.ts'
import type { Zone } from '../../../../src/sim/mail/dns/zone.ts'
import { a, mx, zone } from './zones.ts'

const OWN_ADDRESS = '203.0.113.1'
const hostNames = ['h1.test', 'h2.test', 'h3.test', 'h4.test', 'no.test', 'x.broken.example', '.']

const exchanges = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...hostNames)),
  { minLength: 1, maxLength: 8 },
)

function world(records: readonly DnsRecord[]): Zone[] {
  const hosts = Object.fromEntries([1, 2, 3, 4].map((n) => [`h${n}.test`, [a(`192.0.2.${n}`)]]))
  return [
    zone('test', { ...hosts, 'd.test': [a(OWN_ADDRESS), ...records] }),
    zone('broken.example', {}, { failure: 'SERVFAIL' }),
  ]
}

/** Draws that depend on the seed, `k` and `n` only. */
const drawer =
  (seed: number) =>
  (k: number, n: number): number =>
    (seed * 31 + k * 17) % n

function routed(list: readonly (readonly [number, string])[], seed: number, own: string[]) {
  const zones = world(list.map(([preference, name]) => mx(preference, name)))
  const cache = newCache()
  const question = { domain: 'd.test', ownNames: own, addressLimit: 0 }
  const ask = (): MailRouting =>
    mailRoute(question, (name, type) => resolve(cache, zones, 0, name, type), drawer(seed))
  return { first: ask(), again: ask() }
}

const own = fc.subarray(['h2.test', 'h3.test', 'd.test'])

describe('any list of exchanges', () => {
  it('never falls back to the address of the domain', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(1000), own, (list, seed, names) => {
        const { route, lookups } = routed(list, seed, names).first
        expect(lookups.some((l) => l.name === 'd.test' && l.type === 'A')).toBe(false)
        if (route.kind !== 'hosts') return
        expect(route.implicit).toBe(false)
        expect(route.hosts.some((host) => host.address === OWN_ADDRESS)).toBe(false)
      }),
    )
  })

  it('gives every host that has an address once per record, by ascending preference', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(1000), (list, seed) => {
        const { route } = routed(list, seed, []).first
        const expected = list.filter(([, name]) => /^h\d/.test(name))
        const hosts = route.kind === 'hosts' ? route.hosts : []
        const key = ([preference, name]: readonly [number, string]): string =>
          `${preference} ${name}`
        const actual = hosts.map((host) => [host.preference, host.name] as const)
        expect(actual.map(key).sort()).toEqual(expected.map(key).sort())
        const preferences = hosts.map((host) => host.preference)
        expect(preferences).toEqual([...preferences].sort((x, y) => x - y))
      }),
    )
  })

  it('depends on the draws alone: the same from memory as from the zones', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(1000), own, (list, seed, names) => {
        const { first, again } = routed(list, seed, names)
        expect(again.route).toEqual(first.route)
        expect(routed(list, seed, names).first).toEqual(first)
      }),
    )
  })

  it('leaves out the host itself and everything not better', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(1000), own, (list, seed, names) => {
        const { route } = routed(list, seed, names).first
        if (route.kind !== 'hosts') return
        const mine = list.filter(([, name]) => names.includes(name)).map(([p]) => p)
        for (const host of route.hosts) {
          for (const preference of mine) expect(host.preference).toBeLessThan(preference)
        }
      }),
    )
  })
})
