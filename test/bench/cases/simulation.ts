/** The whole simulation at length: "try again later", relayed, with 100,000 messages and all facts. */
import { strictEqual } from 'node:assert/strict'
import { KIND, OUTCOMES } from '../../../src/sim/facts/fact.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import type { MailSpec, ScenarioFile } from '../../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { figure, type Figure } from '../figure.ts'
import { costOf } from '../measure.ts'

const MESSAGES = 100_000
/** Time between two messages of the laptop. */
const GAP_MS = 20

function scaled(messages: number): ScenarioFile {
  const scenario = SCENARIOS.find(({ id }) => id === 'try-again-later')
  if (scenario === undefined) throw new Error('there is no scenario try-again-later')
  const mail = Array.from({ length: messages }, (_, i): MailSpec => {
    const at = `${i * GAP_MS} ms`
    // Everybody is a stranger to the greylist: each message is deferred once.
    const to = [`user${i}@college.example`]
    const from = 'alice@school.example'
    return { at, host: 'laptop', kind: 'good', from, to, subject: `Letter ${i}`, body: 'Hello.' }
  })
  const hosts = scenario.hosts.map((host) =>
    host.id === 'mx' ? { ...host, mailboxes: ['*'] } : host,
  )
  return { ...scenario, hosts, mail }
}

function simulate(scenario: ScenarioFile): Simulation {
  const [plan] = worldsOf(scenario, 'relayed')
  if (plan === undefined) throw new Error('the scenario has no relayed world')
  const simulation = new Simulation({ scenario, seed: 1, interventions: [] }, plan)
  simulation.run()
  return simulation
}

/** How much there was to do. Everything must have arrived, or it was another day's work. */
function workOf({ events, chronicle: { facts } }: Simulation): { events: number; facts: number } {
  let delivered = 0
  for (let i = 0; i < facts.length; i++) {
    if (facts.kind(i) === KIND.end && facts.lane(i, 2) === OUTCOMES.indexOf('delivered'))
      delivered++
  }
  strictEqual(delivered, MESSAGES)
  return { events, facts: facts.length }
}

export function simulation(): Figure[] {
  const scenario = scaled(MESSAGES)
  const { events, facts } = workOf(simulate(scenario))
  const seconds = costOf(() => void simulate(scenario))
  return [
    figure('full simulation, relayed, greylisted once', MESSAGES / seconds, 'messages/s'),
    figure('full simulation, events', events / MESSAGES, 'events/message'),
    figure('full simulation, facts', facts / MESSAGES, 'facts/message'),
  ]
}
