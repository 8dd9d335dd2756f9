import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  dottedIp,
  formatIp,
  parseIp,
  samePrefix,
  unmapped,
  type IpAddress,
} from '../../../../src/sim/mail/spf/ip-address.ts'
import { words } from './world.ts'

function ip(text: string): IpAddress {
  const address = parseIp(text)
  if (address === null) throw new Error(`no address: ${text}`)
  return address
}

describe('the text of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8::00AB', '2001:db8::ab'],
    ['2001:db8:0:1:0:0:0:1', '2001:db8:0:1::1'],
    // The first of two runs of the same length, and never a single group.
    ['2001:0:0:1:2:0:0:3', '2001::1:2:0:0:3'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1:2:3:4:5'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::192.0.2.1', '::c000:201'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:192.0.2.1', '1:2:3:4:5:6:c000:201'],
  ])('%s is printed as %s', (text, printed) => {
    expect(formatIp(ip(text))).toBe(printed)
  })

  test.each([
    ...words('192.0.2 192.0.2.1.1 192.0.2.256 192.0.2.01 192.0.2.-1 192.0.2.1/24 0x1.0.2.1'),
    ...words('192.0.2. 1e1.0.2.1 example.org : ::: 1:2 1:2:3:4:5:6:7:8:9 1::2::3 :1::2 1::2:'),
    ...words('12345:: g:: 1:2:3:4:5:6:7:8:: ::1%eth0 ::1/64 192.0.2.1:: ::192.0.2.1:1 ::192.0.2'),
    ...words('1:2:3:4:5:6:7:192.0.2.1'),
    '',
    ' ',
    '192.0.2.1 ',
    '192.0.2.1\n',
    `${'0'.repeat(50)}::1`,
  ])('%j is none', (text) => {
    expect(parseIp(text)).toBeNull()
  })

  it('reads again what it printed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), (groups) => {
        const address: IpAddress = { family: 6, groups }
        expect(parseIp(formatIp(address))).toEqual(address)
      }),
    )
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(formatIp(ip(text))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        expect(parseIp(text)).not.toBeNull()
      }),
    )
  })
})

describe('an IPv4 client on an IPv6 socket', () => {
  test.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['192.0.2.1', '192.0.2.1'],
    ['::fffe:192.0.2.1', '::fffe:c000:201'],
    ['::192.0.2.1', '::c000:201'],
    ['1::ffff:192.0.2.1', '1::ffff:c000:201'],
  ])('%s counts as %s', (text, counted) => {
    expect(formatIp(unmapped(ip(text)))).toBe(counted)
  })
})

describe('prefixes', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1', 32, true],
    ['192.0.2.1', '192.0.2.0', 32, false],
    ['192.0.2.1', '192.0.2.0', 31, true],
    ['192.0.2.2', '192.0.2.0', 31, false],
    ['192.0.2.1', '192.0.3.1', 24, false],
    ['192.0.2.1', '192.0.3.1', 23, true],
    ['192.0.2.1', '192.1.2.1', 16, false],
    ['192.0.2.1', '192.1.2.1', 15, true],
    ['192.0.2.1', '10.0.0.1', 1, false],
    ['192.0.2.1', '10.0.0.1', 0, true],
    ['2001:db8::1', '2001:db8::2', 128, false],
    ['2001:db8::1', '2001:db8::2', 126, true],
    ['2001:db8::1', '2001:db9::1', 32, false],
    ['2001:db8::1', '2001:db9::1', 31, true],
    ['2001:db8::1', 'fe80::', 0, true],
    ['192.0.2.1', '::ffff:192.0.2.1', 0, false],
  ])('%s and %s agree in %d bits: %j', (a, b, bits, agree) => {
    expect(samePrefix(ip(a), ip(b), bits)).toBe(agree)
    expect(samePrefix(ip(b), ip(a), bits)).toBe(agree)
  })
})

describe('the dotted form', () => {
  it('is octets or single digits', () => {
    expect(dottedIp(ip('192.0.2.1'))).toBe('192.0.2.1')
    expect(dottedIp(ip('2001:db8::cb01'))).toBe(
      '2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.c.b.0.1',
    )
  })
})
