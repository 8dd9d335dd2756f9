/** What shuts a whole school out, and what lets it in again. */
import { describe, expect, it } from 'vitest'
import { factsOf } from '../helpers/invariants.ts'
import { readingsFor } from '../helpers/reading-of.ts'
import { worldFor, type Wanted } from '../helpers/runs.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'

const ID = 'open-house'
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)
const MINUTE = 60_000
const FIX = 180 * MINUTE
/** How long an answer of the list may be remembered by who has asked. */
const CACHED = MINUTE

interface Day {
  readonly hits: readonly number[]
  readonly listed: readonly number[]
  readonly delisted: readonly number[]
  /** Instants at which honest letters were written that arrived, and that did not. */
  readonly arrived: readonly number[]
  readonly bounced: readonly number[]
  /** When pieces of spam were taken over by the relay. */
  readonly relayed: readonly number[]
}

function day(world: string, wanted: Wanted = {}): Day {
  const { index } = worldFor(ID, world, wanted)
  const listings = factsOf(index).filter((fact) => fact.kind === 'listing')
  const at = (event: string): number[] =>
    listings.filter((fact) => fact.event === event).map((fact) => fact.at)
  const good = journeys(index, Infinity).filter(({ record }) => record.kind === 'good')
  const wrote = (outcome: string): number[] =>
    good.filter((one) => one.outcome === outcome).map(({ record }) => record.sentAt)
  const relay = index.record.hosts.findIndex(({ id }) => id === 'relay')
  const relayed = factsOf(index).flatMap((fact) =>
    fact.kind === 'baton' &&
    fact.host === relay &&
    index.record.messages[fact.message]?.kind === 'spam'
      ? [fact.at]
      : [],
  )
  return {
    hits: at('hit'),
    listed: at('listed'),
    delisted: at('delisted'),
    arrived: wrote('delivered'),
    bounced: wrote('bounced'),
    relayed,
  }
}

describe('an open relay', () => {
  it('shuts everybody out from the listing to the delisting, which is after the fix', () => {
    for (const seed of SEEDS) {
      const { hits, listed, delisted, arrived, bounced, relayed } = day('relayed', { seed })
      expect([listed.length, delisted.length], `seed ${seed}`).toEqual([1, 1])
      const [from, to] = [listed[0]!, delisted[0]!]
      expect(from - hits[0]!).toBe(30 * MINUTE)
      expect(to - hits.at(-1)!).toBe(180 * MINUTE)
      expect(to).toBeGreaterThan(FIX)
      expect(Math.max(...relayed)).toBeLessThan(FIX)
      expect(Math.min(...bounced)).toBeGreaterThan(from)
      expect(Math.max(...bounced)).toBeLessThan(to + CACHED)
      for (const one of arrived) expect(one < from + CACHED || one >= to).toBe(true)
      // Recovery: the first letter that arrived after the fix.
      expect(Math.min(...arrived.filter((one) => one > FIX))).toBeGreaterThanOrEqual(to)
    }
  })

  it.each<[string, string, Wanted['set']]>([
    ['one that was never open', 'members-only', {}],
    ['one that is closed before it is found', 'relayed', { 'relay.open.for': '3600' }],
    ['a spammer who goes elsewhere', 'relayed', { 'bot.via': 'direct' }],
  ])('relays no spam and harms nobody when it is %s', (_, world, set = {}) => {
    const { relayed, bounced } = day(world, { set })
    expect([relayed, bounced]).toEqual([[], []])
  })

  it('harms nobody where the receiver asks no list, or where the list never lists', () => {
    for (const set of [{ 'mx.dnsbl.action': 'off' }, { 'list.hits': '1000' }])
      expect(day('relayed', { set }).bounced).toEqual([])
  })

  it('is forgotten the later the longer it stays open', () => {
    const ends = ['7200', '9000', '10800', '0'].map((open) => {
      const { delisted } = day('relayed', { set: { 'relay.open.for': open } })
      return delisted[0]!
    })
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    expect(new Set(ends).size).toBe(ends.length)
  })

  it('has the spammer refused at RCPT as soon as it is closed', () => {
    const read = readingsFor(ID)
    expect(read('members-only.bot-1.lastReply')).toBe('554 5.7.1')
    expect(Number(read('relayed.spam.refused'))).toBeGreaterThan(0)
    expect(read('nobody-closes-it.spam.refused')).toBe(0)
  })
})
