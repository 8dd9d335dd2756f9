/**
 * What a defence is worth depends on the other one and on who is knocking. Shares of a campaign in the
 * inboxes, in per cent, over twenty seeds.
 */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { meanInterval, overSeeds } from '../helpers/intervals.ts'
import { worldFor } from '../helpers/runs.ts'

const ID = 'spammers-learn-to-wait'

type Set = Readonly<Record<string, string>>

/** Letters to Bob's college; the one to the trap comes on top. */
const CAMPAIGN = 120

/** Share of the campaign that lies in inboxes, in each of twenty runs of a world. */
const inboxes = (world: string, set: Set = {}): number[] =>
  overSeeds((seed) => {
    const { index } = worldFor(ID, world, { seed, set })
    const inbox = readMetric([index], `${world}.spam.inbox`, Infinity)
    return (100 * Number(inbox?.value)) / CAMPAIGN
  })

const ALWAYS = Array.from({ length: 20 }, () => 100)
const NEVER = Array.from({ length: 20 }, () => 0)

const LIST_ALONE = inboxes('list-only')

/** Whether both together do other than the sum of each alone, in points of per cent of each run. */
const contrast = (
  none: readonly number[],
  greylist: readonly number[],
  list: readonly number[],
  both: readonly number[],
): number[] => none.map((one, i) => both[i]! - greylist[i]! - list[i]! + one)

describe('against bots that come back', () => {
  it('nothing and the greylist alone let all of it in, both together nothing', () => {
    expect(inboxes('neither')).toEqual(ALWAYS)
    expect(inboxes('greylist-only')).toEqual(ALWAYS)
    expect(inboxes('relayed')).toEqual(NEVER)
  })

  it('the list alone lets in what comes before it knows: a fifth and a bit', () => {
    const { low, high } = meanInterval(LIST_ALONE)
    expect(low).toBeGreaterThan(20)
    expect(high).toBeLessThan(24)
  })

  it('each is worth more with the other', () => {
    const found = meanInterval(contrast(ALWAYS, ALWAYS, LIST_ALONE, NEVER))
    expect(found.high).toBeLessThan(0)
    expect(found.low).toBeLessThan(-20)
    expect(found.low).toBeGreaterThan(-25)
  })

  it('a slow list lets half of it in, and behind the greylist a fifth', () => {
    const slow = { 'list.lag': '600 s' }
    const [alone, both] = [inboxes('list-only', slow), inboxes('relayed', slow)].map(meanInterval)
    expect(alone!.low).toBeGreaterThan(48)
    expect(alone!.high).toBeLessThan(56)
    expect(both!.low).toBeGreaterThan(17)
    expect(both!.high).toBeLessThan(26)
  })

  it('without the list the wait is worth nothing, and without the wait only the list is left', () => {
    expect(inboxes('relayed', { 'mx.dnsbl.action': 'off' })).toEqual(ALWAYS)
    expect(inboxes('relayed', { 'mx.greylist.on': 'off' })).toEqual(LIST_ALONE)
    // A wait that is shorter than the list is slow buys too little time.
    const hasty = { 'mx.greylist.delay': '60 s', 'bot.retry-after': '61 s' }
    const { low } = meanInterval(inboxes('relayed', hasty))
    expect(low).toBeGreaterThan(10)
  })
})

describe('against bots that never come back', () => {
  const ONCE = { 'bot.retry': 'never' }

  it('the greylist alone is enough, and the list is as late as ever', () => {
    expect(inboxes('impatient-greylist')).toEqual(NEVER)
    const { low, high } = meanInterval(inboxes('impatient-list'))
    expect(low).toBeGreaterThan(20)
    expect(high).toBeLessThan(24)
  })

  it('each is worth less with the other', () => {
    const open = inboxes('relayed', { ...ONCE, 'mx.greylist.on': 'off', 'mx.dnsbl.action': 'off' })
    const both = inboxes('relayed', ONCE)
    expect(open).toEqual(ALWAYS)
    expect(both).toEqual(NEVER)
    const found = meanInterval(contrast(open, NEVER, inboxes('impatient-list'), both))
    expect(found.low).toBeGreaterThan(75)
    expect(found.high).toBeLessThan(80.5)
  })
})
