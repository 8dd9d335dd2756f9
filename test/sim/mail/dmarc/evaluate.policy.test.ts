import { describe, expect, it, test } from 'vitest'
import type { DmarcQuestion } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { evaluateDmarc } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { answering, askedFor } from '../dns/answers.ts'
import type { Answers } from '../dns/answers.ts'
import { a, mx, txt } from '../dns/zones.ts'
import { dmarc, message, records, told } from './messages.ts'

describe('the record that holds', () => {
  test.each<[string, Answers, string, string, string]>([
    [
      'own',
      { ...dmarc('a.x.example', 'p=none'), ...dmarc('x.example', 'p=reject') },
      'author',
      'a.x.example',
      'none',
    ],
    ['the organization’s', dmarc('x.example', 'p=reject'), 'organization', 'x.example', 'reject'],
    [
      'the topmost',
      { ...dmarc('b.x.example', 'p=none'), ...dmarc('x.example', 'p=reject') },
      'organization',
      'x.example',
      'reject',
    ],
    [
      'psd=n',
      { ...dmarc('b.x.example', 'p=none; psd=n'), ...dmarc('x.example', 'p=reject') },
      'organization',
      'b.x.example',
      'none',
    ],
    [
      'psd=y alone',
      dmarc('example', 'p=reject; sp=quarantine; psd=y'),
      'public-suffix',
      'example',
      'quarantine',
    ],
    [
      'psd=y above',
      { ...dmarc('example', 'p=reject; psd=y'), ...dmarc('x.example', 'p=none') },
      'organization',
      'x.example',
      'none',
    ],
    ['none', {}, 'nowhere', '', 'none'],
    [
      'two at once',
      {
        '_dmarc.b.x.example': [txt('v=DMARC1; p=none'), txt('v=DMARC1; p=reject')],
        ...dmarc('x.example', 'p=quarantine'),
      },
      'organization',
      'x.example',
      'quarantine',
    ],
  ])('%s', (_, table, source, domain, policy) => {
    const from = domain === 'a.x.example' ? domain : 'a.b.x.example'
    const verdict = evaluateDmarc(message(from), answering(table))
    expect(verdict.evaluation.source).toBe(source)
    expect(verdict).toMatchObject({ recordDomain: domain, policy })
    expect(verdict.result).toBe(source === 'nowhere' ? 'none' : 'fail')
  })

  it('keeps two registrants below one suffix apart (RFC 9989 §B.4.3)', () => {
    const table = {
      ...dmarc('bank.example', 'p=reject; psd=y; rua=mailto:psd@bank.example'),
      ...dmarc('giant.bank.example', 'p=quarantine'),
    }
    const question = message(
      'giant.bank.example',
      'mail.giant.bank.example',
      'mail.mega.bank.example',
    )
    const verdict = evaluateDmarc(question, answering(table))
    expect(told(verdict)).toBe('pass same-organization none')
    expect(verdict.evaluation.organization).toBe('giant.bank.example')
    expect(records(verdict)).toEqual([
      'giant.bank.example',
      'bank.example',
      'mail.giant.bank.example',
    ])
    const suffix = evaluateDmarc(message('bank.example', 'mail.bank.example'), answering(table))
    expect(told(suffix)).toBe('fail none')
  })

  it('without a policy and reports leaves the message alone, and the walk ends there', () => {
    const table = { ...dmarc('a.x.example', 'adkim=s'), ...dmarc('x.example', 'p=reject') }
    const verdict = evaluateDmarc(message('a.x.example', 'a.x.example'), answering(table))
    expect(verdict).toMatchObject({ result: 'none', policy: 'none', recordDomain: 'a.x.example' })
    expect(verdict.evaluation).toMatchObject({ identifiers: [], requested: null })
  })
})

