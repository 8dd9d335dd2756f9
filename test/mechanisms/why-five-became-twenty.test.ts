import { describe, expect, it } from 'vitest'
import { sweepToEnd, type SweepPoint } from '../../src/lab/sweep.ts'
import { minutes, seconds, type Millis } from '../../src/sim/units.ts'
import { present } from '../../src/sim/assert.ts'
import { rowsFor, runOf, scenarioOf, type Wanted } from '../helpers/runs.ts'

const ID = 'why-five-became-twenty'
const SPEC = present(scenarioOf(ID).sweep, 'a sweep', ID)
/** Time for the sessions themselves. */
const SESSIONS = seconds(5)

/** Only the worlds of its road are run. */
const rows = (world: string, wanted: Wanted = {}) => {
  const road = ['direct'].includes(world) ? 'direct' : 'relayed'
  return rowsFor(ID, world, { ...wanted, road })
}
const letter = (world: string, wanted: Wanted = {}) => rows(world, wanted)[0]!

/**
 * Delays, and what they cost, in minutes: where a delay lies between the windows of two tries, the
 * window of the later one; where it lies in a window, either that or the next.
 */
const STEPS: readonly (readonly [from: number, to: number, low: number, high: number])[] = [
  [1, 5, 5, 10],
  [6, 9, 5, 20],
  [10, 15, 15, 20],
  [16, 19, 15, 40],
  [20, 35, 35, 40],
  [36, 39, 35, 80],
  [40, 75, 75, 80],
]

/** How far luck alone moves the letter. */
const thickness = ({ low, high }: SweepPoint): Millis => (high ?? 0) - (low ?? 0)

describe('why five became twenty', () => {
  const band = sweepToEnd(runOf(ID), SPEC)

  it('every delay has its step, whatever the luck', () => {
    expect(band).toHaveLength(75)
    for (const { value, low, high, arrived, of } of band) {
      const step = STEPS.find(([from, to]) => value >= minutes(from) && value <= minutes(to))
      const [, , atLeast, atMost] = present(step, 'a step', value)
      expect(arrived).toBe(of)
      expect(low).toBeGreaterThanOrEqual(minutes(atLeast))
      expect(high).toBeLessThan(minutes(atMost) + SESSIONS)
    }
  })

  it('on a step luck moves the letter within one scan, and the delay does not matter', () => {
    for (const [from, to, low, high] of STEPS.filter(([, , a, b]) => b - a === 5)) {
      const step = band.filter(({ value }) => value >= minutes(from) && value <= minutes(to))
      expect(step.length).toBeGreaterThan(4)
      for (const point of step) {
        expect(point.all).toEqual(step[0]!.all)
        expect(thickness(point)).toBeLessThanOrEqual(minutes(high - low))
        expect(thickness(point)).toBeGreaterThan(minutes(3))
      }
    }
  })

  it('on a ramp both steps are there, and a longer delay never costs less', () => {
    for (const point of band.filter(({ value }) => value > minutes(15) && value < minutes(20)))
      expect(thickness(point)).toBeGreaterThan(minutes(15))
    for (let seed = 0; seed < SPEC.seeds; seed++) {
      const costs = band.map(({ all }) => all[seed] ?? 0)
      expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    }
  })

  it('a sender that knocks every quarter of an hour has other steps, and no luck', () => {
    const set = { 'relay.queue.law': 'fixed', 'relay.queue.fixed': '900 s' }
    for (const point of sweepToEnd(runOf(ID, { set }), { ...SPEC, step: '240 s', seeds: 5 })) {
      const knock = Math.ceil(point.value / minutes(15)) * minutes(15)
      expect(thickness(point)).toBe(0)
      expect(point.low).toBeGreaterThanOrEqual(knock)
      expect(point.low).toBeLessThan(knock + SESSIONS)
    }
  })

  it('without greylisting nobody waits', () => {
    const set = { 'mx.greylist.on': 'off' }
    for (const world of ['direct', 'relayed', 'five', 'twelve', 'fifteen', 'twenty'])
      expect(letter(world, { set }).endedAtMs).toBeLessThan(seconds(1))
  })

  it('a laptop that knocks every minute pays what it is told, and no more than a minute', () => {
    for (const delay of [300, 600, 900, 1200]) {
      const row = letter('direct', { set: { 'mx.greylist.delay': `${delay} s` } })
      expect(row.endedAtMs).toBeGreaterThanOrEqual(seconds(delay))
      expect(row.endedAtMs).toBeLessThan(seconds(delay + 65))
    }
  })

  it('the second letter does not wait: the same sender is known by then', () => {
    const again = {
      kind: 'send',
      host: 'laptop',
      from: 'alice@school.example',
      to: ['bob@college.example'],
      subject: 'And one more',
    } as const
    const both = rows('relayed', { acts: [[minutes(30), again]] })
    expect(both[1]!.attempts).toHaveLength(1)
    expect(both[1]!.endedAtMs! - minutes(30)).toBeLessThan(seconds(1))
  })
})
