import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '../../../src/sim/units.ts'
import { roughly } from '../../../src/ui/views/clock.ts'

describe('a wait, roughly', () => {
  it.each([
    [40, '40 ms'],
    [seconds(59.4), '59 s'],
    [minutes(7.4), '7 min'],
    [minutes(57), '57 min'],
    [minutes(59.8), '1 h'],
    [minutes(64), '1 h'],
    [minutes(66), '1 h 6 min'],
    [minutes(70), '1 h 10 min'],
    [minutes(116), '2 h'],
    [minutes(150), '2 h 30 min'],
    [hours(10.3), '10 h'],
    [hours(47), '1 d 23 h'],
    [hours(75), '3 d'],
  ])('%i ms is %s', (ms, text) => {
    expect(roughly(ms)).toBe(text)
  })
})
