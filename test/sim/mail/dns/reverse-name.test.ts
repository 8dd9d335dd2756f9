import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reversedOctets, reverseName } from '../../../../src/sim/mail/dns/zone.ts'

const zeros = (n: number): string => '0.'.repeat(n)

describe('the name of an address', () => {
  test.each([
    ['203.0.113.7', '7.113.0.203.in-addr.arpa'],
    ['0.0.0.0', '0.0.0.0.in-addr.arpa'],
    ['255.254.253.252', '252.253.254.255.in-addr.arpa'],
    ['127.0.0.2', '2.0.0.127.in-addr.arpa'],
    ['10.20.30.40', '40.30.20.10.in-addr.arpa'],
    // The example of RFC 3596 §2.5.
    [
      '4321:0:1:2:3:4:567:89ab',
      'b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa',
    ],
    ['2001:db8::1', `1.${zeros(23)}8.b.d.0.1.0.0.2.ip6.arpa`],
    ['2001:DB8::', `${zeros(24)}8.b.d.0.1.0.0.2.ip6.arpa`],
    ['::', `${zeros(32)}ip6.arpa`],
    ['::1', `1.${zeros(31)}ip6.arpa`],
    ['::ffff:127.0.0.2', `2.0.0.0.0.0.f.7.f.f.f.f.${zeros(20)}ip6.arpa`],
  ])('%s → %s', (address, name) => {
    expect(reverseName(address)).toBe(name)
  })

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.-4',
    '1.2..4',
    ' 1.2.3.4',
    '1e1.2.3.4',
    'example.org',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4::5:6:7:8',
    '12345::',
    'g::',
    ':1:2:3:4:5:6:7',
    '1.2.3.4::',
    '::1.2.3.4:5',
  ])('refuses %j', (text) => {
    expect(() => reverseName(text)).toThrow(/not an IPv[46] address/)
  })

  it('is undone by reversing again', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reversedOctets(reversedOctets(address))).toBe(address)
      }),
    )
  })

  it('has 32 digits for every IPv6 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(reverseName(address)).toMatch(/^(?:[0-9a-f]\.){32}ip6\.arpa$/)
      }),
    )
  })
})
