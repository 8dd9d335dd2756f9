import { expect, it } from 'vitest'
import { haraka } from '../../../../src/sim/mail/retry/haraka.ts'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { days, seconds } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

it('Haraka doubles its gap from 64 s', () => {
  const expected = [0, 64, 192, 448, 960, 1984, 4032, 8128, 16_320, 32_704, 65_472]
  expect(told(haraka).tries.slice(0, 11)).toEqual(expected)
})

it('Haraka gives up at its thirteenth failure, after 72.8 h', () => {
  expect(told(haraka)).toMatchObject({ count: 13, gaveUpAt: 262_080 })
  expect(haraka.ownLifetimeMs).toBe(seconds(262_080))
})

it('Haraka counts, and looks at no clock', () => {
  const late = { now: days(30), arrivedAt: 0 }
  const next = { at: days(30) + seconds(64 * 2048), gapMs: seconds(64 * 2048) }
  expect(haraka.next(failure({ ...late, failures: 12 }), LAW_DEFAULTS)).toEqual(next)
  expect(haraka.next(failure({ ...late, failures: 13 }), LAW_DEFAULTS)).toBeNull()
})
