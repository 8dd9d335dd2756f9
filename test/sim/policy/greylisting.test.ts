import { describe, expect, it } from 'vitest'
import {
  greylisting,
  tripletKey,
  type GreylistOptions,
} from '../../../src/sim/policy/greylisting/check.ts'
import { questionAbout } from '../../helpers/question.ts'
import { days, hours, minutes, seconds } from '../../../src/sim/units.ts'

const POSTGREY = {
  greylistOn: true,
  greylistDelayMs: seconds(300),
  greylistRetryWindowMs: days(2),
  greylistMaxAgeMs: days(35),
  greylistAutoWhitelist: 5,
  greylistKey: 'network',
} satisfies GreylistOptions
const ask = questionAbout({
  clientAddress: '203.0.113.7',
  reversePath: 'a@b.example',
  forwardPath: 'c@d.example',
})

/** What the check answers to contacts at these instants. */
function answers(contacts: readonly number[], options: Partial<GreylistOptions> = {}): string[] {
  const state = greylisting.create()
  const all = { ...POSTGREY, ...options }
  return contacts.map((now) => greylisting.evaluate({ ...ask, now }, state, all).reason)
}

describe('greylisting', () => {
  it.each([
    ['a stranger waits', [0], ['triplet-new']],
    ['one millisecond early is early', [0, 299_999], ['triplet-new', 'triplet-early']],
    ['on time is on time', [0, 300_000], ['triplet-new', 'triplet-passed']],
    [
      'an early retry does not start the wait anew',
      [0, 100_000, 299_000, 300_000],
      ['triplet-new', 'triplet-early', 'triplet-early', 'triplet-passed'],
    ],
    [
      'who has passed is known',
      [0, 400_000, 400_001],
      ['triplet-new', 'triplet-passed', 'triplet-known'],
    ],
    ['too late counts as new', [0, days(2) + 1], ['triplet-new', 'triplet-expired']],
    [
      'and its wait begins there',
      [0, days(2) + 1, days(2) + 300_001],
      ['triplet-new', 'triplet-expired', 'triplet-passed'],
    ],
    [
      'who is not seen for long is forgotten',
      [0, 300_000, days(36)],
      ['triplet-new', 'triplet-passed', 'triplet-new'],
    ],
    [
      'but not a millisecond too soon',
      [0, 300_000, 300_000 + days(35)],
      ['triplet-new', 'triplet-passed', 'triplet-known'],
    ],
  ])('%s', (_, contacts, expected) => {
    expect(answers(contacts)).toEqual(expected)
  })

  it.each([1, 60, 299, 600, 3600])('with a delay of %i s lets pass exactly then', (delay) => {
    const greylistDelayMs = seconds(delay)
    const [first, early, due] = answers([0, greylistDelayMs - 1, greylistDelayMs], {
      greylistDelayMs,
    })
    expect([first, early, due]).toEqual(['triplet-new', 'triplet-early', 'triplet-passed'])
  })

  it('with no delay lets everybody pass', () => {
    expect(answers([0], { greylistDelayMs: 0 })).toEqual(['triplet-passed'])
  })

  it('trusts a client after five passes, at most one of which counts in an hour', () => {
    const state = greylisting.create()
    const reasons: string[] = []
    for (let i = 0; i < 8; i++) {
      const to = { ...ask, forwardPath: `user${i}@d.example` }
      const at = i * hours(1)
      greylisting.evaluate({ ...to, now: at }, state, POSTGREY)
      reasons.push(greylisting.evaluate({ ...to, now: at + minutes(5) }, state, POSTGREY).reason)
    }
    expect(reasons.slice(0, 5).every((one) => one === 'triplet-passed')).toBe(true)
    expect(reasons.slice(5).every((one) => one === 'client-auto-whitelisted')).toBe(true)
  })

  it('does not trust a client for what comes after its wait, however often', () => {
    // postgrey counts only where a wait is over, and not what a known triplet sends afterwards.
    const state = greylisting.create()
    for (let i = 0; i <= 12; i++)
      greylisting.evaluate({ ...ask, now: i * hours(2) }, state, POSTGREY)
    const stranger = { ...ask, forwardPath: 'other@d.example', now: hours(30) }
    expect(greylisting.evaluate(stranger, state, POSTGREY).reason).toBe('triplet-new')
    expect([...state.clients.values()].map(({ passes }) => passes)).toEqual([1])
  })

  it('does not trust a client for many passes within one hour', () => {
    const state = greylisting.create()
    for (let i = 0; i < 8; i++) {
      const to = { ...ask, forwardPath: `user${i}@d.example` }
      greylisting.evaluate({ ...to, now: seconds(i) }, state, POSTGREY)
      const again = greylisting.evaluate({ ...to, now: seconds(300 + i) }, state, POSTGREY)
      expect(again.reason).toBe('triplet-passed')
    }
  })
})

describe('the triplet', () => {
  const key = (change: Partial<typeof ask>, by = 'network'): string =>
    tripletKey({ ...ask, ...change, now: 0 }, by)

  it.each([
    ['a neighbour in the same /24', { clientAddress: '203.0.113.99' }, true],
    ['another /24', { clientAddress: '203.0.114.7' }, false],
    ['another sender', { reversePath: 'x@b.example' }, false],
    ['another recipient', { forwardPath: 'x@d.example' }, false],
    ['capital letters', { reversePath: 'A@B.example', forwardPath: 'C@D.Example' }, true],
    ['a detail behind a plus', { reversePath: 'a+list@b.example' }, true],
    ['a BATV tag', { reversePath: 'prvs=0123456789=a@b.example' }, true],
  ])('%s', (_, change, same) => {
    expect(key(change) === key({})).toBe(same)
  })

  it('takes numbers that stand alone for one another (VERP)', () => {
    expect(key({ reversePath: 'news-17-bob@b.example' })).toBe(
      key({ reversePath: 'news-4-bob@b.example' }),
    )
  })

  it('by exact address knows no neighbours', () => {
    expect(key({ clientAddress: '203.0.113.99' }, 'address')).not.toBe(key({}, 'address'))
  })

  it('of the null sender is a triplet too', () => {
    expect(key({ reversePath: '' })).toBe('203.0.113//c@d.example')
  })
})
