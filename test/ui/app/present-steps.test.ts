import { expect, it } from 'vitest'
import { chaptersOf, standing } from '../../../src/ui/app/present-steps.ts'
import { paceOf } from '../../../src/ui/playback/pace.ts'

it('a chapter begins after every gap, but not at the very end', () => {
  const breaks = [0, 100, 60_000, 60_100, 9_000_000]
  const busy = [true, false, true, false]
  const pace = paceOf({ breaks, weights: [1, 1, 1, 1], busy }, 0, 60_000)
  expect(chaptersOf(pace)).toEqual([0, 60_000])
})

it.each([
  [false, false, { at: 'question' }],
  [true, false, { at: 'run' }],
  [true, true, { at: 'after', page: 3 }],
] as const)('started %s, finished %s stands at %o', (started, finished, where) => {
  expect(standing(started, finished, 3)).toEqual(where)
})
