import { describe, expect, it } from 'vitest'
import { journeys } from '../../../src/sim/facts/journeys.ts'
import { isMetricPath, readMetric } from '../../../src/sim/facts/metrics.ts'
import { worldFor } from '../../helpers/runs.ts'

const { index } = worldFor('a-day-at-the-mx', 'greylist-only')
const at = (until: number) => (path: string) =>
  readMetric([index], `greylist-only.${path}`, until)?.value ?? null
const read = at(Infinity)

/** The same the long way. */
const rows = (name: string, until = Infinity) =>
  journeys(index, until).filter(({ record }) => record.id.startsWith(`${name}-`))

describe('what is read of all letters of one name', () => {
  it.each(['school', 'wave', 'patient', 'shoe', 'thief', 'alice'])('is the sum of %s', (name) => {
    for (const until of [0, 7_200_000, 12_000_000, Infinity]) {
      const all = rows(name, until)
      const count = (outcome: string) => all.filter((one) => one.outcome === outcome).length
      const here = at(until)
      expect(here(`${name}.sent`)).toBe(all.length)
      expect(here(`${name}.delivered`)).toBe(count('delivered'))
      expect(here(`${name}.lost`)).toBe(count('lost'))
      expect(here(`${name}.waiting`)).toBe(count('queued'))
      const attempts = all.reduce((sum, one) => sum + one.attempts.length, 0)
      expect(here(`${name}.attempts`)).toBe(attempts)
    }
  })

  it('knows how long they took: the middle one, and the slowest', () => {
    const took = rows('stranger').map(({ endedAt, record }) => endedAt! - record.sentAt)
    const sorted = took.sort((a, b) => a - b)
    expect(sorted).toHaveLength(7)
    expect(read('stranger.median')).toBe(sorted[3])
    expect(read('stranger.slowest')).toBe(sorted[6])
    // Of an even number the lower one of both in the middle.
    expect(read('alice.median')).toBe(read('alice-2.took'))
    expect(read('alice.slowest')).toBe(read('alice-1.took'))
  })

  it('knows when the last one came', () => {
    const last = Math.max(...rows('school').map(({ endedAt }) => endedAt!))
    expect(read('school.lastArrival')).toBe(last)
    expect(readMetric([index], 'greylist-only.school.lastArrivalClock', Infinity)).toEqual({
      kind: 'clock',
      value: last,
    })
    expect(at(0)('school.lastArrival')).toBeNull()
  })

  it('has no time where nothing has arrived', () => {
    expect(read('bots.sent')).toBe(172)
    expect(read('bots.median')).toBeNull()
    expect(read('bots.slowest')).toBeNull()
    expect(read('bots.lastArrivalClock')).toBeNull()
  })

  it.each([
    ['nobody.sent', 'nobody of that name writes'],
    ['shoe-2.sent', 'one message is no crowd'],
    ['shoe.outcome', 'a crowd has no outcome'],
    ['scho.sent', 'half a name is none'],
  ])('is nothing for %s: %s', (path) => {
    expect(read(path)).toBeNull()
  })

  it('is a path like others', () => {
    const isPath = (path: string) => isMetricPath(`greylist-only.${path}`, ['greylist-only'])
    expect(isPath('shoe.inbox')).toBe(true)
    expect(isPath('shoe.median')).toBe(true)
    expect(isPath('shoe.outcome')).toBe(false)
    expect(isPath('shoe-2.outcome')).toBe(true)
    expect(isPath('shoe-2.median')).toBe(false)
  })
})
