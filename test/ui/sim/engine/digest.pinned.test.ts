import { expect, test } from 'vitest'
import { PINNED } from '../../../helpers/pinned.ts'
import { withPoisonedGlobals } from '../../../helpers/poison.ts'

test.each(PINNED)('$name: in Chromium as in Node', ({ run, value }) => {
  expect(withPoisonedGlobals(run)).toEqual(value)
})
