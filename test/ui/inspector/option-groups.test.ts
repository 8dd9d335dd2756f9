import { expect, it } from 'vitest'
import { settableOptions } from '../../../src/sim/options.ts'
import { groupsOf } from '../../../src/ui/inspector/option-groups.ts'
import { scenarioOf } from '../../helpers/runs.ts'

const all = settableOptions(scenarioOf('try-again-later')).filter(({ host }) => host === 'mx')

it('options of one subject are together, each option once, in their order', () => {
  const { alone, groups } = groupsOf(all)
  const again = [...alone, ...groups.flatMap(({ options }) => options)]
  expect(again.map(({ path }) => path).sort()).toEqual(all.map(({ path }) => path).sort())
  const paths = (id: string): string[] | undefined =>
    groups.find((one) => one.id === id)?.options.map(({ path }) => path)
  expect(paths('outage')).toEqual(['mx.outage.from', 'mx.outage.lasts', 'mx.outage.kind'])
  expect(paths('greylist')?.[0]).toBe('mx.greylist.on')
  // A check has a group even with one option; other options do not.
  expect(paths('recipient')).toEqual(['mx.recipient.check'])
  expect(paths('order')).toEqual(['mx.order', 'mx.delay-reject'])
  expect(alone.map(({ path }) => path)).toContain('mx.size-limit')
})

it('a subject without words of its own has a heading all the same', () => {
  const option = all[0]!
  const made = ['a', 'b', 'c'].map((key) => ({
    ...option,
    path: `mx.novel.${key}`,
    spec: { ...option.spec, path: `novel.${key}`, key },
  }))
  expect(groupsOf(made).groups).toMatchObject([{ id: 'novel', title: { everyday: 'Novel' } }])
})
