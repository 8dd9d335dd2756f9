import { describe, expect, it } from 'vitest'
import { content, weigh } from '../../../src/sim/policy/content/check.ts'
import { PHRASES } from '../../../src/sim/policy/content/phrases.ts'
import { questionAbout } from '../../helpers/question.ts'

describe('what a letter weighs', () => {
  it.each([
    ['a friend’s letter nothing', 'Sunday', 'Shall we go for a walk?', 0, ''],
    ['a phrase what the table says', 'Lottery', 'Read on', 40, 'lottery'],
    ['every phrase in it, and the heaviest is named', 'A cheap LOTTERY', 'Hm', 50, 'lottery'],
    ['shouting', 'HELLO OUT THERE', 'WHERE ARE YOU', 20, 'shouting'],
    ['no shout: a short word', 'URGENT', '', 0, ''],
    ['no shout: less than seven in ten', 'HELLO OUT THERE', 'where are you now', 0, ''],
    ['a link', 'See', 'http://a.example', 10, 'links'],
    [
      'at most three links',
      'See',
      'http://a.example https://b.example http://c.example http://d.example',
      30,
      'links',
    ],
    ['a false alarm: a friend with a free afternoon', 'Free afternoon', 'Tea?', 5, 'free'],
  ])('%s', (_, subject, body, tenths, found) => {
    expect(weigh({ subject, body })).toEqual({ tenths, found })
  })

  it('is the finding’s score and value', () => {
    const letter = { author: 'a@b.example', subject: 'You have won', body: '', octets: 100 }
    expect(content.evaluate(questionAbout({ letter }), null, {})).toMatchObject({
      reason: 'content-suspicious',
      value: 40,
      score: 40,
      about: 'you have won',
      reply: null,
    })
    expect(content.evaluate(questionAbout({}), null, {}).reason).toBe('content-plain')
  })
})

describe('the table of phrases', () => {
  it('is in lower-case letters, each once, and each weighs something', () => {
    const texts = PHRASES.map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
    for (const { text, tenths } of PHRASES) {
      expect(text).toBe(text.toLowerCase())
      expect(tenths).toBeGreaterThan(0)
    }
  })
})
