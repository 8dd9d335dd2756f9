import { expect, it } from 'vitest'
import type { SweepPoint } from '../../../../src/lab/sweep.ts'
import { cellsOf, optionName, ownRun, told } from '../../../../src/ui/views/sweep/words.ts'

const point: SweepPoint = {
  value: 600_000,
  low: 903_400,
  median: 1_000_000,
  high: 1_198_000,
  arrived: 20,
  of: 20,
  all: [],
}

it.each([
  [point, 'greylist delay 10 min: 15 min 3 s to 19 min 58 s'],
  [{ ...point, high: 903_400 }, 'greylist delay 10 min: 15 min 3 s'],
  [{ ...point, arrived: 12 }, 'greylist delay 10 min: 15 min 3 s to 19 min 58 s; 12 of 20 arrived'],
  [{ ...point, low: null, high: null }, 'greylist delay 10 min: none of 20 arrived'],
  [undefined, 'greylist delay 10 min: not computed yet'],
])('a column in words: %#', (one, sentence) => {
  expect(told('technical', 'greylist delay', 600_000, one)).toBe(sentence)
})

it('a column in everyday words', () => {
  const sentence = 'How long a stranger waits, 10 min: 15 min 3 s to 19 min 58 s'
  expect(told('everyday', 'How long a stranger waits', 600_000, point)).toBe(sentence)
})

it.each([
  ['everyday', 'How long'],
  ['technical', 'greylist delay'],
  ['protocol', 'mx.greylist.delay'],
] as const)('the option has a name in %s words', (level, name) => {
  expect(optionName(level, 'mx.greylist.delay', 'How long')).toBe(name)
})

it('the cells of a column', () => {
  expect(cellsOf(point)).toEqual(['10 min', '15 min 3 s', '16 min 40 s', '19 min 58 s', '20 / 20'])
  expect(cellsOf({ ...point, low: null, median: null, high: null, arrived: 0 })).toEqual([
    '10 min',
    '–',
    '–',
    '–',
    '0 / 20',
  ])
})

it.each(['everyday', 'technical', 'protocol'] as const)('the own run in %s words', (level) => {
  expect(ownRun(level, 600_000, 903_000)).toMatch(/10 min\W.*15 min 3 s/)
  expect(ownRun(level, 600_000, null)).not.toContain('15')
})
