import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { sendmail } from '../../../../src/sim/mail/retry/sendmail.ts'
import { days, minutes } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

describe('Sendmail’s law', () => {
  it.each([
    [0, [0, 30, 60, 90, 120, 150, 180, 210, 240]],
    [1, [0, 1, 31, 61, 91, 121, 151, 181, 211]],
    [29, [0, 29, 59, 89, 119, 149, 179, 209, 239]],
  ])('tries at every queue run, %i min past every half hour', (phase, expected) => {
    const { tries } = told(sendmail, {}, minutes(phase))
    expect(tries.slice(0, 9).map((t) => t / 60)).toEqual(expected)
  })

  it('tries four times in an hour with -q15m', () => {
    const { tries } = told(sendmail, { queueRunnerMs: minutes(15) }, minutes(10))
    const expected = [0, 10, 25, 40, 55, 70, 85, 100]
    expect(tries.slice(0, 8).map((t) => t / 60)).toEqual(expected)
  })

  it('gives up at the first run after five days: 242 tries', () => {
    // At 0, at 10 min, 239 half hours later at 7180 min, and the one past 7200 min.
    const expected = { count: 242, gaveUpAt: 7210 * 60 }
    expect(told(sendmail, {}, minutes(10))).toMatchObject(expected)
  })

  it('at the lifetime itself still waits, and a moment later no more', () => {
    expect(sendmail.next(failure({ now: days(5) }), LAW_DEFAULTS)?.at).toBe(days(5) + minutes(30))
    expect(sendmail.next(failure({ now: days(5) + 1 }), LAW_DEFAULTS)).toBeNull()
  })
})
