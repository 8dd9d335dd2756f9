import { describe, expect, it } from 'vitest'
import { greylistingByScore } from '../../../src/sim/policy/greylisting/by-score.ts'
import { greylisting } from '../../../src/sim/policy/greylisting/check.ts'
import type { Question } from '../../../src/sim/policy/check.ts'
import { questionAbout } from '../../helpers/question.ts'
import { days, seconds } from '../../../src/sim/units.ts'

const OPTIONS = {
  greylistOn: true,
  greylistWhen: 'score',
  greylistScore: 4,
  greylistDelayMs: seconds(300),
}
const LETTER = { author: 'a@b.example', subject: 'Hello', body: 'There', octets: 500 }
const SUSPECT: Partial<Omit<Question, 'inquiry'>> = {
  clientAddress: '192.0.34.7',
  reversePath: 'a@b.example',
  recipients: ['c@d.example'],
  letter: LETTER,
  score: 40,
}
type Contact = readonly [now: number, but?: Partial<Omit<Question, 'inquiry'>>]

function reasons(contacts: readonly Contact[]): string[] {
  const state = greylistingByScore.create()
  return contacts.map(([now, but = {}]) => {
    const q = questionAbout({ ...SUSPECT, ...but, now })
    return greylistingByScore.evaluate(q, state, OPTIONS).reason
  })
}

const OTHER_TEXT = { letter: { ...LETTER, body: 'Something else' } }

describe('greylisting by score', () => {
  it.each<[string, readonly Contact[], readonly string[]]>([
    ['who is not suspicious does not wait', [[0, { score: 39 }]], ['score-unsuspicious']],
    [
      'who is comes back after five minutes',
      [[0], [299_999], [300_000]],
      ['suspect-new', 'suspect-early', 'suspect-passed'],
    ],
    [
      'from anywhere in the same /19',
      [[0], [300_000, { clientAddress: '192.0.63.255', ...OTHER_TEXT }]],
      ['suspect-new', 'suspect-passed'],
    ],
    [
      'but not from the next one with another text',
      [[0], [300_000, { clientAddress: '192.0.64.0', ...OTHER_TEXT }]],
      ['suspect-new', 'suspect-new'],
    ],
    [
      'the same text lets it in from anywhere',
      [[0], [300_000, { clientAddress: '203.0.113.9', reversePath: 'x@y.example' }]],
      ['suspect-new', 'suspect-passed'],
    ],
    [
      'other recipients are another letter',
      [[0], [300_000, { recipients: ['e@d.example'] }]],
      ['suspect-new', 'suspect-new'],
    ],
    [
      'after a day all is forgotten',
      [[0], [days(1)], [days(1) + 1]],
      ['suspect-new', 'suspect-passed', 'suspect-new'],
    ],
  ])('%s', (_, contacts, expected) => {
    expect(reasons(contacts)).toEqual(expected)
  })

  it('says what rspamd says', () => {
    const q = questionAbout(SUSPECT)
    const { reply } = greylistingByScore.evaluate(q, greylistingByScore.create(), OPTIONS)
    expect(reply!.spec).toMatchObject({ code: 451, enhanced: '4.7.1', text: 'Try again later' })
  })

  it.each([
    [{ greylistOn: false, greylistWhen: 'score' }, false, false],
    [{ greylistOn: true, greylistWhen: 'score' }, false, true],
    [{ greylistOn: true, greylistWhen: 'stranger' }, true, false],
    [{ greylistOn: true }, true, false],
  ])('%j: one of the two ways', (options, strangers, suspects) => {
    expect([greylisting.isOn(options), greylistingByScore.isOn(options)]).toEqual([
      strangers,
      suspects,
    ])
  })
})
