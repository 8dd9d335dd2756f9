import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { scenario as theLidCloses } from '../../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { days, hours, minutes, seconds } from '../../../../src/sim/units.ts'
import {
  ageScale,
  AXIS_TICKS,
  labelledTicks,
  marksOf,
  rowsOf,
  TRIES_MAX,
} from '../../../../src/ui/views/laws/layout.ts'
import { placesOf, type Place } from '../../../../src/ui/views/laws/places.ts'

const [relay] = placesOf({ scenario: theLidCloses, interventions: [] }, ['relayed'], 0)
const place = (changed: Partial<Place>): Place => ({ ...relay!, ...changed })

const row = (law: string, places: readonly Place[] = []) =>
  rowsOf(places).find((one) => one.law.id === law)!

describe('the rows of the comparison', () => {
  it('draw scans and queue runs half-way', () => {
    const inMinutes = (law: string) =>
      row(law)
        .tries.slice(0, 5)
        .map((t) => t / 60_000)
    expect(inMinutes('postfix')).toEqual([0, 7.5, 17.5, 37.5, 77.5])
    expect(inMinutes('exim')).toEqual([0, 15, 45, 75, 105])
    expect(inMinutes('sendmail')).toEqual([0, 15, 45, 75, 105])
  })

  it('know where their law is in force, and go by the options there', () => {
    const here = place({ law: 'fixed', options: { ...LAW_DEFAULTS, fixedRetryMs: hours(1) } })
    const fixed = row('fixed', [here])
    expect(fixed.places).toEqual([here])
    expect(fixed.tries).toHaveLength(121)
    expect(row('postfix', [here]).places).toEqual([])
  })

  it('a law that is in force at two places goes by its own, not by the first', () => {
    const other = place({ law: 'sendmail', options: { ...LAW_DEFAULTS, lifetimeMs: hours(1) } })
    expect(row('sendmail', [place({}), other]).gaveUpAt).toBe(minutes(75))
    expect(row('fixed', [place({}), other]).gaveUpAt).toBe(days(5))
  })

  it('end at the lifetime where there are more tries than are computed', () => {
    const here = place({ options: { ...LAW_DEFAULTS, fixedRetryMs: seconds(60) } })
    const fixed = row('fixed', [here])
    expect(fixed).toMatchObject({ gaveUpAt: null, until: days(5) })
    expect(fixed.tries).toHaveLength(TRIES_MAX)
  })
})

describe('the axis', () => {
  const scale = ageScale(rowsOf([]), 10, 1010)

  it('begins with the first try and ends a little after seven days', () => {
    expect(scale(0)).toBe(10)
    expect(scale(days(7) + hours(2))).toBe(1010)
  })

  it('leaves room for minutes and for days', () => {
    const at = AXIS_TICKS.map(scale)
    const apart = at.map((x, i) => x - (at[i - 1] ?? 10))
    expect(Math.min(...apart)).toBeGreaterThan(65)
    expect(Math.max(...apart)).toBeLessThan(200)
  })

  it('reaches as far as the longest row', () => {
    const long = place({ options: { ...LAW_DEFAULTS, lifetimeMs: days(14) } })
    const rows = rowsOf([long])
    const last = Math.max(...rows.map(({ until }) => until))
    expect(last).toBeGreaterThanOrEqual(days(14))
    expect(ageScale(rows, 0, 500)(last)).toBe(500)
  })

  it('labels what has room, from the left', () => {
    expect(labelledTicks(scale, 42)).toEqual(AXIS_TICKS)
    const narrow = ageScale(rowsOf([]), 5, 295)
    const labels = labelledTicks(narrow, 42)
    expect(labels).toEqual([minutes(1), minutes(15), hours(1), hours(4), days(1), days(5)])
  })
})

describe('marks', () => {
  const same = (age: number): number => age

  it('stand alone, or grow together where they are near', () => {
    expect(marksOf([0, 10, 13, 16, 20], same, 4)).toEqual([
      { from: 0, to: 0, count: 1 },
      { from: 10, to: 16, count: 3 },
      { from: 20, to: 20, count: 1 },
    ])
    expect(marksOf([], same, 4)).toEqual([])
  })

  it('count every try', () => {
    for (const one of rowsOf([])) {
      const marks = marksOf(one.tries, ageScale([one], 0, 600), 4)
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(one.tries.length)
    }
  })
})
