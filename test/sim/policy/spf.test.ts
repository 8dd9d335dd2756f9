import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../src/sim/policy/index.ts'
import type { SpfFinding } from '../../../src/sim/policy/inquiry.ts'
import { spf } from '../../../src/sim/policy/spf/check.ts'
import type { SpfOptions } from '../../../src/sim/policy/spf/options.ts'
import { questionAbout } from '../../helpers/question.ts'

const DEFAULTS: SpfOptions = { spf: 'note', spfTemperror: 'accept', spfPermerror: 'note' }

function judged(
  result: SpfFinding['result'],
  options: Partial<SpfOptions> = {},
  mechanism = 'default',
  said: { readonly forwardPath?: string; readonly reversePath?: string } = {
    forwardPath: 'bob@college.example',
  },
) {
  const found: SpfFinding = { result, domain: 'school.example', mechanism, lookups: 3 }
  const question = questionAbout({ ...said, inquiry: { spf: () => found } })
  const { reply, ...rest } = spf.evaluate(question, null, { ...DEFAULTS, ...options })
  const status = reply === null ? '' : `${reply.spec.code} ${reply.spec.enhanced}`
  return { ...rest, status, about: reply?.about ?? '', on: rest.about }
}

describe('SPF at a receiver', () => {
  it.each([
    ['pass', '', 0],
    ['fail', '', 0],
    ['temperror', '', 0],
    ['permerror', '', 0],
  ] as const)('only writes %s down by itself', (result, status, score) => {
    expect(judged(result)).toMatchObject({ reason: `spf-${result}`, status, score, value: 3 })
  })

  it.each([
    ['none', 'default', 0],
    ['neutral', '?all', 0],
    ['pass', 'ip4:192.0.2.25', -2],
    ['pass', '+all', 40],
    ['pass', 'all', 40],
    ['fail', '-all', 10],
    ['softfail', '~all', 0],
    ['temperror', 'default', 0],
    ['permerror', 'default', 0],
  ] as const)('counts %s by %s as rspamd does', (result, mechanism, score) => {
    expect(judged(result, { spf: 'score' }, mechanism)).toMatchObject({ score, status: '' })
    expect(judged(result, { spf: 'refuse' }, mechanism)).toMatchObject({ score, on: mechanism })
  })

  it.each([
    ['none', ''],
    ['neutral', ''],
    ['pass', ''],
    ['softfail', ''],
    ['fail', '550 5.7.23'],
    ['temperror', ''],
    ['permerror', ''],
  ] as const)('answers %s with %j where it refuses', (result, status) => {
    expect(judged(result, { spf: 'refuse' }).status).toBe(status)
  })

  it('puts off and refuses what cannot be checked where it is told to', () => {
    expect(judged('temperror', { spfTemperror: 'defer' }).status).toBe('451 4.7.24')
    expect(judged('permerror', { spfPermerror: 'refuse' }).status).toBe('550 5.7.24')
    expect(judged('fail', { spfTemperror: 'defer', spfPermerror: 'refuse' }).status).toBe('')
  })

  it('speaks of the recipient, or of the sender where there is none yet', () => {
    const options = { spf: 'refuse' } as const
    expect(judged('fail', options).about).toBe('bob@college.example')
    const early = judged('fail', options, '-all', { reversePath: 'x@bank.example' })
    expect(early).toMatchObject({ status: '550 5.7.23', about: 'x@bank.example' })
  })

  it('is asked before the greylist', () => {
    const ids = CHECKS.map(({ id }) => id)
    expect(ids.indexOf('spf')).toBeLessThan(ids.indexOf('greylisting'))
    expect(spf.isOn({ spf: 'off' })).toBe(false)
    expect(spf.isOn({})).toBe(false)
  })
})
