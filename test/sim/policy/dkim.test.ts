import { describe, expect, it } from 'vitest'
import { dkim } from '../../../src/sim/policy/dkim/check.ts'
import type { DkimFinding } from '../../../src/sim/policy/inquiry.ts'
import { questionAbout } from '../../helpers/question.ts'

const one = (result: DkimFinding['result'], domain: string): DkimFinding => ({
  result,
  domain,
  selector: 's1',
  because: '',
})

const judged = (found: readonly DkimFinding[], mode: string) =>
  dkim.evaluate(questionAbout({ inquiry: { dkim: () => found } }), null, { dkim: mode })

describe('DKIM at a receiver', () => {
  it.each([
    [[], 'none', 0],
    [['pass'], 'pass', -2],
    [['fail'], 'fail', 10],
    [['fail', 'pass'], 'pass', -2],
    [['permerror', 'fail'], 'permerror', 0],
    [['temperror'], 'temperror', 0],
    [['policy'], 'policy', 0],
    [['neutral'], 'neutral', 0],
  ] as const)('of %j is %s and counts %i', (results, result, score) => {
    const found = results.map((each, i) => one(each, `d${i}.example`))
    const about = results.map((each, i) => `${each} d${i}.example s1`).join(', ')
    const common = { reason: `dkim-${result}`, reply: null, folder: 'inbox', about }
    expect(judged(found, 'score')).toMatchObject({ ...common, score, value: results.length })
    expect(judged(found, 'note')).toMatchObject({ ...common, score: 0 })
  })

  it('is looked at only where somebody asks for it', () => {
    expect(['off', 'note', 'score'].map((mode) => dkim.isOn({ dkim: mode }))).toEqual([
      false,
      true,
      true,
    ])
    expect(dkim.isOn({})).toBe(false)
  })
})
