import { expect, it } from 'vitest'
import { attemptReading, type AttemptReading } from '../../../src/sim/facts/attempts.ts'
import { scenario as theLidCloses } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { attemptGroups } from '../../../src/ui/inspector/attempt-groups.ts'
import { runWorld } from '../../helpers/run-world.ts'

function attempts(): AttemptReading[] {
  const index = runWorld(theLidCloses, 'relayed')
  return index.attempts
    .map((_, serial) => attemptReading(index, serial, 0, Infinity))
    .filter((one) => one !== null)
}

it('leaves a few attempts alone, and tells the time between them', () => {
  const groups = attemptGroups(attempts())
  expect(groups.map(({ middle }) => middle.length)).toEqual([0, 0, 0, 0])
  expect(groups.map(({ first }) => first.gap)).toEqual([null, 275, 446_234, 600_000])
})

it('folds the middle of many that ended alike', () => {
  const failed = attempts()[1]
  if (failed === undefined) throw new Error('no attempt')
  const many = Array.from({ length: 9 }, (_, i) => ({ ...failed, attempt: i, at: i * 1000 }))
  const [group, ...others] = attemptGroups(many)
  expect(others).toEqual([])
  expect(group).toMatchObject({ key: 0, first: { gap: null }, last: { gap: 1000 } })
  expect(group?.middle).toHaveLength(7)
})
