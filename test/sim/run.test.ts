/** What makes the worlds of one run different from one another. */
import { describe, expect, it } from 'vitest'
import { reportFor, scenarioOf } from '../helpers/runs.ts'
import { worldsOf } from '../../src/sim/run.ts'
import type { ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'

const plain = (text: string) => ({ everyday: text, technical: text, protocol: text })

/** Bob's domain, and nobody there to take mail. */
const MOVED: ZoneSpec = { origin: 'college.example', ttl: '1 h', negativeTtl: '1 h', names: {} }
const FURTHER: ZoneSpec = { ...MOVED, origin: 'further.example' }

const scenario: ScenarioFile = {
  ...scenarioOf('two-roads'),
  variants: [
    { id: 'moved', route: 'relayed', title: plain('x'), settings: {}, zones: [MOVED, FURTHER] },
    { id: 'same', route: 'relayed', title: plain('x'), settings: {} },
  ],
}

describe('a variant with zones of its own', () => {
  it('has them in place of those of the same origin, and beside the others', () => {
    const origins = (id: string) => {
      const plan = worldsOf(scenario, 'both').find((one) => one.id === id)
      return plan?.zones.map(({ origin }) => origin)
    }
    const before = scenario.zones.map(({ origin }) => origin)
    expect(origins('relayed')).toEqual(before)
    expect(origins('same')).toEqual(before)
    expect(origins('moved')).toEqual([
      ...before.filter((one) => one !== 'college.example'),
      'college.example',
      'further.example',
    ])
  })

  it('lives by them, and the other worlds do not', () => {
    const outcome = (id: string) => reportFor(scenario).worlds[id]?.messages[0]?.outcome
    expect(outcome('relayed')).toBe('delivered')
    expect(outcome('same')).toBe('delivered')
    expect(outcome('moved')).toBe('bounced')
  })
})
