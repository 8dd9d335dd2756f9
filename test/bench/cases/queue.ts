/**
 * A relay with a long queue: so many messages to 1,000 domains, of which a third does not answer
 * for as long as the relay is patient. And the cost of a message from a thousand to a million.
 */
import { strictEqual } from 'node:assert/strict'
import { readAs } from '../../../src/sim/facts/codec.ts'
import { AIMS, KIND, OUTCOMES } from '../../../src/sim/facts/fact.ts'
import type { DnsRecord } from '../../../src/sim/mail/dns/record.ts'
import { scenario as twoRoads } from '../../../src/sim/scenarios/two-roads/scenario.ts'
import type { HostSpec, MailSpec, ScenarioFile } from '../../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { figure, type Figure } from '../figure.ts'

const DOMAINS = 1000
const MESSAGES = 100_000
/** Every third domain is served by the host that is down. */
const isDown = (domain: number): boolean => domain % 3 === 0
const nameOf = (domain: number): string => `d${domain}.example`

/** @param downFor how long the third is down, as written; '' for nobody down */
function crowded(messages: number, downFor: string): ScenarioFile {
  const domains = Array.from({ length: DOMAINS }, (_, i) => i)
  const names: Record<string, readonly DnsRecord[]> = {
    'up.example': [{ type: 'A', address: '192.0.2.130' }],
    'down.example': [{ type: 'A', address: '192.0.2.131' }],
  }
  for (const one of domains) {
    const exchange = isDown(one) ? 'down.example' : 'up.example'
    names[nameOf(one)] = [{ type: 'MX', preference: 10, exchange }]
  }
  const [laptop, relay, mx] = twoRoads.hosts as [HostSpec, HostSpec, HostSpec]
  const served = (down: boolean): string[] =>
    domains.filter((one) => isDown(one) === down).map(nameOf)
  const up = { ...mx, name: 'up.example', mailboxes: ['*'], domains: served(false) }
  const other = { id: 'down', name: 'down.example', addresses: ['192.0.2.131'] }
  const down = { ...up, ...other, domains: served(true) }
  const mail = Array.from({ length: messages }, (_, i): MailSpec => {
    const to = [`user${i}@${nameOf(i % DOMAINS)}`]
    const text = { subject: `Letter ${i}`, body: 'Hello.' }
    return { at: '0 s', host: 'relay', kind: 'good', from: 'alice@school.example', to, ...text }
  })
  return {
    ...twoRoads,
    hosts: [laptop, relay, up, down],
    links: [],
    zones: [{ origin: 'example', ttl: '1 h', negativeTtl: '15 min', names }],
    mail,
    // The relay starts with all of it in its queue.
    settings: {
      'relay.outage.lasts': '1 s',
      ...(downFor === '' ? {} : { 'down.outage.lasts': downFor }),
    },
  }
}

const NO_LIMITS = { events: Infinity, facts: Infinity, messages: Infinity }

function simulate(scenario: ScenarioFile): Simulation {
  const [plan] = worldsOf(scenario, 'relayed')
  if (plan === undefined) throw new Error('the scenario has no relayed world')
  const simulation = new Simulation({ scenario, seed: 1, interventions: [] }, plan, NO_LIMITS)
  simulation.run()
  return simulation
}

/** Tries by what they were for, and how many letters arrived. */
function countOf({ chronicle: { facts } }: Simulation): Record<string, number> {
  const counts = { transfer: 0, held: 0, delivered: 0 }
  for (let i = 0; i < facts.length; i++) {
    if (facts.kind(i) === KIND.attempt) {
      const aim = AIMS[facts.lane(i, 3)]
      if (aim === 'transfer' || aim === 'held') counts[aim]++
    } else if (facts.kind(i) === KIND.end) {
      if (readAs(facts, i, 'end')?.outcome === OUTCOMES[0]) counts.delivered++
    }
  }
  return counts
}

/** Once, after a smaller run that warms the compiler up: the large ones take their time. */
function costOnce(scenario: ScenarioFile): { seconds: number; simulation: Simulation } {
  const before = process.cpuUsage()
  const simulation = simulate(scenario)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, simulation }
}

export function queue(): Figure[] {
  simulate(crowded(5000, '1 d'))
  const { seconds, simulation } = costOnce(crowded(MESSAGES, '14 d'))
  const { transfer = 0, held = 0, delivered = 0 } = countOf(simulation)
  const down = Array.from({ length: MESSAGES }, (_, i) => i % DOMAINS).filter(isDown).length
  // Those that were given up have come back as reports, which were delivered too.
  strictEqual(delivered, MESSAGES)
  strictEqual(simulation.chronicle.messages.length - MESSAGES, down)
  return [
    figure('relay, 100,000 queued, a third down: tries', transfer / seconds, 'tries/s'),
    figure('the same with those put off untried', (transfer + held) / seconds, 'tries/s'),
    ...[1000, 10_000, 100_000, 1_000_000].map((messages) => {
      const one = costOnce(crowded(messages, ''))
      strictEqual(countOf(one.simulation)['delivered'], messages)
      return figure(`cost of a message among ${messages}`, (one.seconds / messages) * 1e6, 'µs')
    }),
  ]
}
