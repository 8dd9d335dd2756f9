import { describe, expect, it } from 'vitest'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import {
  judge,
  RECIPIENTS_MAX,
  SUBJECT_MAX,
  suggestions,
} from '../../../src/ui/acts/own-message.ts'

const good = { from: 'alice@school.example', to: 'bob@college.example', subject: 'Hello' }
const complaint = (change: Partial<typeof good>): unknown =>
  judge({ ...good, ...change }).complaints

describe("a message of one's own", () => {
  it('is taken with spaces around it and with several recipients', () => {
    const to = ' bob@college.example , x@nowhere.example,'
    expect(judge({ ...good, to, subject: ' Hello ' }).message).toEqual({
      from: good.from,
      to: ['bob@college.example', 'x@nowhere.example'],
      subject: 'Hello',
    })
  })

  it.each([
    [{ from: '' }, 'from', /Say who writes/],
    [{ from: 'alice' }, 'from', /no mail address/],
    [{ to: '' }, 'to', /Say who gets it/],
    [{ to: 'bob@college.example, <b@x>' }, 'to', /“<b@x>” is no mail address/],
    [{ to: 'b@x.example,b@x.example' }, 'to', /twice/],
    [
      { to: Array.from({ length: RECIPIENTS_MAX + 1 }, (_, i) => `a${i}@x.example`).join() },
      'to',
      /At most/,
    ],
    [{ to: `${'a'.repeat(300)}@x.example` }, 'to', /no mail address/],
    [{ subject: '  ' }, 'subject', /Give it a subject/],
    [{ subject: 'x'.repeat(SUBJECT_MAX + 1) }, 'subject', /at most/],
    [{ subject: 'a\r\nBcc: x' }, 'subject', /control character/],
  ])('is refused with a sentence: %j', (change, field, words) => {
    expect(complaint(change)).toEqual({ [field]: expect.stringMatching(words) })
  })

  it('suggests those who exist, and one who does not', () => {
    expect(suggestions(theLidCloses)).toEqual([
      'alice@school.example',
      'carol@school.example',
      'bob@college.example',
      'dana@college.example',
      'nobody@college.example',
    ])
  })
})
