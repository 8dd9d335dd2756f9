import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  checkDnsbl,
  dnsblName,
  readListing,
  testDnsbl,
} from '../../../../src/sim/mail/dns/dnsbl.ts'
import { answering, anyAnswer, askedFor } from './answers.ts'
import { a, txt } from './zones.ts'

const zone = 'bl.example'

describe('the name to ask a block list for', () => {
  test.each([
    ['192.0.2.99', 'bad.example.com', '99.2.0.192.bad.example.com'],
    ['192.0.2.99', 'BAD.Example.com.', '99.2.0.192.bad.example.com'],
    ['2001:db8::1', 'v6.example', `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.v6.example`],
  ])('%s in %s', (address, list, name) => {
    expect(dnsblName(address, list)).toBe(name)
  })

  it('needs an address', () => {
    expect(() => dnsblName('mail.example.org', zone)).toThrow(/not an IPv4 address/)
  })
})

describe('an answer of a block list', () => {
  test.each([
    ['127.0.0.2', 'listed'],
    ['127.0.0.10', 'listed'],
    ['127.1.2.3', 'listed'],
    ['127.0.1.1', 'listed'],
    ['127.0.0.1', 'nonsense'],
    ['127.255.255.252', 'refused'],
    ['127.255.255.254', 'refused'],
    ['127.255.255.255', 'refused'],
    ['203.0.113.80', 'nonsense'],
    ['0.0.0.0', 'nonsense'],
    ['not an address', 'nonsense'],
  ])('%s: %s', (code, meaning) => {
    const { listed, codes, failed } = readListing({ rcode: 'NOERROR', records: [a(code)] })
    expect(listed).toBe(meaning === 'listed')
    expect(codes).toEqual(listed ? [code] : [])
    expect(failed).toBe(listed ? null : meaning)
  })

  test.each([
    ['NXDOMAIN', null],
    ['NOERROR', null],
    ['SERVFAIL', 'dns'],
    ['TIMEOUT', 'dns'],
  ] as const)('%s without records lists nobody', (rcode, failed) => {
    expect(readListing({ rcode, records: [] })).toEqual({ listed: false, codes: [], failed })
  })

  it('with several codes gives those that mean a listing', () => {
    const records = ['127.0.0.2', '203.0.113.80', '127.0.0.11', '127.255.255.254'].map(a)
    const codes = ['127.0.0.2', '127.0.0.11']
    expect(readListing({ rcode: 'NOERROR', records })).toEqual({
      listed: true,
      codes,
      failed: null,
    })
    const bad = ['127.255.255.254', '203.0.113.80'].map(a)
    expect(readListing({ rcode: 'NOERROR', records: bad }).failed).toBe('refused')
  })
})

describe('a look into a block list', () => {
  const name = `7.113.0.203.${zone}`

  it('asks for the reason of a listing only', () => {
    const reason = 'Spam source, see https://bl.example/?203.0.113.7'
    const listing = answering({ [name]: [a('127.0.0.4'), txt(reason)] })
    const verdict = checkDnsbl({ address: '203.0.113.7', zone }, listing)
    expect(verdict).toMatchObject({ listed: true, codes: ['127.0.0.4'], reason, failed: null })
    expect(askedFor(verdict.questions)).toEqual([`${name} A`, `${name} TXT`])
    const free = checkDnsbl({ address: '203.0.113.7', zone }, answering({}))
    expect(free).toMatchObject({ listed: false, reason: '', failed: null })
    expect(askedFor(free.questions)).toEqual([`${name} A`])
  })

  it('takes a listing without a reason, and reasons in one printable line', () => {
    const silent = answering({ [`${name} A`]: [a('127.0.0.2')], [`${name} TXT`]: 'TIMEOUT' })
    expect(checkDnsbl({ address: '203.0.113.7', zone }, silent).reason).toBe('')
    const rude = answering({ [name]: [a('127.0.0.2'), txt('go', ' away\r\n250 ok\u001b[2J')] })
    expect(checkDnsbl({ address: '203.0.113.7', zone }, rude).reason).toBe('go away 250 ok [2J')
  })

  it('fails open', () => {
    const dead = answering({ [name]: 'SERVFAIL' })
    const verdict = checkDnsbl({ address: '203.0.113.7', zone }, dead)
    expect(verdict).toMatchObject({ listed: false, failed: 'dns' })
    const none = checkDnsbl({ address: 'mail.example.org', zone }, dead)
    expect(none).toMatchObject({ listed: false, failed: 'no-address', questions: [] })
  })
})

describe('the test entries of a block list', () => {
  const yes = `2.0.0.127.${zone}`
  const no = `1.0.0.127.${zone}`
  test.each([
    ['works', { [yes]: [a('127.0.0.2')] }, [true, true, false]],
    ['is empty', {}, [false, false, false]],
    ['lists everything', { [yes]: [a('127.0.0.2')], [no]: [a('127.0.0.2')] }, [false, true, true]],
    ['was sold', { [yes]: [a('203.0.113.80')], [no]: [a('203.0.113.80')] }, [false, false, false]],
    ['is half dead', { [yes]: [a('127.0.0.2')], [no]: 'TIMEOUT' as const }, [false, true, false]],
  ])('of one that %s', (_, table, [alive, listsTestAddress, listsEverything]) => {
    const test = testDnsbl(zone, answering(table))
    expect(test).toMatchObject({ alive, listsTestAddress, listsEverything })
    expect(askedFor(test.questions)).toEqual([`${yes} A`, `${no} A`])
  })
})

it('never throws, and a listing always has a code in 127.0.0.0/8', () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())
  fc.assert(
    fc.property(address, fc.string(), anyAnswer, (address, zone, answer) => {
      const { listed, codes } = checkDnsbl({ address, zone }, () => answer)
      expect(listed).toBe(codes.length > 0)
      expect(codes.every((code) => code.startsWith('127.'))).toBe(true)
      testDnsbl(zone, () => answer)
    }),
  )
})
