/** A newcomer's allowance decides, over twenty seeds, and what the same letters come to without it. */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { hours } from '../../src/sim/units.ts'
import { meanInterval, overSeeds } from '../helpers/intervals.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'cold-start'

type Set = Readonly<Record<string, string>>

/** A reading of a world, in each of the runs. */
const readings = (
  world: string,
  of: string,
  set: Set = {},
  seeds = 20,
): (number | string | null)[] =>
  overSeeds((seed) => {
    const { index } = worldFor(ID, world, { seed, set })
    return readMetric([index], `${world}.${of}`, Infinity)?.value ?? null
  }, seeds)

const numbers = (...of: Parameters<typeof readings>): number[] => readings(...of).map(Number)
/** All of the runs gave this. */
const only = (values: readonly unknown[]): unknown[] => [...new Set(values)]

describe('a burst from a new address', () => {
  it('gets less through on its day than a ramp does', () => {
    const burst = numbers('direct', 'invite.inbox')
    const ramp = numbers('direct', 'ramp.inbox')
    const { low } = meanInterval(ramp.map((one, i) => one - burst[i]!))
    expect(low).toBeGreaterThan(40)
  })

  it.each<[string, Set]>([
    ['without the allowance', { 'mx.reputation.cold-start': '0' }],
    ['with one that is large enough', { 'mx.reputation.cold-start': '61' }],
    ['where each good letter makes room for the next', { 'mx.reputation.warm-up': '100' }],
  ])('gets all of it through %s', (_, set) => {
    expect(only(readings('direct', 'invite.inbox', set, 3))).toEqual([60])
    expect(only(readings('direct', 'alice-1.outcome', set, 3))).toEqual(['delivered'])
    expect(only(readings('patient', 'invite.attempts', set, 3))).toEqual([60])
  })

  it('comes in as a whole where somebody knocks again, and what is behind it waits', () => {
    expect(only(numbers('patient', 'invite.inbox'))).toEqual([60])
    const { low } = meanInterval(numbers('patient', 'alice-1.took'))
    expect(low).toBeGreaterThan(hours(1))
  })

  it('leaves the others alone', () => {
    for (const of of ['ramp.inbox', 'slow.inbox'])
      expect(only(readings('direct', of, {}, 3))).toEqual(only(readings('relayed', of, {}, 3)))
  })
})

describe('a good name', () => {
  it('lets all of it through at once', () => {
    expect(only(numbers('relayed', 'invite.attempts'))).toEqual([60])
    expect(only(numbers('relayed', 'invite.inbox'))).toEqual([60])
    expect(only(readings('relayed', 'alice-1.outcome'))).toEqual(['delivered'])
  })

  it.each<[string, Set]>([
    ['a past that is forgotten', { 'mx.reputation.half-life': '1 h' }],
    ['a past that does not count', { 'mx.reputation.warm-up': '0' }],
    ['a past that counts for little', { 'mx.reputation.warm-up': '20' }],
  ])('is nothing with %s', (_, set) => {
    for (const attempts of numbers('relayed', 'invite.attempts', set, 3))
      expect(attempts).toBeGreaterThan(60)
  })
})

describe('a ramp', () => {
  it('never has to come back, and leaves room for others', () => {
    expect(only(numbers('direct', 'ramp.attempts'))).toEqual([60])
    for (const took of numbers('direct', 'carla-1.took')) expect(took).toBeLessThan(10_000)
  })

  it('that is too steep for its receiver has to', () => {
    const set = { 'mx.reputation.cold-start': '3' }
    for (const attempts of numbers('direct', 'ramp.attempts', set, 3))
      expect(attempts).toBeGreaterThan(60)
  })
})

describe('readers who complain', () => {
  it('put everybody off whom they have had much of', () => {
    const set = { 'mx.complaints.good': '100', 'mx.complaints.action': 'defer' }
    const { index } = worldFor(ID, 'relayed', { set })
    for (const name of ['ramp', 'invite', 'slow']) {
      const attempts = readMetric([index], `relayed.${name}.attempts`, Infinity)?.value
      expect(Number(attempts), name).toBeGreaterThan(60)
    }
  })
})
