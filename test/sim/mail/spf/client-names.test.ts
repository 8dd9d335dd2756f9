import { describe, expect, it, test } from 'vitest'
import {
  bestClientName,
  clientNames,
  PTR_LIMIT,
} from '../../../../src/sim/mail/spf/client-names.ts'
import { a, aaaa, cname, ptr } from '../dns/zones.ts'
import { newCheck, type World } from './world.ts'

const REVERSE = '1.2.0.192.in-addr.arpa'
const ours = [a('198.51.100.9'), a('192.0.2.1')]
const others = [a('192.0.2.2'), aaaa('::1')]

function names(world: World): readonly string[] {
  return clientNames(newCheck(world), []).names
}

describe('the names of the client', () => {
  test.each<readonly [what: string, world: World, names: readonly string[]]>([
    ['none', {}, []],
    ['no data', { [REVERSE]: [] }, []],
    ['a failure', { [REVERSE]: 'SERVFAIL' }, []],
    ['one that points back', { [REVERSE]: [ptr('M.x.org.')], 'm.x.org': ours }, ['M.x.org']],
    ['one that points elsewhere', { [REVERSE]: [ptr('m.x.org')], 'm.x.org': others }, []],
    ['one that does not exist', { [REVERSE]: [ptr('m.x.org')] }, []],
    ['one that is no name', { [REVERSE]: [ptr('m..org'), ptr('.'), ptr('')] }, []],
    [
      'several in their order, over failures',
      {
        [REVERSE]: [ptr('b.org'), ptr('silent.org'), ptr('broken.org'), ptr('a.org')],
        'a.org': ours,
        'b.org': ours,
        'silent.org': 'TIMEOUT',
        'broken.org': 'SERVFAIL',
      },
      ['b.org', 'a.org'],
    ],
    [
      'through an alias of the reverse name',
      { [REVERSE]: [cname('1.0-25.2.0.192.in-addr.arpa')], 'm.org': ours },
      [],
    ],
    [
      'through a delegated reverse zone, and an alias that leads round',
      {
        [REVERSE]: [cname('1.part.test')],
        '1.part.test': [ptr('loop.org'), ptr('m.org')],
        'loop.org': [cname('Loop.org')],
        'm.org': ours,
      },
      ['m.org'],
    ],
  ])('%s', (_what, world, expected) => {
    expect(names(world)).toEqual(expected)
  })

  it('are the first ten at most', () => {
    const all = Array.from({ length: 12 }, (_, i) => `m${i}.org`)
    const hosts = Object.fromEntries(all.map((name) => [name, ours]))
    const found = names({ ...hosts, [REVERSE]: all.map(ptr) })
    expect(found).toEqual(all.slice(0, PTR_LIMIT))
  })

  it('are looked for once, and over IPv6 with AAAA records', () => {
    const reverse = `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`
    const world = { [reverse]: [ptr('m.org')], 'm.org': [a('192.0.2.1'), aaaa('2001:DB8::1')] }
    const check = newCheck(world, [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1])
    const log: { name: string; type: string }[] = []
    expect(clientNames(check, log as never).names).toEqual(['m.org'])
    expect(clientNames(check, log as never).names).toEqual(['m.org'])
    expect(log.map(({ name, type }) => `${type} ${name}`)).toEqual([`PTR ${reverse}`, 'AAAA m.org'])
    expect(check.voidLookups).toBe(0)
  })
})

describe('the best of the names', () => {
  test.each([
    [['a.org', 'deep.m.org', 'M.ORG'], 'M.ORG'],
    [['a.org', 'deep.M.org', 'x.m.org'], 'deep.M.org'],
    [['a.org', 'am.org', 'b.org'], 'a.org'],
    [['org'], 'org'],
    [[], 'unknown'],
  ])('%j for m.org: %s', (all, best) => {
    const hosts = Object.fromEntries(all.map((name) => [name.toLowerCase(), ours]))
    const check = newCheck({ ...hosts, [REVERSE]: all.map(ptr) })
    expect(bestClientName(check, [], 'm.org')).toBe(best)
  })
})
