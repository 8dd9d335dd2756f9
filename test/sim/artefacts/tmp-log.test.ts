import { it } from 'vitest'
import { mailLog } from '../../../src/sim/artefacts/mail-log.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { brokenLives, misshapen, openSessions } from '../../helpers/log-shapes.ts'

const check = (name: string, run: any, max?: number) => {
  for (const plan of worldsOf(run.scenario, 'both')) {
    const simulation = new Simulation(run, plan)
    try { simulation.run(max) } catch (e) { console.log(name, plan.id, String(e).slice(0,160)); continue }
    const t = Date.now()
    const log = mailLog(new FactIndex(recordOf(run, simulation)), Infinity).map((l) => l.text)
    const ms = Date.now() - t
    const bad = [...misshapen(log).map((l)=>'SHAPE '+l), ...brokenLives(log), ...openSessions(log).map((l)=>'SESSION '+l)]
    if (bad.length > 0 || ms > 500) console.log(name, plan.id, log.length, ms, 'ms', bad.length, bad.slice(0, 6))
  }
}
it('scenarios', () => { for (const scenario of SCENARIOS) check(scenario.id, { scenario, seed: 1, interventions: [] }) }, 100000)
it('random', () => { for (let n = 0; n < 300; n++) check(`random ${n}`, randomRun(n)) }, 200000)
