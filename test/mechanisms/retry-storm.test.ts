/** What the story of the storm rests on: take its cause away, and its effect is gone. */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'

const STORM = scenarioOf('retry-storm')
const SENDERS = STORM.mail.length
/** Most sessions at the exchanger at one time; with 24 senders, 20 are a crowd, and 5 are none. */
const [CROWD, FEW] = [20, 5]

function peak(of: ScenarioFile, world: string, wanted: Wanted = {}): number {
  const { index } = worldFor(of, world, wanted)
  return Number(readMetric([index], `${world}.@mx.peak`, Infinity)?.value)
}

/** Everybody writes at another time, over the length of one fixed gap. */
const scattered: ScenarioFile = {
  ...STORM,
  mail: STORM.mail.map((one, i) => ({ ...one, at: `${i * Math.floor(900 / SENDERS)} s` })),
}

describe('a retry storm', () => {
  it('is made by equal gaps, and not by growing ones or by clocks of their own', () => {
    expect(peak(STORM, 'fixed')).toBeGreaterThanOrEqual(CROWD)
    expect(peak(STORM, 'relayed')).toBeLessThanOrEqual(FEW)
    expect(peak(STORM, 'own-clock')).toBeLessThanOrEqual(FEW)
  })

  it('needs clocks that one event has started: who began apart stays apart', () => {
    expect(peak(scattered, 'fixed')).toBeLessThanOrEqual(FEW)
  })

  it('is the crowd of nine o’clock: without an outage it stands there in every world', () => {
    const set = { 'mx.outage.lasts': '0' }
    for (const world of ['relayed', 'fixed', 'own-clock'])
      expect(peak(STORM, world, { set }), world).toBeGreaterThanOrEqual(CROWD)
  })

  it('is worse on a narrow line, but a wide one does not part the crowd', () => {
    const set = { 'mx.line.speed': '0' }
    const wide = peak(STORM, 'fixed', { set })
    expect(wide).toBeLessThan(peak(STORM, 'fixed'))
    expect(wide).toBeGreaterThan(2 * peak(STORM, 'relayed', { set }))
  })

  it('costs as many knocks as there are gaps in the outage', () => {
    const attempts = (lasts: string): number => {
      const { index } = worldFor(STORM, 'fixed', { set: { 'mx.outage.lasts': lasts } })
      return Number(readMetric([index], 'fixed.all.attempts', Infinity)?.value)
    }
    // Tries at 0, 15, 30 min and so on, the last one after the repair.
    expect(attempts('10 min')).toBe(2 * SENDERS)
    expect(attempts('110 min')).toBe(9 * SENDERS)
    expect(attempts('6 h')).toBeGreaterThanOrEqual(24 * SENDERS)
  })
})
