import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS, type FailedTry, type RetryLaw } from '../../../../src/sim/mail/retry/law.ts'
import { scheduleOf } from '../../../../src/sim/mail/retry/schedule.ts'

/** Tries at 0, 10, 20 and gives up; keeps what it was told. */
function threeTries(): { law: RetryLaw; seen: FailedTry[] } {
  const seen: FailedTry[] = []
  const next: RetryLaw['next'] = (failed) => {
    seen.push(failed)
    return failed.failures === 3 ? null : { at: failed.now + 10, gapMs: failed.failures }
  }
  const told = { id: 'fixed', title: '', source: '', ownLifetimeMs: null, reads: [] } as const
  return { law: { ...told, next }, seen }
}

describe('the schedule of a law', () => {
  it('has all tries, and the failure after which it gives up', () => {
    const { law, seen } = threeTries()
    const schedule = scheduleOf(law, LAW_DEFAULTS, 7, 100)
    expect(schedule).toEqual({ tries: [0, 10, 20], gaveUpAt: 20 })
    const told = { arrivedAt: 0, firstFailedAt: 0, phaseDraw: 7 }
    expect(seen).toEqual([
      { ...told, now: 0, failures: 1, lastGapMs: 0 },
      { ...told, now: 10, failures: 2, lastGapMs: 1 },
      { ...told, now: 20, failures: 3, lastGapMs: 2 },
    ])
  })

  it('stops at the bound, and then does not say that the law gave up', () => {
    const { law } = threeTries()
    expect(scheduleOf(law, LAW_DEFAULTS, 0, 2)).toEqual({ tries: [0, 10], gaveUpAt: null })
    expect(scheduleOf(law, LAW_DEFAULTS, 0, 3).gaveUpAt).toBe(20)
    expect(scheduleOf(law, LAW_DEFAULTS, 0, 0)).toEqual({ tries: [], gaveUpAt: null })
  })
})
