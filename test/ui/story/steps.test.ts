import { expect, it } from 'vitest'
import type { ScenarioEntry } from '../../../src/sim/scenarios/index.ts'
import { followingOf, stepsOf } from '../../../src/ui/story/steps.ts'

const entry = (id: string, prologue?: string): ScenarioEntry => ({
  id,
  title: { everyday: id, technical: id, protocol: id },
  group: 'first-steps',
  load: () => Promise.reject(new Error(id)),
  ...(prologue === undefined ? {} : { prologue }),
})

/** The second is the prologue to the first. */
const LIST = [entry('a', 'b'), entry('b'), entry('c')]
const ids = (id: string): string[] => stepsOf(id, LIST).map((one) => one.id)

it.each([
  ['a', ['b', 'a']],
  ['b', ['b', 'a']],
  ['c', []],
  ['x', []],
])('the steps of %s are %j', (id, steps) => {
  expect(ids(id)).toEqual(steps)
})

it.each([
  ['b', 'a', true],
  ['a', 'c', false],
  ['c', undefined, undefined],
])('after %s comes %s', (id, next, isGoal) => {
  const following = followingOf(id, LIST)
  expect(following?.entry.id).toBe(next)
  expect(following?.isGoal).toBe(isGoal)
})
