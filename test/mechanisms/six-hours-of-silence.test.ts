import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { hours, minutes, seconds } from '../../src/sim/units.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'

const ID = 'six-hours-of-silence'
const REPAIR = hours(6)
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

/** Only the worlds of its road are run. */
const rows = (world: string, wanted: Wanted = {}) => {
  const road = ['direct', 'outbox'].includes(world) ? 'direct' : 'relayed'
  return rowsFor(ID, world, { ...wanted, road })
}
const letter = (world: string, wanted: Wanted = {}) => rows(world, wanted)[0]!
const triesAt = (wanted: Wanted = {}): number[] =>
  letter('relayed', wanted).attempts.map((one) => one.atMs)
const told = (world: string, what: string, wanted: Wanted = {}) =>
  readMetric([worldFor(ID, world, wanted).index], `${world}.alice-1.${what}`, Infinity)?.value

describe('six hours of silence', () => {
  it('without the outage every road takes a moment', () => {
    const set = { 'mx.outage.lasts': '0 s' }
    for (const world of ['direct', 'relayed', 'warned', 'outbox']) {
      const row = letter(world, { set })
      expect(row).toMatchObject({ outcome: 'delivered' })
      expect(row.attempts).toHaveLength(1)
      expect(row.endedAtMs).toBeLessThan(seconds(1))
    }
  })

  it('the relay notices nothing of the repair: its tries are the same, however long it lasts', () => {
    const long = triesAt({ set: { 'mx.outage.lasts': '24 h' } })
    for (const lasts of [hours(1), hours(3), hours(6), hours(12)]) {
      const tries = triesAt({ set: { 'mx.outage.lasts': `${lasts / 1000} s` } })
      const first = long.findIndex((at) => at >= lasts)
      expect(first).toBeGreaterThan(1)
      expect(tries).toEqual(long.slice(0, first + 1))
    }
  })

  it('a shorter longest wait means an earlier arrival and more tries', () => {
    const set = { 'relay.queue.max-backoff': '600 s' }
    for (const seed of SEEDS) {
      const row = letter('relayed', { seed, set })
      expect(row.endedAtMs! - REPAIR).toBeLessThan(minutes(15) + seconds(5))
      expect(row.attempts.length).toBeGreaterThan(2 * triesAt({ seed }).length)
    }
  })

  it('whoever has the queue tried after the repair makes the wait vanish', () => {
    const at = REPAIR + minutes(1)
    const row = letter('relayed', { acts: [[at, { kind: 'flush', host: 'relay' }]] })
    expect(row.outcome).toBe('delivered')
    expect(row.endedAtMs! - at).toBeLessThan(seconds(1))
  })

  it.each([
    [minutes(5), 300, 605],
    [hours(1), 4500, 4805],
    [hours(4), 17_100, 17_405],
  ])('a warning at age %i ms comes with a try that fails', (age, atLeast, atMost) => {
    const set = { 'relay.queue.delay-warning': `${age / 1000} s` }
    for (const seed of SEEDS) {
      const at = Number(told('relayed', 'warnedAfter', { seed, set })) / 1000
      expect(at).toBeGreaterThanOrEqual(atLeast)
      expect(at).toBeLessThan(atMost)
    }
  })

  it('a warning changes nothing about the transfer', () => {
    for (const seed of SEEDS)
      expect(letter('warned', { seed }).attempts).toEqual(letter('relayed', { seed }).attempts)
  })

  it('an outbox is patient only while the lid is open', () => {
    const set = { 'laptop.lid.closes': '60 s', 'laptop.lid.stays-closed': '8 h' }
    expect(letter('outbox').endedAtMs).toBeLessThan(REPAIR + minutes(5) + seconds(5))
    expect(letter('outbox', { set }).endedAtMs).toBeGreaterThan(hours(8))
    expect(triesAt({ set })).toEqual(triesAt())
  })
})
