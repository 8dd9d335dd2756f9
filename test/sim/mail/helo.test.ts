import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeHelo } from '../../../src/sim/mail/helo.ts'

const label63 = 'a'.repeat(63)

describe('a name in HELO', () => {
  test.each([
    ['mail.example.org', 'valid'],
    ['mail.example.org.', 'valid'],
    ['MAIL.Example.ORG', 'valid'],
    ['under_score.example.org', 'valid'],
    ['1.2.3.4.isp.example', 'valid'],
    ['xn--bcher-kva.example', 'valid'],
    [`${label63}.example`, 'valid'],
    ['[192.0.2.1]', 'address-literal'],
    ['[IPv6:2001:db8::1]', 'address-literal'],
    ['[ipv6:2001:db8::1]', 'address-literal'],
    ['localhost', 'not-fqdn'],
    ['localhost.', 'not-fqdn'],
    ['DESKTOP-4R7', 'not-fqdn'],
    ['192.0.2.1', 'not-fqdn'],
    ['2001:db8::1', 'not-fqdn'],
    ['bad_helo!', 'invalid-name'],
    ['', 'invalid-name'],
    ['.', 'invalid-name'],
    ['mail..example.org', 'invalid-name'],
    ['.example.org', 'invalid-name'],
    ['mail.example.org..', 'invalid-name'],
    ['-mail.example.org', 'invalid-name'],
    ['mail-.example.org', 'invalid-name'],
    ['mail.example.org-', 'invalid-name'],
    ['mail example.org', 'invalid-name'],
    ['b\u00fccher.example', 'invalid-name'],
    ['12345', 'invalid-name'],
    ['1.2.3', 'invalid-name'],
    ['300.1.2.3', 'invalid-name'],
    [`a${label63}.example`, 'invalid-name'],
    [`${`${label63}.`.repeat(4)}example`, 'invalid-name'],
    ['[]', 'invalid-name'],
    ['[192.0.2.1', 'invalid-name'],
    ['[300.0.2.1]', 'invalid-name'],
    ['[2001:db8::1]', 'invalid-name'],
    ['[IPv6:192.0.2.1]', 'invalid-name'],
    ['[mail.example.org]', 'invalid-name'],
  ])('%j is %s', (name, judgement) => {
    expect(judgeHelo(name)).toBe(judgement)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (name) => {
        expect(judgeHelo(name)).toMatch(/^(?:valid|address-literal|not-fqdn|invalid-name)$/)
      }),
    )
    fc.assert(
      fc.property(fc.domain(), (name) => {
        expect(judgeHelo(name)).toBe('valid')
      }),
    )
  })
})
