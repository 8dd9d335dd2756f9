import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALIGNMENT_WALK_LIMIT } from '../../../../src/sim/mail/dmarc/alignment.ts'
import type { DmarcQuestion } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { evaluateDmarc } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { answering, anyAnswer, askedFor } from '../dns/answers.ts'
import { txt } from '../dns/zones.ts'
import { dmarc, message, records, told } from './messages.ts'

describe('alignment', () => {
  test.each<[string, string, DmarcQuestion, string]>([
    [
      'p=reject',
      'identical',
      message('x.example', 'x.example', 'x.example'),
      'pass identical identical',
    ],
    ['p=reject', 'any spelling', message('X.Example', 'x.EXAMPLE.'), 'pass identical'],
    ['p=reject', 'subdomain', message('x.example', '', 'news.x.example'), 'pass same-organization'],
    ['p=reject', 'the organization', message('a.x.example', 'x.example'), 'pass same-organization'],
    ['p=reject', 'a cousin', message('a.x.example', '', 'b.x.example'), 'pass same-organization'],
    [
      'p=reject',
      'one of two',
      message('x.example', 'y.example', 'x.example'),
      'pass none identical',
    ],
    [
      'p=reject',
      'the second one',
      message('x.example', '', 'y.test', 'x.example'),
      'pass none identical',
    ],
    ['p=reject', 'strangers', message('x.example', 'y.example', 'y.test'), 'fail none none'],
    ['p=reject', 'look-alike', message('x.example', '', 'notx.example'), 'fail none'],
    ['p=reject', 'nobody', message('x.example'), 'fail'],
    ['p=reject', 'empty name', message('x.example', '.'), 'fail none'],
    [
      'p=none; adkim=s',
      'strict, identical',
      message('x.example', '', 'x.example'),
      'pass identical',
    ],
    ['p=none; adkim=s', 'strict, subdomain', message('x.example', '', 'a.x.example'), 'fail none'],
    [
      'p=none; adkim=s',
      'strict for DKIM only',
      message('x.example', 'a.x.example'),
      'pass same-organization',
    ],
    ['p=none; aspf=s', 'strict for SPF only', message('x.example', 'a.x.example'), 'fail none'],
  ])('%s, %s', (tags, _, question, expected) => {
    expect(told(evaluateDmarc(question, answering(dmarc('x.example', tags))))).toBe(expected)
  })

  it('counts only what has passed', () => {
    for (const result of [
      'fail',
      'softfail',
      'neutral',
      'none',
      'temperror',
      'permerror',
      'Pass',
    ]) {
      const one = { result, domain: 'x.example' }
      const question = { fromDomains: ['x.example'], spf: one, dkim: [one] }
      const verdict = evaluateDmarc(question, answering(dmarc('x.example', 'p=reject')))
      expect(told(verdict)).toBe('fail not-authenticated not-authenticated')
      expect(verdict).toMatchObject({ spfAligned: false, dkimAligned: false, policy: 'reject' })
    }
  })

  it('says which mechanism it was', () => {
    const question = message('x.example', 'a.x.example', 'y.test')
    const verdict = evaluateDmarc(question, answering(dmarc('x.example', 'p=reject')))
    expect(verdict).toMatchObject({ spfAligned: true, dkimAligned: false, policy: 'none' })
    const [spf] = verdict.evaluation.identifiers
    expect(spf).toMatchObject({ mechanism: 'spf', aligned: true, organization: 'x.example' })
  })
})

