import { describe, expect, it } from 'vitest'
import { Sweep, sweepToEnd, sweepValues } from '../../src/lab/sweep.ts'
import { SWEEP_VALUES_MAX, type SweepSpec } from '../../src/sim/scenarios/scenario.ts'
import { minutes, seconds } from '../../src/sim/units.ts'
import { rowsFor, runOf } from '../helpers/runs.ts'
import { SWEEP, sweptScenario } from '../helpers/sweeps.ts'

const values = (from: string, to: string, step: string): number[] =>
  sweepValues({ ...SWEEP, from, to, step })

describe('the values of a sweep', () => {
  it.each([
    ['60 s', '180 s', '60 s', [60_000, 120_000, 180_000]],
    ['1 min', '2.5 min', '60 s', [60_000, 120_000]],
    ['300', '300', '1 s', [300_000]],
    ['0 s', '2 ms', '1 ms', [0, 1, 2]],
  ])('from %s to %s by %s', (from, to, step, expected) => {
    expect(values(from, to, step)).toEqual(expected)
  })

  it.each([
    ['1 min', '2 min', '0 s', 'no values'],
    ['2 min', '1 min', '1 s', 'no values'],
    ['1 ms', `${SWEEP_VALUES_MAX + 1} ms`, '1 ms', `${SWEEP_VALUES_MAX + 1} values`],
  ])('from %s to %s by %s: none', (from, to, step, problem) => {
    expect(() => values(from, to, step)).toThrow(problem)
  })
})

/** What single runs say, told apart from the sweep by the road that reports take. */
function single(delay: string, seed: number, set: Readonly<Record<string, string>> = {}) {
  const wanted = { seed, set: { ...set, 'mx.greylist.delay': delay } }
  const row = rowsFor('try-again-later', 'relayed', wanted).find(({ id }) => id === 'alice-1')!
  return row.outcome === 'delivered' ? row.endedAtMs! - row.sentAtMs : null
}

const sweep = (changes: Partial<SweepSpec> = {}, wanted: Parameters<typeof runOf>[1] = {}) => {
  const scenario = sweptScenario(changes)
  return sweepToEnd(runOf(scenario, wanted), scenario.sweep!)
}

describe('a sweep', () => {
  it('has what single runs have, under the same seeds', () => {
    const points = sweep()
    expect(points.map(({ value }) => value)).toEqual([5, 10, 15, 20].map(minutes))
    for (const { value, low, median, high, arrived, of, all } of points) {
      const expected = [1, 2, 3].map((seed) => single(`${value / 1000} s`, seed)!)
      expect(all).toEqual(expected)
      expect([low, median, high]).toEqual(expected.toSorted((a, b) => a - b))
      expect([arrived, of]).toEqual([3, 3])
    }
  })

  it('comes out the same however it is cut, whatever road and seed the run has', () => {
    const scenario = sweptScenario()
    const whole = sweep()
    const cut = new Sweep(runOf(scenario, { road: 'direct', seed: 77 }), scenario.sweep!)
    let steps = 0
    for (; !cut.done; steps++) expect(cut.step(25)).toBeLessThanOrEqual(25)
    expect(cut.points).toEqual(whole)
    expect(steps).toBeGreaterThan(4 * 3)
  })

  it('does one simulation a step, and nothing when it is over', () => {
    const scenario = sweptScenario({ to: '10 min' })
    const one = new Sweep(runOf(scenario), scenario.sweep!)
    const grown = Array.from({ length: 7 }, () => {
      one.step()
      return one.points.length
    })
    expect(grown).toEqual([0, 0, 1, 1, 1, 2, 2])
    expect(one.step()).toBe(0)
  })

  it('leaves what people have set as it is, except for the swept option', () => {
    const away = { 'mx.outage.lasts': '2 h' }
    const changes = { to: '5 min', seeds: 2 }
    const [point] = sweep(changes, { set: { ...away, 'mx.greylist.delay': '4 h' } })
    expect(point!.all).toEqual([1, 2].map((seed) => single('5 min', seed, away)))
    expect(point!.low).toBeGreaterThan(minutes(120))
  })

  it('counts a letter that came back as one that has not arrived', () => {
    const gone = { 'relay.queue.lifetime': '10 min' }
    const [soon, late] = sweep({ from: '5 min', to: '2 h', step: '115 min' }, { set: gone })
    expect(single('2 h', 1, gone)).toBeNull()
    expect(late).toMatchObject({ low: null, median: null, high: null, arrived: 0, of: 3 })
    expect(late!.all).toEqual([null, null, null])
    expect(soon!.all).toEqual([1, 2, 3].map((seed) => single('5 min', seed, gone)))
  })

  it('takes of two in the middle the shorter', () => {
    const [point] = sweep({ to: '5 min', seeds: 4 })
    const { all, median } = point!
    expect(new Set(all).size).toBe(4)
    expect(median).toBe(all.toSorted((a, b) => a! - b!)[1])
  })

  it('is longer for a longer delay, in leaps', () => {
    const [five, , , twenty] = sweep()
    expect(twenty!.low! - five!.high!).toBeGreaterThan(seconds(600))
  })

  it.each([
    [{ reading: 'nowhere.alice-1.took' }, 'the world of the sweep nowhere'],
    [{ seeds: 0 }, 'a sweep over 0 seeds'],
  ])('does not begin with %o', (changes, problem) => {
    expect(() => sweep(changes)).toThrow(problem)
  })
})
