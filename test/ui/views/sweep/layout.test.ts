import { describe, expect, it } from 'vitest'
import type { SweepPoint } from '../../../../src/lab/sweep.ts'
import type { SweepSpec } from '../../../../src/sim/scenarios/scenario.ts'
import { hours, minutes, seconds } from '../../../../src/sim/units.ts'
import { domainOf, plotOf, topOf, valueAt } from '../../../../src/ui/views/sweep/layout.ts'

const same = { everyday: '', technical: '', protocol: '' }
const spec = (from: string, to: string, step: string): SweepSpec => ({
  path: 'mx.greylist.delay',
  reading: 'relayed.alice-1.took',
  seeds: 3,
  title: same,
  from,
  to,
  step,
})
const point = (high: number | null): SweepPoint => ({
  value: 0,
  low: high,
  median: high,
  high,
  arrived: high === null ? 0 : 1,
  of: 1,
  all: [high],
})

describe('the domain', () => {
  it.each([
    ['60 s', '4500 s', '60 s', 75],
    ['1 min', '2.5 min', '1 min', 2],
    ['300 s', '300 s', '1 s', 1],
  ])('from %s to %s by %s has %s values', (from, to, step, count) => {
    const domain = domainOf(spec(from, to, step))
    expect(domain.count).toBe(count)
    expect(valueAt(domain, 0)).toBe(domain.from)
  })
})

describe('the plot', () => {
  const domain = domainOf(spec('60 s', '4500 s', '60 s'))
  const plot = plotOf(720, 240, domain, minutes(85))

  it('has ticks that double, in minutes, on both axes', () => {
    expect(plot.unit).toBe('min')
    expect(plot.yTicks.map(({ name }) => name)).toEqual(['5', '10', '20', '40', '80'])
    expect(plot.xTicks.map(({ name }) => name)).toEqual(['5', '10', '20', '40'])
    for (const { at, place } of plot.yTicks) expect(place).toBe(plot.y(at))
  })

  it('counts from zero on both axes: twice as long is twice as far', () => {
    const [one, two] = [minutes(20), minutes(40)]
    expect(plot.y(0) - plot.y(two)).toBeCloseTo(2 * (plot.y(0) - plot.y(one)))
    expect(plot.x(two) - plot.x(0)).toBeCloseTo(2 * (plot.x(one) - plot.x(0)))
    expect(plot.x(minutes(75))).toBe(plot.right)
    expect(plot.y(minutes(85))).toBe(plot.top)
  })

  it('knows which value is nearest to a place, and never one that there is not', () => {
    for (const i of [0, 1, 37, 74]) expect(plot.nearest(plot.x(valueAt(domain, i)))).toBe(i)
    expect(plot.nearest(plot.x(seconds(629)))).toBe(9)
    expect(plot.nearest(-50)).toBe(0)
    expect(plot.nearest(5000)).toBe(74)
  })

  it('leaves out the smaller of two ticks that would run into each other', () => {
    const low = plotOf(720, 110, domain, minutes(85))
    expect(low.yTicks.map(({ name }) => name)).toEqual(['20', '40', '80'])
    for (const narrow of [90, 0]) expect(plotOf(narrow, 0, domain, 1).right).toBeGreaterThan(46)
  })

  it.each([
    ['5 s', '2 min', '5 s', 's', '20'],
    ['1 h', '2 d', '1 h', 'h', '48'],
  ])('from %s to %s speaks in %4$s', (from, to, step, unit, last) => {
    const other = domainOf(spec(from, to, step))
    const made = plotOf(720, 240, other, topOf(other, []))
    expect(made.unit).toBe(unit)
    expect(made.yTicks.map(({ name }) => name)).toContain(last)
  })

  it('reaches above the values and above what was measured', () => {
    expect(topOf(domain, [])).toBeGreaterThan(minutes(75))
    expect(topOf(domain, [point(null)])).toBe(topOf(domain, []))
    expect(topOf(domain, [point(hours(2)), point(minutes(3))])).toBeGreaterThan(hours(2))
  })
})