describe('the policy', () => {
  const exists = { 'a.x.example': [a('192.0.2.1')] }
  const hasMail = { 'a.x.example': [mx(10, 'mx.x.example')] }

  test.each<[string, string, Answers, string, string]>([
    ['p=reject; sp=none; np=none', 'x.example', {}, 'p', 'reject'],
    ['p=reject; sp=quarantine', 'a.x.example', {}, 'sp', 'quarantine'],
    ['p=reject', 'a.x.example', {}, 'p', 'reject'],
    ['p=reject; sp=none; np=quarantine', 'a.x.example', {}, 'np', 'quarantine'],
    ['p=reject; sp=none; np=quarantine', 'a.x.example', exists, 'sp', 'none'],
    ['p=reject; sp=none; np=quarantine', 'a.x.example', hasMail, 'sp', 'none'],
    ['p=quarantine; np=reject', 'a.x.example', exists, 'p', 'quarantine'],
    ['p=none; np=reject', `${'a'.repeat(64)}.x.example`, {}, 'np', 'reject'],
    ['p=reject; t=y', 'x.example', {}, 'p', 'quarantine'],
    ['p=quarantine; t=Y', 'x.example', {}, 'p', 'none'],
    ['p=none; t=y', 'x.example', {}, 'p', 'none'],
    ['p=reject; t=n', 'x.example', {}, 'p', 'reject'],
    ['p=reject; sp=quarantine; t=y', 'a.x.example', {}, 'sp', 'none'],
    ['p=reject; pct=0', 'x.example', {}, 'p', 'reject'],
  ])('%s for %s', (tags, from, more, tag, policy) => {
    const table = { ...dmarc('x.example', tags), ...more }
    const failing = evaluateDmarc(message(from), answering(table))
    expect(failing).toMatchObject({ result: 'fail', policy })
    expect(failing.evaluation.requested).toMatchObject({ tag, policy })
    const passing = evaluateDmarc(message(from, from), answering(table))
    expect(passing).toMatchObject({ result: 'pass', policy: 'none' })
    expect(passing.evaluation.requested).toMatchObject({ tag, policy })
  })

  it('asks whether the domain exists only where it matters', () => {
    const of = (tags: string, from: string): string[] =>
      askedFor(evaluateDmarc(message(from), answering(dmarc('x.example', tags))).questions)
    expect(of('p=reject; np=reject', 'a.x.example')).toContain('a.x.example A')
    expect(of('p=reject; sp=reject', 'a.x.example')).not.toContain('a.x.example A')
    expect(of('p=reject; np=reject', 'x.example')).not.toContain('x.example A')
  })
})

describe('a failure of the DNS', () => {
  const own = dmarc('x.example', 'p=reject')

  test.each<[string, Answers, DmarcQuestion, string]>([
    [
      'at the domain in From',
      { '_dmarc.x.example': 'SERVFAIL' },
      message('x.example', 'x.example'),
      'temperror',
    ],
    [
      'above it, without an own record',
      { '_dmarc.x.example': 'TIMEOUT' },
      message('a.x.example'),
      'temperror',
    ],
    [
      'above an own record, identical',
      { ...own, '_dmarc.example': 'SERVFAIL' },
      message('x.example', 'x.example'),
      'pass identical',
    ],
    [
      'above an own record, different',
      { ...own, '_dmarc.example': 'SERVFAIL' },
      message('x.example', 'a.x.example'),
      'temperror unknown',
    ],
    [
      'above an own record, nobody',
      { ...own, '_dmarc.example': 'SERVFAIL' },
      message('x.example'),
      'fail',
    ],
    [
      'at a signer',
      { ...own, '_dmarc.a.x.example': 'TIMEOUT' },
      message('x.example', '', 'a.x.example'),
      'temperror unknown',
    ],
    [
      'at one of two',
      { ...own, '_dmarc.a.x.example': 'TIMEOUT' },
      message('x.example', 'b.x.example', 'a.x.example'),
      'pass same-organization unknown',
    ],
    [
      'in strict mode',
      { ...dmarc('x.example', 'p=reject; adkim=s'), '_dmarc.a.x.example': 'TIMEOUT' },
      message('x.example', '', 'a.x.example'),
      'fail none',
    ],
    [
      'about existence',
      { ...dmarc('x.example', 'p=reject; np=none'), 'a.x.example': 'SERVFAIL' },
      message('a.x.example'),
      'temperror',
    ],
    [
      'about existence, passing',
      { ...dmarc('x.example', 'p=reject; np=none'), 'a.x.example': 'SERVFAIL' },
      message('a.x.example', 'a.x.example'),
      'pass identical',
    ],
  ])('%s', (_, table, question, expected) => {
    const verdict = evaluateDmarc(question, answering(table))
    expect(told(verdict)).toBe(expected)
    expect(verdict.policy).toBe(verdict.result === 'fail' ? 'reject' : 'none')
  })
})
