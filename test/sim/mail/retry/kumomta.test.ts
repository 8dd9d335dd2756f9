import { expect, it } from 'vitest'
import { kumomta } from '../../../../src/sim/mail/retry/kumomta.ts'
import { LAW_DEFAULTS } from '../../../../src/sim/mail/retry/law.ts'
import { days, minutes } from '../../../../src/sim/units.ts'
import { failure, told } from './times.ts'

it('KumoMTA doubles its gap from 20 min, and gives up when the next try would be too late', () => {
  const { tries, count, gaveUpAt } = told(kumomta)
  expect(tries.map((t) => t / 60)).toEqual([0, 20, 60, 140, 300, 620, 1260, 2540, 5100])
  // The tenth would come at 10,220 min; seven days are 10,080.
  expect({ count, gaveUpAt }).toEqual({ count: 9, gaveUpAt: 5100 * 60 })
})

it('KumoMTA takes a try just before seven days, and none at them', () => {
  const at = (now: number) => kumomta.next(failure({ now, failures: 3 }), LAW_DEFAULTS)
  expect(at(days(7) - minutes(80) - 1)).toEqual({ at: days(7) - 1, gapMs: minutes(80) })
  expect(at(days(7) - minutes(80))).toBeNull()
})

it('KumoMTA gives up after however many failures', () => {
  expect(kumomta.next(failure({ failures: 33 }), LAW_DEFAULTS)).toBeNull()
})
