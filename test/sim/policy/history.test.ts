import { describe, expect, it } from 'vitest'
import {
  count,
  decayOver,
  fade,
  permille,
  tallyOf,
  type History,
} from '../../../src/sim/policy/history.ts'
import { days, hours } from '../../../src/sim/units.ts'

const DAY = days(1)

describe('decay', () => {
  it.each([
    [0, 1],
    [1, 0.9576032806985737],
    [16, 0.5],
    [17, 0.9576032806985737 / 2],
    [32, 0.25],
    [160, 1 / 1024],
    [319, expect.closeTo(2 ** (-319 / 16), 12) as number],
    [320, 0],
    [1_000_000, 0],
  ])('over %i sixteenths leaves %d', (steps, left) => {
    expect(decayOver(steps)).toEqual(left)
  })

  it('is a power of two everywhere', () => {
    for (let steps = 0; steps < 320; steps++)
      expect(decayOver(steps)).toBeCloseTo(2 ** (-steps / 16), 12)
  })

  it.each([
    ['at once', 0, 8],
    ['within a sixteenth', DAY / 16 - 1, 8],
    ['after a sixteenth', DAY / 16, 8 * 0.9576032806985737],
    ['after one half-life', DAY, 4],
    ['after three', 3 * DAY, 1],
  ])('of a tally %s', (_, now, all) => {
    const tally = { bad: 2, all: 8, at: 0 }
    fade(tally, now, DAY)
    expect(tally).toEqual({ bad: all / 4, all, at: now })
  })

  it('does not depend on how often one looks', () => {
    const [often, once] = [
      { bad: 3, all: 9, at: 0 },
      { bad: 3, all: 9, at: 0 },
    ]
    for (let now = 0; now <= DAY; now += hours(1)) fade(often, now, DAY)
    fade(once, DAY, DAY)
    expect(often.all).toBeCloseTo(once.all, 12)
    expect(once.all).toBe(4.5)
  })

  it('goes on from the old counts when more comes', () => {
    const history: History = new Map()
    count(history, 'a', { now: 0, bad: 0, all: 4 }, DAY)
    count(history, 'a', { now: DAY, bad: 1, all: 1 }, DAY)
    expect(tallyOf(history, 'a', DAY, DAY)).toEqual({ bad: 1, all: 3, at: DAY })
    expect(tallyOf(history, 'b', DAY, DAY)).toEqual({ bad: 0, all: 0, at: DAY })
  })

  it.each([
    [{ bad: 0, all: 0, at: 0 }, 0],
    [{ bad: 1, all: 3, at: 0 }, 333],
    [{ bad: 3, all: 3, at: 0 }, 1000],
    // Reports may outlive what they are about.
    [{ bad: 5, all: 3, at: 0 }, 1000],
  ])('%j in thousandths', (tally, expected) => {
    expect(permille(tally)).toBe(expected)
  })
})
