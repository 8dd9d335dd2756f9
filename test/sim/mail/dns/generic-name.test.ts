import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeName } from '../../../../src/sim/mail/dns/generic-name.ts'

const address = '203.0.113.7'
const six = '2001:db8::1:2a'

describe('a name that looks like a customer’s line', () => {
  test.each([
    ['dyn-7.isp.example', 'dyn'],
    ['pool-7.nyc.isp.example', 'pool'],
    ['7.dsl.isp.example', 'dsl'],
    ['dsl7.isp.example', 'dsl'],
    ['host.dynamic.isp.co.uk', 'dynamic'],
    ['PPPoE-Customer.isp.example.', 'pppoe'],
    ['adsl_17.isp.example', 'adsl'],
    ['cust12345.isp.example', 'cust'],
    ['nat.isp.example', 'nat'],
    ['h1.mobile.isp.example', 'mobile'],
  ])('%s has a word', (name, word) => {
    expect(judgeName(name, address)).toEqual({
      generic: true,
      because: `it has "${word}" in its name`,
    })
  })

  test.each([
    ['203-0-113-7.isp.example', 'in figures'],
    ['203.0.113.7.isp.example', 'in figures'],
    ['ip203-0-113-7x.isp.example', 'in figures'],
    ['static_203_0_113_7.isp.example', 'in figures'],
    ['h203-000-113-007.isp.example', 'in figures'],
    ['203000113007.isp.example', 'in figures'],
    ['7.113.0.203.isp.example', 'in figures, backwards'],
    ['c-7-113-0-203.isp.example', 'in figures, backwards'],
    ['cb007107.isp.example', 'in hexadecimal'],
    ['pCB007107.isp.example', 'in hexadecimal'],
    ['h-cb-00-71-07.isp.example', 'in hexadecimal'],
    ['077100cb.isp.example', 'in hexadecimal, backwards'],
  ])('%s is the address', (name, how) => {
    expect(judgeName(name, address)).toEqual({
      generic: true,
      because: `its name is the address ${how}`,
    })
  })

  test.each([
    ['20010db800000000000000000001002a.isp.example', true],
    ['2001-db8-0-0-0-0-1-2a.isp.example', true],
    ['2001-0db8-0000-0000-0000-0000-0001-002a.isp.example', true],
    [`a.2.0.0.1.${'0.'.repeat(19)}8.b.d.0.1.0.0.2.isp.example`, true],
    ['mail1.isp.example', false],
    ['2001-db8-0-0-0-0-1-2b.isp.example', false],
  ])('%s, IPv6: %s', (name, generic) => {
    expect(judgeName(name, six).generic).toBe(generic)
  })
})

describe('a name that somebody chose', () => {
  test.each([
    'mail.dynamo.example',
    'relay.poolside.example',
    'mx1.example.org',
    'mail.mobile.example',
    'mobile.example',
    'mail.customer.co.uk',
    'smtp.natural.example.org',
    'users.example.org',
    'out-203-0-113.example.org',
    'out-203-0-113-70.example.org',
    'mail.1203-0-113-7.example',
    'v1cb0071070.example.org',
    'mail',
    '',
  ])('%j', (name) => {
    expect(judgeName(name, address)).toEqual({ generic: false, because: '' })
  })

  it('never throws, and always says why', () => {
    const any = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())
    fc.assert(
      fc.property(fc.string(), any, (name, address) => {
        const { generic, because } = judgeName(name, address)
        expect(generic).toBe(because !== '')
      }),
    )
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const name = `line-${address.replaceAll('.', '-')}.isp.example`
        expect(judgeName(name, address).generic).toBe(true)
      }),
    )
  })
})
