import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { days, hours, minutes, seconds } from '../../src/sim/units.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'

const ID = 'six-days-of-silence'
/** Only the worlds of its road are run. */
const rows = (world: string, wanted: Wanted = {}) => {
  const road = ['direct', 'at-home'].includes(world) ? 'direct' : 'relayed'
  return rowsFor(ID, world, { ...wanted, road })
}
const letter = (world: string, wanted: Wanted = {}) => rows(world, wanted)[0]!
const read = (world: string, what: string, wanted: Wanted = {}) =>
  readMetric([worldFor(ID, world, wanted).index], `${world}.alice-1.${what}`, Infinity)?.value

/** After the age is reached, at most one longest wait (4000 s) and one scan (300 s) more. */
const ONE_WAIT = seconds(4300)

describe('six days of silence', () => {
  it.each([
    ['the server is back within the five days', { 'mx.outage.lasts': '4 d' }, days(4)],
    ['the relay is patient for longer', { 'relay.queue.lifetime': '7 d' }, days(6)],
  ])('nothing comes back where %s', (_, set, repair) => {
    const row = letter('relayed', { set })
    expect(row.outcome).toBe('delivered')
    expect(row.endedAtMs! - repair).toBeGreaterThanOrEqual(0)
    expect(row.endedAtMs! - repair).toBeLessThan(ONE_WAIT)
    expect(read('relayed', 'notices', { set })).toBe(0)
  })

  it.each([
    ['1 h', hours(1)],
    ['1 d', days(1)],
    ['3 d', days(3)],
  ])('a relay that is patient for %s says so then', (lifetime, age) => {
    const set = { 'relay.queue.lifetime': lifetime }
    const told = Number(read('relayed', 'toldAfter', { set }))
    expect(letter('relayed', { set }).outcome).toBe('bounced')
    expect(told - age).toBeGreaterThanOrEqual(0)
    expect(told - age).toBeLessThan(ONE_WAIT)
  })

  it('the report is one message, without a return path, and lies at the provider', () => {
    const both = rows('relayed')
    expect(both).toHaveLength(2)
    expect(both[1]).toMatchObject({
      kind: 'dsn',
      from: '',
      to: 'alice@school.example',
      outcome: 'delivered',
      attempts: [],
    })
    const { index } = worldFor(ID, 'relayed')
    expect(readMetric([index], 'relayed.dsn-1.holder', Infinity)?.value).toBe('relay')
  })

  it('the laptop may be closed all week: the relay, its report and the warning are the same', () => {
    const set = { 'laptop.lid.closes': '60 s', 'laptop.lid.stays-closed': '7 d' }
    for (const world of ['relayed', 'warned']) {
      expect(rows(world, { set })).toEqual(rows(world))
    }
    // An outbox that sleeps does nothing at all, and goes on when it wakes.
    expect(letter('direct', { set }).attempts).toHaveLength(2)
    expect(letter('direct', { set }).endedAtMs).toBeGreaterThan(days(7))
  })

  it('a warning comes days before the bounce, and changes nothing about it', () => {
    expect(Number(read('warned', 'warnedAfter'))).toBeLessThan(hours(4) + minutes(50))
    expect(letter('warned').attempts).toEqual(letter('relayed').attempts)
    expect(read('warned', 'toldAfter')).toBe(read('relayed', 'toldAfter'))
  })

  it('only somebody who gives up tells: an outbox says nothing for as long as it takes', () => {
    const set = { 'mx.outage.lasts': '12 d' }
    expect(read('direct', 'notices', { set })).toBe(0)
    expect(read('relayed', 'notices', { set })).toBe(1)
    expect(read('at-home', 'notices', { set })).toBe(1)
  })
})
