/** What a day's checks stop, over twenty seeds, and what is left of it when one is switched off. */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { meanInterval, overSeeds, wilsonInterval } from '../helpers/intervals.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'a-day-at-the-mx'

/** Readings of a world, in each of the runs. */
function readings(
  world: string,
  of: readonly string[],
  { set = {}, seeds = 20 }: { set?: Readonly<Record<string, string>>; seeds?: number } = {},
): number[][] {
  return overSeeds((seed) => {
    const { index } = worldFor(ID, world, { seed, set })
    return of.map((one) => Number(readMetric([index], `${world}.${one}`, Infinity)?.value))
  }, seeds)
}

const column = (rows: readonly (readonly number[])[], i: number): number[] =>
  rows.map((row) => row[i]!)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe('greylisting alone', () => {
  const found = readings('greylist-only', ['spam.stoppedPermille', 'spam.stopped', 'spam.sent'])

  it('stops four fifths of the spam of its years', () => {
    const { low, high } = meanInterval(column(found, 0))
    expect(low).toBeGreaterThan(780)
    expect(high).toBeLessThan(810)
    const share = wilsonInterval(sum(column(found, 1)), sum(column(found, 2)))
    expect(share.low).toBeGreaterThan(0.75)
    expect(share.high).toBeLessThan(0.85)
  })

  it('stops nothing once the other bots come back too, from the same place', () => {
    const set = { 'bot.retry': 'same-address' }
    for (const [stopped] of readings('greylist-only', ['spam.stopped'], { set, seeds: 3 }))
      expect(stopped).toBe(0)
  })

  it('stops the patient ones as well, if they come back from elsewhere', () => {
    const set = { 'patient.retry': 'other-address' }
    for (const [inbox] of readings('greylist-only', ['patient.inbox'], { set, seeds: 3 }))
      expect(inbox).toBe(0)
  })

  it('stops nothing without a delay', () => {
    const set = { 'mx.greylist.delay': '0 s' }
    for (const [stopped] of readings('greylist-only', ['spam.stopped'], { set, seeds: 3 }))
      expect(stopped).toBe(0)
  })
})

describe('all checks together', () => {
  const found = readings('relayed', ['spam.inbox', 'spam.sent', 'good.stopped', 'good.junk'])

  it('keep more than 95 % of it out of the inboxes', () => {
    const { high } = wilsonInterval(sum(column(found, 0)), sum(column(found, 1)))
    expect(high).toBeLessThan(0.05)
  })

  it('lose no good letter, and put one aside', () => {
    expect(new Set(column(found, 2))).toEqual(new Set([0]))
    expect(new Set(column(found, 3))).toEqual(new Set([1]))
  })

  it.each([
    ['without content the advertiser is in', { 'mx.content.action': 'off' }, 'shoe.inbox', 20],
    ['without points so is the cousin', { 'mx.score.on': 'off' }, 'good.junk', 0],
    [
      "without the school's good name the thief is put aside",
      { 'mx.reputation.action': 'off' },
      'thief.junk',
      7,
    ],
  ])('%s', (_, set, reading, expected) => {
    for (const [value] of readings('relayed', [reading], { set, seeds: 3 }))
      expect(value).toBe(expected)
  })
})

describe('homes that may not knock at doors', () => {
  it('keep the bots away, and only those', () => {
    const of = ['spam.inbox', 'bots.lost', 'wave.lost', 'good.inbox']
    for (const row of readings('closed-homes', of, { seeds: 3 }))
      expect(row).toEqual([68, 172, 100, 60])
  })

  it('leave nothing for greylisting to stop', () => {
    const set = { 'mx.greylist.on': 'on', 'mx.greylist.when': 'stranger' }
    const of = ['patient.inbox', 'shoe.inbox', 'thief.inbox']
    // The variant keeps its own settings: so the world with the greylist is given closed homes.
    const closed = { ...set, 'bot.port-25': 'blocked' }
    for (const row of readings('greylist-only', of, { set: closed, seeds: 3 }))
      expect(row).toEqual([41, 20, 7])
  })
})
