import { it } from 'vitest'
import { randomRun } from '/work/main/test/helpers/random-world.ts'
import { Simulation } from '/work/main/src/sim/simulation.ts'
import { worldsOf } from '/work/main/src/sim/run.ts'
import { recordOf } from '/work/main/src/sim/record.ts'
import { FactIndex } from '/work/main/src/sim/facts/fact-index.ts'
import { factsOf } from '/work/main/test/helpers/invariants.ts'
import { queueOf } from '/work/main/test/helpers/structure.ts'
it('show', () => {
  const run = randomRun(Number(process.env.N))
  console.log(
    JSON.stringify(run.scenario.settings),
    JSON.stringify(run.interventions),
    JSON.stringify(run.scenario.mail.map((m) => [m.at, m.host, m.to, m.octets])),
  )
  const plan = worldsOf(run.scenario, 'both')[Number(process.env.W ?? 1)]!
  const s = new Simulation(run, plan, { events: 20000, facts: 12000, messages: 1000 })
  s.run(Number(process.env.UNTIL ?? 21600000))
  const index = new FactIndex(recordOf(run, s))
  const re = new RegExp(process.env.RE ?? '.')
  let n = 0
  for (const f of factsOf(index)) {
    const t = JSON.stringify(f)
    if (re.test(t) && n++ < Number(process.env.MAX ?? 80)) console.log(t)
  }
  if (process.env.Q)
    for (const h of s.world.hosts) {
      const q = queueOf(h)
      if (q)
        console.log(
          h.id,
          h.power,
          h.asleep,
          JSON.stringify(h.line),
          JSON.stringify([...q.entries.values()]),
          JSON.stringify([...q.due.entries()]),
          JSON.stringify([...q.destinations.entries()]),
        )
    }
})
