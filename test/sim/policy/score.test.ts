import { describe, expect, it } from 'vitest'
import { R } from '../../../src/sim/mail/reply-catalogue.ts'
import { score } from '../../../src/sim/policy/score/check.ts'
import { questionAbout } from '../../helpers/question.ts'

const RSPAMD = { scoreOn: true, scoreJunk: 6, scoreRefuse: 15 }

describe('the sum of all points', () => {
  it.each([
    [-7, 'score-accepted', 'inbox'],
    [0, 'score-accepted', 'inbox'],
    [59, 'score-accepted', 'inbox'],
    [60, 'score-junk', 'junk'],
    [149, 'score-junk', 'junk'],
    [150, 'score-refused', 'inbox'],
    [1000, 'score-refused', 'inbox'],
  ])('%i tenths: %s', (tenths, reason, folder) => {
    const found = score.evaluate(questionAbout({ score: tenths }), null, RSPAMD)
    expect([found.reason, found.folder]).toEqual([reason, folder])
    expect(found.reply?.spec).toBe(reason === 'score-refused' ? R.contentSpam : undefined)
    expect(found.value).toBe(Math.max(0, tenths))
  })

  it.each([
    ['no folder', { scoreJunk: 0 }, 100, 'score-accepted'],
    ['no refusal', { scoreRefuse: 0 }, 1000, 'score-junk'],
    ['neither', { scoreJunk: 0, scoreRefuse: 0 }, 1000, 'score-accepted'],
  ])('a threshold of 0 means never: %s', (_, options, tenths, reason) => {
    const q = questionAbout({ score: tenths })
    expect(score.evaluate(q, null, { ...RSPAMD, ...options }).reason).toBe(reason)
  })
})
