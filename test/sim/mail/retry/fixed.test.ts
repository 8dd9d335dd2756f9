import { expect, it } from 'vitest'
import { fixed } from '../../../../src/sim/mail/retry/fixed.ts'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { hours, minutes } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

it('the fixed law keeps one gap for five days', () => {
  const { tries, count, gaveUpAt } = told(fixed)
  const inMinutes = tries.slice(0, 9).map((t) => t / 60)
  expect(inMinutes).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120])
  expect({ count, gaveUpAt }).toEqual({ count: 481, gaveUpAt: 432_000 })
})

it('the fixed law takes gap and lifetime from the options', () => {
  const changed = { fixedRetryMs: minutes(40), lifetimeMs: hours(5) }
  const { tries, gaveUpAt } = told(fixed, changed)
  expect(tries.map((t) => t / 60)).toEqual([0, 40, 80, 120, 160, 200, 240, 280, 320])
  expect(gaveUpAt).toBe(320 * 60)
})

it('the fixed law moves on even with a gap of nothing', () => {
  const options = { ...LAW_DEFAULTS, fixedRetryMs: 0 }
  expect(fixed.next(failure({ now: 5 }), options)).toEqual({ at: 6, gapMs: 1 })
})
