import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  days,
  DURATION_UNITS,
  formatDuration,
  hours,
  minutes,
  parseDuration,
  seconds,
  unitMs,
  type DurationUnit,
} from '../../src/sim/units.ts'
import { withPoisonedGlobals } from '../helpers/poison.ts'

describe('units', () => {
  it('are whole milliseconds', () => {
    expect([seconds(2), minutes(2), hours(2), days(2)]).toEqual([
      2_000, 120_000, 7_200_000, 172_800_000,
    ])
    expect(DURATION_UNITS.map(unitMs)).toEqual([1, 1000, 60_000, 3_600_000, 86_400_000])
  })
})

describe('a written duration', () => {
  test.each<[string, DurationUnit, number]>([
    ['300 s', 'ms', 300_000],
    ['250ms', 's', 250],
    ['8 h', 's', 28_800_000],
    ['5d', 's', 432_000_000],
    ['  15 min  ', 's', 900_000],
    ['0', 's', 0],
    ['0 d', 's', 0],
    ['7', 'ms', 7],
    ['7', 's', 7_000],
    ['7', 'd', 604_800_000],
    ['007 s', 's', 7_000],
    ['1.5 h', 's', 5_400_000],
    ['0.001 s', 's', 1],
    ['1.000000 ms', 's', 1],
    ['2.3 h', 's', 8_280_000],
    ['1.005 s', 's', 1_005],
    ['49.71 d', 's', 4_294_944_000],
  ])('%j, bare numbers in %s, is %d ms', (text, bare, ms) => {
    expect(withPoisonedGlobals(() => parseDuration(text, bare))).toBe(ms)
  })

  test.each([
    '',
    ' ',
    's',
    '-5 s',
    '+5 s',
    '1e3 s',
    '0x10 s',
    '5 S',
    '5 sec',
    '5 m',
    '5 s 3',
    '1 h 30 min',
    '1,5 h',
    '.5 s',
    '5. s',
    '1..5 s',
    'Infinity',
    'NaN s',
    '5 constructor',
    '٣ s',
    '1.5 ms',
    '0.0005 s',
    '0.0000001 d',
    '999999999999999 d',
    '9999999999999999 ms',
  ])('%j is none', (text) => {
    expect(parseDuration(text, 's')).toBeNull()
  })

  it('with a fraction is as exact as one without', () => {
    const unit = fc.constantFrom<DurationUnit>('s', 'min', 'h', 'd')
    fc.assert(
      fc.property(unit, fc.nat(9_999), fc.nat(999), (each, whole, thousandths) => {
        const text = `${whole}.${String(thousandths).padStart(3, '0')} ${each}`
        const ms = ((whole * 1000 + thousandths) * unitMs(each)) / 1000
        expect(parseDuration(text, 'ms')).toBe(ms)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('a duration in words', () => {
  test.each<[number, string]>([
    [0, '0 ms'],
    [1, '1 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [1_050, '1 s'],
    [1_500, '1.5 s'],
    [9_999, '9.9 s'],
    [10_000, '10 s'],
    [10_999, '10 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [61_500, '1 min 1 s'],
    [300_000, '5 min'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h'],
    [3_605_000, '1 h'],
    [5_400_000, '1 h 30 min'],
    [28_800_000, '8 h'],
    [86_399_999, '23 h 59 min'],
    [86_400_000, '1 d'],
    [90_061_000, '1 d 1 h'],
    [432_900_000, '5 d'],
    [4_294_967_295, '49 d 17 h'],
  ])('%d ms is %j', (ms, text) => {
    expect(withPoisonedGlobals(() => formatDuration(ms))).toBe(text)
  })

  test.each<[number, number, string]>([
    [90_061_000, 1, '1 d'],
    [90_061_000, 3, '1 d 1 h 1 min'],
    [90_061_000, 4, '1 d 1 h 1 min 1 s'],
    [86_405_000, 4, '1 d'],
  ])('%d ms in at most %d parts is %j', (ms, parts, text) => {
    expect(formatDuration(ms, parts)).toBe(text)
  })

  it('can be read again when it is of one part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_294_967_295 }), (ms) => {
        const read = parseDuration(formatDuration(ms, 1), 'd')
        expect(read).not.toBeNull()
        // The part that is left out is smaller than the one that is named.
        expect(read).toBeLessThanOrEqual(ms)
        expect(read).toBeGreaterThan(ms / 2)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})
