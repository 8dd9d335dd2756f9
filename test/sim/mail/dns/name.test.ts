import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonicalName, isWithin } from '../../../../src/sim/mail/dns/name.ts'

describe('the form in which names are compared', () => {
  test.each([
    ['example.org', 'example.org'],
    ['Example.ORG', 'example.org'],
    ['example.org.', 'example.org'],
    ['MAIL.Example.Org.', 'mail.example.org'],
    ['.', ''],
    ['', ''],
    ['_dmarc.example.org', '_dmarc.example.org'],
    ['[@`{zZ', '[@`{zz'],
    // Only ASCII letters have two cases in the DNS; the Kelvin sign is no k.
    ['\u212Aelvin.org', '\u212Aelvin.org'],
  ])('%j becomes %j', (name, canonical) => {
    expect(canonicalName(name)).toBe(canonical)
  })

  it('does not change what it made', () => {
    fc.assert(
      fc.property(fc.domain(), (name) => {
        expect(canonicalName(canonicalName(name))).toBe(canonicalName(name))
        expect(canonicalName(`${name.toUpperCase()}.`)).toBe(canonicalName(name))
      }),
    )
  })
})

describe('what lies below a name', () => {
  test.each([
    ['example.org', 'example.org', true],
    ['mail.example.org', 'example.org', true],
    ['badexample.org', 'example.org', false],
    ['org', 'example.org', false],
    ['example.org', '', true],
    ['', '', true],
    ['', 'org', false],
  ])('%j within %j: %j', (name, ancestor, within) => {
    expect(isWithin(name, ancestor)).toBe(within)
  })
})
