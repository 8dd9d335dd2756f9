import { describe, expect, it } from 'vitest'
import {
  checkOfOption,
  checkTitle,
  decidingOption,
  isCheckOn,
} from '../../../src/sim/policy/lookup.ts'
import { CHECKS } from '../../../src/sim/policy/index.ts'

const decided = (
  check: string,
  reason: string,
  threshold = 0,
  set: Record<string, number | string> = {},
) => decidingOption({ check, reason, threshold }, (path) => set[path] ?? null)

describe('the option by which a check decided', () => {
  it.each([
    [
      'the line itself',
      decided('greylisting', 'triplet-early', 60_000, { 'greylist.delay': 60_000 }),
      'greylist.delay',
    ],
    [
      'a line in whole points',
      decided('score', 'score-junk', 60, { 'score.junk': 6, 'score.refuse': 15 }),
      'score.junk',
    ],
    [
      'the other line',
      decided('score', 'score-refused', 150, { 'score.junk': 6, 'score.refuse': 15 }),
      'score.refuse',
    ],
    [
      'where the line begins, whatever else it has come to by',
      decided('reputation', 'newcomer-too-fast', 11, { 'reputation.half-life': 11 }),
      'reputation.cold-start',
    ],
    ['what the reason names', decided('spf', 'spf-temperror', 10, {}), 'spf.temperror'],
    ['what is done with it', decided('spf', 'spf-fail', 10, {}), 'spf'],
    ['what is done with it', decided('dnsbl', 'listed'), 'dnsbl.action'],
    ['nothing that there is', decided('gone', 'listed'), null],
  ])('is %s', (_, found, path) => {
    expect(found).toBe(path)
  })

  it('is one of its own for every check', () => {
    for (const { id } of CHECKS) expect(checkOfOption(decided(id, 'whatever') ?? '')?.id).toBe(id)
  })
})

describe('the title of a check', () => {
  it('is there for each, with what it follows', () => {
    for (const { id, title, source } of CHECKS)
      expect(checkTitle(id)).toMatchObject({ title, source })
    expect(checkTitle('gone')).toBeNull()
  })
})

it('a check is on under the options that ask it', () => {
  expect(isCheckOn('dnsbl', { dnsblAction: 'score' })).toBe(true)
  expect(isCheckOn('dnsbl', { dnsblAction: 'off' })).toBe(false)
  expect(isCheckOn('gone', {})).toBe(false)
})