describe('questions', () => {
  const table = { ...dmarc('x.example', 'p=reject'), ...dmarc('signing.x.example', 'p=reject') }

  test.each<[string, DmarcQuestion, string[]]>([
    ['one where all are equal', message('x.example', 'x.example', 'x.example'), ['x.example']],
    ['one where nobody vouches', message('x.example'), ['x.example']],
    ['one beside a stranger', message('x.example', 'y.test', 'z.test'), ['x.example']],
    [
      'a walk each where they differ (RFC 9989 §B.4.1)',
      message('x.example', 'x.example', 'signing.x.example'),
      ['x.example', 'example', 'signing.x.example'],
    ],
    [
      'no walk outside the organization',
      message('x.example', 'y.example', 'a.y.example'),
      ['x.example', 'example'],
    ],
  ])('%s', (_, question, domains) => {
    expect(records(evaluateDmarc(question, answering(table)))).toEqual(domains)
  })

  it('are nine for a deep name with two helpers (RFC 9989 §B.4.2)', () => {
    const from = 'a.b.c.d.e.f.g.h.i.j.k.x.example'
    const verdict = evaluateDmarc(message(from, 'x.example', 'signing.x.example'), answering(table))
    expect(told(verdict)).toBe('pass same-organization same-organization')
    expect(verdict).toMatchObject({ recordDomain: 'x.example', authorDomain: from })
    const above = 'g.h.i.j.k.x.example h.i.j.k.x.example i.j.k.x.example j.k.x.example k.x.example'
    const top = ['x.example', 'example', 'signing.x.example']
    expect(records(verdict)).toEqual([from, ...above.split(' '), ...top])
  })

  it('have an end, however many signatures there are; SPF comes first', () => {
    const signed = Array.from({ length: 50 }, (_, i) => `s${i}.other.x.example`)
    const strange = { ...dmarc('x.example', 'p=reject'), ...dmarc('other.x.example', 'psd=n') }
    const question = message('x.example', 'a.x.example', ...signed)
    const verdict = evaluateDmarc(question, answering(strange))
    expect(verdict.result).toBe('pass')
    expect(verdict.evaluation.identifiers).toHaveLength(51)
    // the walk of the author, one name for each that may walk, and `other` once for all of them
    expect(verdict.questions).toHaveLength(2 + ALIGNMENT_WALK_LIMIT + 1)
  })

  it('are none without a domain that could publish something', () => {
    const resolve = answering(table)
    for (const [from, result] of [
      ['', 'permerror'],
      ['x.example y.example', 'permerror'],
      ['[192.0.2.1]', 'none'],
    ] as const) {
      const verdict = evaluateDmarc(message(from, 'x.example'), resolve)
      expect(verdict).toMatchObject({ result, policy: 'none', record: null, questions: [] })
    }
    expect(evaluateDmarc(message('x.example X.example.', 'x.example'), resolve).result).toBe('pass')
  })
})

describe('any message and any answers', () => {
  const label = fc.constantFrom('a', 'b', 'mail', 'x', 'example', 'A', '', '[', 'b'.repeat(64))
  const domain = fc.oneof(
    fc.array(label, { maxLength: 12 }).map((labels) => labels.join('.')),
    fc.string(),
  )
  const one = fc.record({ result: fc.constantFrom('pass', 'fail', ''), domain })
  const question = fc.record({
    fromDomains: fc.array(domain, { maxLength: 2 }),
    spf: fc.option(one),
    dkim: fc.array(one, { maxLength: 4 }),
  })
  const tags = fc.array(
    fc.constantFrom(
      'p=reject',
      'p=none',
      'sp=none',
      'np=reject',
      'psd=y',
      'psd=n',
      'psd=u',
      't=y',
      'adkim=s',
      'rua=mailto:x@y.test',
    ),
  )
  const answer = fc.oneof(
    anyAnswer,
    tags.map((each) => ({
      rcode: 'NOERROR' as const,
      records: [txt(['v=DMARC1', ...each].join(';'))],
    })),
  )

  it('give a verdict that agrees with itself, from few questions', () => {
    fc.assert(
      fc.property(question, fc.array(answer, { minLength: 1 }), (question, answers) => {
        let k = 0
        const verdict = evaluateDmarc(question, () => answers[k++ % answers.length]!)
        const { result, spfAligned, dkimAligned, policy, record } = verdict
        expect(result === 'pass').toBe(spfAligned || dkimAligned)
        expect(policy === 'none' || result === 'fail').toBe(true)
        expect(record !== null || result !== 'pass').toBe(true)
        const asked = askedFor(verdict.questions)
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.length).toBeLessThanOrEqual(8 * (2 + question.dkim.length) + 1)
        expect(asked.every((name) => name.startsWith('_dmarc.') || name.endsWith(' A'))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
