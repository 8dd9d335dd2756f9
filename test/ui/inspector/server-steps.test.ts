import { describe, expect, it } from 'vitest'
import type { Intervention } from '../../../src/sim/run.ts'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { scenario } from '../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { LAW_IDS } from '../../../src/sim/mail/retry/law.ts'
import { serverSteps } from '../../../src/ui/inspector/server-steps.ts'
import { ruleAt } from '../../../src/ui/views/map/rule.ts'

const set = (path: string, value: string | boolean, at = 0): Intervention => ({
  at,
  act: { kind: 'set', path, value },
})
const setting = (...interventions: readonly Intervention[]) => ({
  scenario,
  interventions,
  world: 'direct',
})
const ALL = [
  set('laptop.retry', 'exim', 100),
  set('laptop.always-on', true, 200),
  set('laptop.same-address', true, 300),
]

describe('from a laptop to a mail server', () => {
  it.each([
    [0, [false, false, false]],
    [100, [true, false, false]],
    [200, [true, true, false]],
    [300, [true, true, true]],
  ] as const)('at %i the steps are %j', (at, done) => {
    const reading = serverSteps(setting(...ALL), 'laptop', at)
    expect(reading?.steps.map((one) => one.done)).toEqual(done)
    expect(reading?.isServer).toBe(done.every((one) => one))
  })

  it('each step has what takes it back', () => {
    const steps = serverSteps(setting(...ALL), 'laptop', 300)!.steps
    const back = steps.map(({ path, off }) => set(path, off as string | boolean, 400))
    const reading = serverSteps(setting(...ALL, ...back), 'laptop', 400)
    expect(reading?.steps.some((one) => one.done)).toBe(false)
  })

  it('no other host has them', () => {
    expect(serverSteps(setting(), 'mx', 0)).toBeNull()
  })
})

describe('the rule along the direct road', () => {
  it.each(['never', 'outbox', 'alice', ...LAW_IDS])('has words for %s', (value) => {
    for (const level of LEVELS)
      expect(ruleAt(setting(set('laptop.retry', value)), 0, level)).toMatch(/\w/)
  })

  it.each(LAW_IDS)('of a laptop that is always on never says when %s sleeps', (law) => {
    for (const level of LEVELS) {
      const retry = set('laptop.retry', law)
      const always = ruleAt(setting(retry, set('laptop.always-on', true)), 0, level)
      expect(ruleAt(setting(retry), 0, level)).toMatch(/awake|open/)
      expect(always).not.toMatch(/awake|open/)
    }
  })

  it('says that the laptop is a mail server when nothing is missing', () => {
    expect(ruleAt(setting(...ALL), 299, 'technical')).toContain("Exim's rule")
    expect(ruleAt(setting(...ALL), 300, 'technical')).toContain('this laptop is a mail server')
  })
})
