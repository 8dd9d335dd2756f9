import { expect, it } from 'vitest'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { mox } from '../../../../src/sim/mail/retry/mox.ts'
import { seconds } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

it('mox doubles its gap from 7.5 min and gives up at its eighth failure', () => {
  const { tries, count, gaveUpAt } = told(mox)
  expect(tries.map((t) => t / 60)).toEqual([0, 7.5, 22.5, 52.5, 112.5, 232.5, 472.5, 952.5])
  expect({ count, gaveUpAt }).toEqual({ count: 8, gaveUpAt: 57_150 })
  expect(mox.ownLifetimeMs).toBe(seconds(57_150))
})

it('mox counts, and looks at no clock', () => {
  const seventh = mox.next(failure({ now: seconds(9), failures: 7 }), LAW_DEFAULTS)
  expect(seventh).toEqual({ at: seconds(9 + 28_800), gapMs: seconds(28_800) })
})
