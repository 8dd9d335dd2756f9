import { describe, expect, it } from 'vitest'
import { exim } from '../../../../src/sim/mail/retry/exim.ts'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { days, hours, minutes, seconds } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

/** A queue runner every second stands for one that is always there. */
const IDEAL = { queueRunnerMs: seconds(1) }
const inMinutes = (tries: readonly number[]): number[] => tries.map((t) => Math.round(t / 60))

describe('Exim’s law', () => {
  it('with an ideal runner tries every 15 min, then ever more rarely, then every 6 h', () => {
    const { tries } = told(exim, IDEAL)
    const quarters = [0, 15, 30, 45, 60, 75, 90, 105, 120]
    const growing = [180, 270, 405, 608, 911, 1367]
    const sixHours = [1727, 2087, 2447]
    expect(inMinutes(tries.slice(0, 18))).toEqual([...quarters, ...growing, ...sixHours])
  })

  it('counts gaps in whole seconds', () => {
    // 4 h 30 min, 6 h 45 min, 10 h 7.5 min, 15 h 11 min 15 s; the next gap, 27,337.5 s, is cut.
    const expected = [16_200, 24_300, 36_450, 54_675, 82_012]
    expect(told(exim, IDEAL).tries.slice(10, 15)).toEqual(expected)
  })

  it('gives up by the first failure after four days: the 28th', () => {
    // 82,012 s and thirteen times six hours.
    expect(told(exim, IDEAL)).toMatchObject({ count: 28, gaveUpAt: 82_012 + 13 * 21_600 })
  })

  it('with a runner every 30 min comes when the runner comes, and a retry may just be missed', () => {
    // The runner comes at 0 and every 30 min: 15 min are up at the first, one hour is up at the
    // sixth; gaps of 1 h, 1.5 h, 2 h 15, 3 h 22.5, 5 h 3.75 wait for the next half hour.
    const expected = [0, 30, 60, 90, 120, 180, 270, 420, 630, 960, 1320]
    expect(inMinutes(told(exim).tries.slice(0, 11))).toEqual(expected)
    expect(told(exim)).toMatchObject({ count: 24, gaveUpAt: 6000 * 60 })
    // The first retry comes after 15 to 45 min.
    expect(told(exim, {}, minutes(15)).tries[1]).toBe(15 * 60)
    expect(told(exim, {}, minutes(15) - 1000).tries[1]).toBe(45 * 60 - 1)
  })

  it.each([
    // last gap, next gap: by hand, in minutes
    [15, 60],
    [59, 60],
    [60, 90],
    [80, 120],
    [120, 180],
  ])('after a gap of %i min one of %i min, not counting the wait for the runner', (last, gap) => {
    const failed = failure({ now: hours(5), lastGapMs: minutes(last) })
    expect(exim.next(failed, LAW_DEFAULTS)?.gapMs).toBe(minutes(gap))
  })

  it('counts from the first failure of the host, not of the message', () => {
    const now = days(10)
    const known = (firstFailedAt: number) =>
      exim.next(failure({ now, arrivedAt: now, firstFailedAt }), LAW_DEFAULTS)
    expect(known(now - hours(1))?.gapMs).toBe(minutes(15))
    expect(known(now - hours(20))?.gapMs).toBe(hours(6))
    // A newcomer to a host that has been dead for four days has this one try.
    expect(known(now - days(4))).toBeNull()
  })

  it('gives a message up by its own age where the record of its host is younger', () => {
    const failed = failure({ now: days(4), arrivedAt: 0, firstFailedAt: days(3) })
    expect(exim.next(failed, LAW_DEFAULTS)).toBeNull()
    const younger = failure({ now: days(4) - 1, arrivedAt: 0, firstFailedAt: days(3) })
    expect(exim.next(younger, LAW_DEFAULTS)).not.toBeNull()
  })
})
