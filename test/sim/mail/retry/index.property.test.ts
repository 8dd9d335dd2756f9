import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RETRY_LAWS } from '../../../../src/sim/mail/retry/index.ts'
import type { FailedTry, LawOptions } from '../../../../src/sim/mail/retry/law.ts'
import { scheduleOf } from '../../../../src/sim/mail/retry/schedule.ts'
import { days, hours, seconds } from '../../../../src/sim/units.ts'

const span = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })
const draw = span(0, 2 ** 32 - 1)

const options: fc.Arbitrary<LawOptions> = fc.record({
  queueRunDelayMs: span(seconds(1), hours(1)),
  minBackoffMs: span(seconds(1), hours(4)),
  maxBackoffMs: span(seconds(1), days(1)),
  queueRunnerMs: span(seconds(1), hours(4)),
  fixedRetryMs: span(0, days(1)),
  lifetimeMs: span(0, days(14)),
})

/** Not only what a schedule comes to: tries take time, queues are flushed, records are older. */
const failed: fc.Arbitrary<FailedTry> = fc
  .record({
    arrivedAt: span(0, days(14)),
    age: span(0, days(14)),
    failing: span(0, days(14)),
    failures: span(1, 100_000),
    lastGapMs: span(0, days(2)),
    phaseDraw: draw,
  })
  .map(({ arrivedAt, age, failing, ...rest }) => {
    const now = arrivedAt + age
    return { ...rest, now, arrivedAt, firstFailedAt: Math.max(0, now - failing) }
  })

describe.each(RETRY_LAWS)('whatever has been, $id', (law) => {
  it('answers a later time, in whole milliseconds, or gives up', () => {
    fc.assert(
      fc.property(failed, options, (one, chosen) => {
        const next = law.next(one, chosen)
        if (next === null) return
        expect(Number.isSafeInteger(next.at)).toBe(true)
        expect(Number.isSafeInteger(next.gapMs)).toBe(true)
        expect(next.gapMs).toBeGreaterThanOrEqual(0)
        expect(next.at).toBeGreaterThanOrEqual(one.now + Math.max(1, next.gapMs))
        expect(law.next(one, chosen)).toEqual(next)
      }),
    )
  })

  it('comes to an end', () => {
    // No gap is below a second, so five hours hold at most as many tries as seconds, and one.
    const short = options.map((one) => ({
      ...one,
      fixedRetryMs: Math.max(seconds(1), one.fixedRetryMs),
      lifetimeMs: one.lifetimeMs % hours(5),
    }))
    fc.assert(
      fc.property(draw, short, (phase, chosen) => {
        const bounded = { ...chosen, queueRunnerMs: Math.max(seconds(60), chosen.queueRunnerMs) }
        const { tries, gaveUpAt } = scheduleOf(law, bounded, phase, 18_002)
        expect(gaveUpAt).toBe(tries.at(-1))
        // KumoMTA gives up before its lifetime where the next try would be after it.
        const patience = law.id === 'kumomta' ? days(3) : (law.ownLifetimeMs ?? bounded.lifetimeMs)
        expect(gaveUpAt).toBeGreaterThanOrEqual(patience)
      }),
      { numRuns: 50 },
    )
  })
})
