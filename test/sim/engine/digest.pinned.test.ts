import { expect, test } from 'vitest'
import { PINNED } from '../../helpers/pinned.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

test.each(PINNED)('$name: as ever', ({ run, value }) => {
  expect(withPoisonedGlobals(run)).toEqual(value)
})
