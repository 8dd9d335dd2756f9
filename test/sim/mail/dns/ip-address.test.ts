import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addressOctets, isIpAddress, sameAddress } from '../../../../src/sim/mail/dns/ip-address.ts'

describe('an address as text', () => {
  test.each([
    ['192.0.2.1', [192, 0, 2, 1]],
    ['::', Array.from({ length: 16 }, () => 0)],
    ['2001:db8::1', [0x20, 0x01, 0x0d, 0xb8, ...Array.from({ length: 11 }, () => 0), 1]],
    ['::ffff:1.2.3.4', [...Array.from({ length: 10 }, () => 0), 255, 255, 1, 2, 3, 4]],
    ['1.2.3', null],
    ['01.2.3.4', null],
    ['1:2:3:4:5:6:7:8:9', null],
    ['1:2:3:4::5:6:7:8', null],
    ['fe80::1%eth0', null],
    ['', null],
  ])('%j → %j', (text, octets) => {
    expect(addressOctets(text)).toEqual(octets)
    expect(isIpAddress(text)).toBe(octets !== null)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['2001:db8::1', '2001:DB8:0:0::1', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['::1', '0.0.0.1', false],
    ['::ffff:192.0.2.1', '192.0.2.1', false],
    ['nonsense', 'nonsense', false],
    ['192.0.2.1', 'nonsense', false],
  ])('%s and %s: the same %s', (a, b, same) => {
    expect(sameAddress(a, b)).toBe(same)
    expect(sameAddress(b, a)).toBe(same)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(() => sameAddress(a, b)).not.toThrow()
      }),
    )
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(addressOctets(address)).toHaveLength(16)
      }),
    )
  })
})
