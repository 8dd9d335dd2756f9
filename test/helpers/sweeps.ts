/** A small sweep: what the delay of greylisting does to a relayed letter. */
import type { ScenarioFile, SweepSpec } from '../../src/sim/scenarios/scenario.ts'
import { scenarioOf } from './runs.ts'

export const SWEEP: SweepSpec = {
  path: 'mx.greylist.delay',
  from: '5 min',
  to: '20 min',
  step: '5 min',
  reading: 'relayed.alice-1.took',
  seeds: 3,
  title: {
    everyday: 'How long strangers wait',
    technical: 'Delay and time to delivery',
    protocol: 'Delay and time to delivery',
  },
}

export function sweptScenario(changes: Partial<SweepSpec> = {}): ScenarioFile {
  return { ...scenarioOf('try-again-later'), sweep: { ...SWEEP, ...changes } }
}
