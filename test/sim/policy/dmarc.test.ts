import { describe, expect, it } from 'vitest'
import { dmarc } from '../../../src/sim/policy/dmarc/check.ts'
import type { DmarcOptions } from '../../../src/sim/policy/dmarc/options.ts'
import type { DmarcFinding, Inquiry } from '../../../src/sim/policy/inquiry.ts'
import { questionAbout } from '../../helpers/question.ts'

const FOUND: DmarcFinding = {
  result: 'fail',
  domain: 'school.example',
  policy: 'none',
  spfAligned: false,
  dkimAligned: false,
}

function judged(
  found: Partial<DmarcFinding>,
  options: Partial<DmarcOptions>,
  inquiry: Partial<Inquiry> = {},
) {
  const question = questionAbout({ inquiry: { dmarc: () => ({ ...FOUND, ...found }), ...inquiry } })
  const all = { dmarc: 'apply', dmarcTemperror: 'accept', ...options }
  const { reply, ...rest } = dmarc.evaluate(question, null, all)
  return { ...rest, status: reply === null ? '' : `${reply.spec.code} ${reply.spec.enhanced}` }
}

describe('DMARC at a receiver', () => {
  it.each([
    ['none', 'dmarc-fail', '', 'inbox', 1],
    ['quarantine', 'dmarc-quarantine', '', 'junk', 15],
    ['reject', 'dmarc-reject', '550 5.7.1', 'inbox', 20],
  ] as const)('that asks for %s: %s', (policy, reason, status, folder, score) => {
    const about = `school.example p=${policy}`
    expect(judged({ policy }, {})).toMatchObject({ reason, status, folder, score, about })
    const plain = { reason: 'dmarc-fail', status: '', folder: 'inbox', about }
    expect(judged({ policy }, { dmarc: 'note' })).toMatchObject({ ...plain, score: 0 })
    expect(judged({ policy }, { dmarc: 'score' })).toMatchObject({ ...plain, score })
  })

  it.each([
    [{ spfAligned: true }, 'spf'],
    [{ dkimAligned: true }, 'dkim'],
    [{ spfAligned: true, dkimAligned: true }, 'spf+dkim'],
  ] as const)('passes by %j', (by, words) => {
    const found = judged({ result: 'pass', ...by }, {})
    expect(found).toMatchObject({ reason: 'dmarc-pass', score: -5, status: '' })
    expect(found.about).toBe(`school.example ${words}`)
  })

  it.each(['none', 'temperror', 'permerror'] as const)('does nothing about %s', (result) => {
    const found = judged({ result, policy: 'reject' }, {})
    expect(found).toMatchObject({ reason: `dmarc-${result}`, status: '', score: 0 })
  })

  it('puts off what cannot be evaluated where it is told to', () => {
    const defer = { dmarcTemperror: 'defer' } as const
    expect(judged({ result: 'temperror' }, defer).status).toBe('451 4.7.0')
    expect(judged({ result: 'permerror' }, defer).status).toBe('')
  })

  it('says that several methods have failed (RFC 7372 §3.4)', () => {
    const fails = { result: 'fail', domain: 'x.example' } as const
    const spf = () => ({ ...fails, mechanism: '-all', lookups: 0 })
    const dkim = () => [{ ...fails, selector: 's1', because: 'changed' }]
    const status = (inquiry: Partial<Inquiry>): string =>
      judged({ policy: 'reject' }, {}, inquiry).status
    expect(status({ spf, dkim })).toBe('550 5.7.26')
    expect(status({ spf })).toBe('550 5.7.1')
    expect(status({ dkim })).toBe('550 5.7.1')
  })
})
