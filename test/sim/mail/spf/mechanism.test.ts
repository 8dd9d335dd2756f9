import { describe, expect, it, test } from 'vitest'
import { a, aaaa, cname, mx, ptr } from '../dns/zones.ts'
import { check, type World } from './world.ts'

const us = a('192.0.2.1')
const six = aaaa('2001:db8::1')
const exchanges = (n: number): ReturnType<typeof mx>[] => {
  return Array.from({ length: n }, (_, i) => mx(i, `m${i}.org`))
}
const hosts = (n: number, last = us): World => {
  const all = Array.from({ length: n }, (_, i) => [`m${i}.org`, [a(`198.51.100.${i + 1}`)]])
  return { ...Object.fromEntries(all), [`m${n - 1}.org`]: [last] }
}

type Row = readonly [record: string, result: string, world?: World, ip?: string]

const networks: readonly Row[] = [
  ['ip4:192.0.2.1 -all', 'pass'],
  ['ip4:192.0.2.2 -all', 'fail'],
  ['ip4:192.0.2.128/25 -all', 'fail'],
  ['ip4:192.0.2.128/24 -all', 'pass'],
  ['ip4:10.0.0.0/0 -all', 'pass'],
  ['ip6:::/0 -all', 'fail'],
  ['ip4:0.0.0.0/0 -all', 'fail', {}, '2001:db8::1'],
  ['ip6:2001:db8::/32 -all', 'pass', {}, '2001:DB8:0::1'],
  ['ip6:2001:db8::2 -all', 'fail', {}, '2001:db8::1'],
  // A mapped client is an IPv4 client, and matches only as such.
  ['ip4:192.0.2.1 -all', 'pass', {}, '::ffff:192.0.2.1'],
  ['ip6:::ffff:0:0/96 -all', 'fail', {}, '::ffff:192.0.2.1'],
]

const addresses: readonly Row[] = [
  ['a:h.org -all', 'pass', { 'h.org': [a('203.0.113.1'), us] }],
  ['a:h.org -all', 'fail', { 'h.org': [a('203.0.113.1')] }],
  ['a:h.org/24 -all', 'pass', { 'h.org': [a('192.0.2.200')] }],
  ['a:h.org//0 -all', 'fail', { 'h.org': [a('192.0.2.200')] }],
  ['a:h.org/0 -all', 'fail', { 'h.org': [six] }],
  ['a:h.org/0 -all', 'fail'],
  ['a:h.org//32 -all', 'pass', { 'h.org': [aaaa('2001:db8:ffff::')] }, '2001:db8::1'],
  ['a:h.org -all', 'pass', { 'h.org': [us, six] }, '2001:db8::1'],
  ['a:h.org -all', 'pass', { 'h.org': [us, six] }, '::FFFF:192.0.2.1'],
  ['a:h.org -all', 'pass', { 'h.org': [cname('i.org')], 'i.org': [us] }],
  ['a:h.org -all', 'temperror', { 'h.org': 'SERVFAIL' }],
  ['a:h.org -all', 'temperror', { 'h.org': 'TIMEOUT' }],
  ['a:h.org -all', 'fail', { 'h.org': [a('192.0.2.1.1'), a(''), a('::1')] }],
  ['a:h..org -all', 'fail'],
  ['a:%{h} -all', 'pass', { 'out.example.net': [us] }],
  ['a -all', 'fail'],
]

const exchangeRows: readonly Row[] = [
  ['mx:d.org -all', 'pass', { 'd.org': [mx(1, 'm.org')], 'm.org': [us] }],
  ['mx:d.org/24 -all', 'pass', { 'd.org': [mx(1, 'm.org')], 'm.org': [a('192.0.2.9')] }],
  ['mx:d.org//64 -all', 'pass', { 'd.org': [mx(1, 'm.org')], 'm.org': [six] }, '2001:db8::9'],
  ['mx:d.org -all', 'pass', { 'd.org': exchanges(10), ...hosts(10) }],
  // More than ten are an error, even where the first would do.
  ['mx:d.org -all', 'permerror', { 'd.org': exchanges(11), ...hosts(11), 'm0.org': [us] }],
  // No exchange: the domain's own address does not stand in.
  ['mx:d.org -all', 'fail', { 'd.org': [us] }],
  ['mx:d.org -all', 'fail', { 'd.org': [mx(0, '.')] }],
  ['mx:d.org -all', 'fail', { 'd.org': [mx(0, ''), mx(1, 'a..b')] }],
  ['mx:d.org -all', 'temperror', { 'd.org': 'SERVFAIL' }],
  ['mx:d.org -all', 'temperror', { 'd.org': [mx(1, 'm.org')], 'm.org': 'TIMEOUT' }],
  ['mx:d.org -all', 'pass', { 'd.org': [mx(1, 'm.org'), mx(2, 'n.org')], 'm.org': [us] }],
  [
    'mx:d.org -all',
    'permerror',
    { 'd.org': [mx(1, 'm.org'), mx(2, 'n.org'), mx(3, 'o.org'), mx(4, 'p.org')], 'p.org': [us] },
  ],
]

