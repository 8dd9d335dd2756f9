import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkIprev, POINTER_LIMIT } from '../../../../src/sim/mail/dns/iprev.ts'
import { answering, anyAnswer, askedFor } from './answers.ts'
import type { Answers } from './answers.ts'
import { a, aaaa, ptr } from './zones.ts'

const address = '203.0.113.7'
const back = '7.113.0.203.in-addr.arpa'
const mail = 'mail.example'

describe('iprev', () => {
  test.each<[string, Answers, string, string]>([
    ['a name that leads back', { [back]: [ptr(mail)], [mail]: [a(address)] }, 'pass', mail],
    ['any spelling', { [back]: [ptr('MAIL.Example.')], [mail]: [a(address)] }, 'pass', mail],
    [
      'one address of many',
      { [back]: [ptr(mail)], [mail]: [a('192.0.2.1'), a(address)] },
      'pass',
      mail,
    ],
    ['the second name', { [back]: [ptr('x.test'), ptr(mail)], [mail]: [a(address)] }, 'pass', mail],
    ['another address', { [back]: [ptr(mail)], [mail]: [a('192.0.2.1')] }, 'fail', ''],
    ['a name without an address', { [back]: [ptr(mail)], [mail]: [] }, 'fail', ''],
    ['a name that does not exist', { [back]: [ptr(mail)] }, 'fail', ''],
    ['an address of the other kind', { [back]: [ptr(mail)], [mail]: [aaaa('::1')] }, 'fail', ''],
    ['no name', {}, 'permerror', ''],
    ['an empty answer', { [back]: [] }, 'permerror', ''],
    ['the root as a name', { [back]: [ptr('.')] }, 'permerror', ''],
    ['silence', { [back]: 'TIMEOUT' }, 'temperror', ''],
    ['a broken reverse zone', { [back]: 'SERVFAIL' }, 'temperror', ''],
    ['a broken forward zone', { [back]: [ptr(mail)], [mail]: 'SERVFAIL' }, 'temperror', ''],
    [
      'a broken zone beside a wrong name',
      { [back]: [ptr(mail), ptr('y.test')], [mail]: 'TIMEOUT', 'y.test': [a('192.0.2.1')] },
      'temperror',
      '',
    ],
    [
      'a broken zone beside a right name',
      { [back]: [ptr('x.test'), ptr(mail)], 'x.test': 'TIMEOUT', [mail]: [a(address)] },
      'pass',
      mail,
    ],
  ])('with %s', (_, table, result, name) => {
    expect(checkIprev(address, answering(table))).toMatchObject({ result, name })
  })

  it('asks for AAAA where the address is one, however it is spelled', () => {
    const back = `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`
    const table = { [back]: [ptr(mail)], [mail]: [aaaa('2001:DB8:0:0:0:0:0:1')] }
    const verdict = checkIprev('2001:db8::1', answering(table))
    expect(verdict).toMatchObject({ result: 'pass', name: mail, pointers: [mail] })
    expect(askedFor(verdict.questions)).toEqual([`${back} PTR`, `${mail} AAAA`])
  })

  it('looks at the first ten names only, each once', () => {
    const many = Array.from({ length: 30 }, (_, i) => ptr(`h${i}.test`))
    const verdict = checkIprev(address, answering({ [back]: [ptr('h0.test'), ...many] }))
    expect(verdict.pointers).toHaveLength(POINTER_LIMIT)
    expect(verdict.questions).toHaveLength(1 + POINTER_LIMIT)
    expect(new Set(verdict.pointers).size).toBe(POINTER_LIMIT)
  })

  it('asks nothing about what is no address', () => {
    const verdict = checkIprev('mail.example', answering({}))
    expect(verdict).toEqual({ result: 'permerror', name: '', pointers: [], questions: [] })
  })

  it('never throws, and names somebody exactly when it passes', () => {
    const any = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())
    fc.assert(
      fc.property(any, fc.array(anyAnswer, { minLength: 1 }), (address, answers) => {
        let k = 0
        const { result, name } = checkIprev(address, () => answers[k++ % answers.length]!)
        expect(result === 'pass').toBe(name !== '')
      }),
    )
  })
})
