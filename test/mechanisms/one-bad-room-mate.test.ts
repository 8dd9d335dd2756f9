/** What a limit for each account is worth, with a thief who sends two thousand letters in an hour. */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { meanInterval, overSeeds } from '../helpers/intervals.ts'
import { readingsFor } from '../helpers/reading-of.ts'
import { scenarioOf, worldFor } from '../helpers/runs.ts'

const ID = 'one-bad-room-mate'
const HOUR = 3_600_000

/** The scenario with that much spam. */
function withSpam(count: number): ScenarioFile {
  const base = scenarioOf(ID)
  const traffic = base.traffic!.map((one) => (one.id === 'spam' ? { ...one, count } : one))
  return { ...base, traffic }
}
const MUCH = withSpam(2000)

interface Price {
  /** Honest letters that never arrived. */
  readonly collateral: number
  /** Of the newsletter, as far as it arrived. */
  readonly delay: number
  readonly spam: number
}

const LIMITS = { none: 'relayed', '1000': 'limit-1000', '100': 'limit-100', '10': 'limit-10' }
type Limit = keyof typeof LIMITS

function price(limit: Limit, seed: number): Price {
  const world = LIMITS[limit]
  const { index } = worldFor(MUCH, world, { seed })
  const read = (what: string): number =>
    Number(readMetric([index], `${world}.${what}`, Infinity)?.value ?? 0)
  return {
    collateral: read('good.stopped'),
    delay: read('newsletter.median'),
    spam: read('spam.delivered'),
  }
}

describe('two thousand letters by a stolen account, over twenty seeds', () => {
  const runs = overSeeds((seed) => ({
    none: price('none', seed),
    '100': price('100', seed),
    '10': price('10', seed),
  }))
  /** What it costs more with one limit than with the other, seed by seed. */
  const more = (what: keyof Price, one: Exclude<Limit, '1000'>, other: Exclude<Limit, '1000'>) =>
    meanInterval(runs.map((run) => run[one][what] - run[other][what]))

  it('shut out half of the honest letters and more without a limit, and none with 100', () => {
    const { low, high } = more('collateral', 'none', '100')
    expect(low).toBeGreaterThan(80)
    expect(high).toBeLessThan(100)
    expect(runs.map((run) => run['100'].collateral)).toEqual(runs.map(() => 0))
  })

  it('make a limit necessary that makes the newsletter hours late when it is too small', () => {
    const { low, high } = more('delay', '10', '100')
    expect(low).toBeGreaterThan(1 * HOUR)
    expect(high).toBeLessThan(4 * HOUR)
  })

  it('come through the less the smaller the limit is', () => {
    expect(more('spam', 'none', '100').low).toBeGreaterThan(50)
    expect(more('spam', '100', '10').low).toBeGreaterThan(50)
  })

  it('harm least with 100, whatever the seed: a letter late by an hour counts as a tenth of one lost', () => {
    const letters = MUCH.traffic!.find(({ id }) => id === 'newsletter')!.count
    const harm = ({ collateral, delay }: Price): number =>
      collateral + (letters * delay) / HOUR / 10
    for (const run of runs) {
      expect(harm(run['100'])).toBeLessThan(harm(run.none))
      expect(harm(run['100'])).toBeLessThan(harm(run['10']))
    }
  })
})

describe('the fuse', () => {
  it('of a thousand blows for who sends two thousand, and too late', () => {
    const { collateral } = price('1000', 1)
    const { index } = worldFor(MUCH, 'limit-1000')
    expect(readMetric([index], 'limit-1000.spam.lost', Infinity)?.value).toBe(1000)
    expect(collateral).toBeGreaterThan(80)
  })

  it.each<[string, ScenarioFile, Readonly<Record<string, string>>]>([
    ['nobody sends spam', withSpam(0), {}],
    ['nobody asks the list', scenarioOf(ID), { 'mx.dnsbl.action': 'off' }],
    ['the list never lists', scenarioOf(ID), { 'list.hits': '1000' }],
    ['the thief sends from his own address', scenarioOf(ID), { 'bot.via': 'direct' }],
  ])('is not needed where %s', (_, of, set) => {
    const read = readingsFor(of, { set })
    expect(read('relayed.good.stopped')).toBe(0)
    expect(read('relayed.newsletter.slowest')).toBeLessThan(60_000)
  })

  it('has to be the smaller the less the list forgives', () => {
    const strict = readingsFor(ID, { set: { 'list.hits': '5' } })
    expect(Number(strict('limit-100.good.stopped'))).toBeGreaterThan(60)
    expect(strict('limit-10.good.stopped')).toBe(0)
  })

  it('is for the account and not for its letters: who waits an hour gets as many again', () => {
    const set = { 'bot.retry': 'same-address', 'bot.retry-after': '3600', 'bot.retry-times': '6' }
    const once = readingsFor(ID)
    const again = readingsFor(ID, { set })
    expect(once('limit-100.spam.lost')).toBe(300)
    expect(Number(again('limit-100.spam.lost'))).toBeLessThan(100)
    // So the limit alone is not enough: somebody has to change the password in time.
    expect(Number(again('limit-100.good.stopped'))).toBeGreaterThan(0)
  })
})