const REVERSE = '1.2.0.192.in-addr.arpa'
const pointers: readonly Row[] = [
  ['ptr:h.org -all', 'pass', { [REVERSE]: [ptr('h.org')], 'h.org': [us] }],
  ['ptr:h.org -all', 'pass', { [REVERSE]: [ptr('A.H.org')], 'a.h.org': [us] }],
  ['ptr:h.org -all', 'fail', { [REVERSE]: [ptr('ah.org')], 'ah.org': [us] }],
  ['ptr:a.h.org -all', 'fail', { [REVERSE]: [ptr('h.org')], 'h.org': [us] }],
  ['ptr -all', 'pass', { [REVERSE]: [ptr('m.example.org')], 'm.example.org': [us] }],
  ['ptr:h.org -all', 'fail', { [REVERSE]: [ptr('h.org')], 'h.org': [a('192.0.2.2')] }],
  ['ptr:h.org -all', 'fail', { [REVERSE]: 'SERVFAIL' }],
  ['ptr:h.org -all', 'fail', { [REVERSE]: 'TIMEOUT' }],
  ['ptr:h.org -all', 'fail'],
  [
    'ptr:h.org -all',
    'pass',
    { [REVERSE]: [ptr('x.org'), ptr('h.org')], 'x.org': 'TIMEOUT', 'h.org': [us] },
  ],
  ['ptr:%{l}..org -all', 'fail', { [REVERSE]: [ptr('h.org')], 'h.org': [us] }],
  // Names of the client's own choice cannot use up what the record may ask.
  [
    'ptr:h.org -all',
    'fail',
    { [REVERSE]: [ptr('a.org'), ptr('b.org'), ptr('c.org'), ptr('d.org')] },
  ],
  ['ptr:h.org a:x.org a:y.org -all', 'permerror'],
  ['ptr:h.org ptr:i.org ptr:j.org -all', 'permerror'],
]

const existing: readonly Row[] = [
  ['exists:h.org -all', 'pass', { 'h.org': [a('127.0.0.2')] }],
  ['exists:h.org -all', 'pass', { 'h.org': [a('127.0.0.2')] }, '2001:db8::1'],
  ['exists:h.org -all', 'fail', { 'h.org': [six] }, '2001:db8::1'],
  ['exists:h.org -all', 'fail'],
  ['exists:h.org -all', 'temperror', { 'h.org': 'SERVFAIL' }],
  ['exists:%{ir}.%{l}.x.org -all', 'pass', { '1.2.0.192.alice.x.org': [us] }],
  ['exists:%{l}..org -all', 'fail'],
]

describe('mechanisms', () => {
  describe.each([
    ['about networks', networks],
    ['about addresses', addresses],
    ['about exchanges', exchangeRows],
    ['about names of the client', pointers],
    ['about existence', existing],
  ])('%s', (_title, rows) => {
    for (const [i, [record, result, world = {}, ip = '192.0.2.1']] of rows.entries()) {
      test(`${i}. ${record}: ${result}`, () => {
        expect(check(record, world, { ip }).result).toBe(result)
      })
    }
  })

  it('ask only what they need', () => {
    const { evaluation } = check('exists:h.org mx:d.org -all', {
      'h.org': [six],
      'd.org': [mx(2, 'm.org'), mx(1, 'n.org')],
      'm.org': [us],
      'n.org': [us],
    })
    const asked = evaluation.lines.map((line) =>
      line.questions.map(({ name, type, count }) => `${name} ${type} ${count}`),
    )
    expect(asked).toEqual([['h.org A 0'], ['d.org MX 2', 'm.org A 1'], []])
  })
})
