import { describe, expect, it } from 'vitest'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { FORWARDER, LIST, ZONES as ROAD_ZONES } from '../helpers/letter-roads.ts'
import { reportFor, runOf, scenarioOf } from '../helpers/runs.ts'
import { brokenQueues } from '../helpers/structure.ts'
import { TRAP, TRAP_HOST, TRAP_ZONES } from '../helpers/trap.ts'
import { village } from '../helpers/village.ts'
import { AGENT_KINDS } from '../../src/sim/agents/index.ts'
import { OPTIONS_OF_KIND } from '../../src/sim/agents/option-lists.ts'
import { copyPlain } from '../../src/sim/engine/plain.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { settableOptions } from '../../src/sim/options.ts'
import { CHECKS } from '../../src/sim/policy/index.ts'
import {
  allowedValues,
  isAllowed,
  readValue,
  writeValue,
  type OptionSpec,
} from '../../src/sim/policy/options.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf } from '../../src/sim/run.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { hours } from '../../src/sim/units.ts'

const SETUP = { domains: ['d.example'], mailboxes: ['*'] }

/** The smallest and the largest value, or all there are. */
function extremes(spec: OptionSpec): string[] {
  if (spec.type === 'choice') return [...spec.values]
  if (spec.type === 'switch') return ['on', 'off']
  if (spec.type === 'order') return ['', spec.values.toReversed().join(',')]
  return spec.range.map((value) => writeValue(spec, value))
}

describe.each(AGENT_KINDS.map((kind) => [kind.kind, kind] as const))('agent %s', (_, kind) => {
  it('has plain state, equal for equal setups and never shared', () => {
    const [one, other] = [kind.create(SETUP), kind.create(SETUP)]
    expect(one).toEqual(other)
    expect(one).not.toBe(other)
    expect(copyPlain(one)).toEqual(one)
  })

  it('declares each option once, with a sentence, a unit and a default that is allowed', () => {
    const paths = kind.options.map((spec) => spec.path)
    const keys = kind.options.map((spec) => spec.key)
    expect(new Set(paths).size).toBe(paths.length)
    expect(new Set(keys).size).toBe(keys.length)
    for (const spec of kind.options) {
      expect(spec.about.length).toBeGreaterThan(10)
      expect(isAllowed(spec, spec.initial), spec.path).toBe(true)
      expect(readValue(spec, writeValue(spec, spec.initial))).toBe(spec.initial)
      expect(readValue(spec, 'nonsense')).toBeNull()
      expect(allowedValues(spec).length).toBeGreaterThan(2)
      for (const value of extremes(spec)) expect(readValue(spec, value)).not.toBeNull()
    }
  })

  it('serves a port exactly if it has a server', () => {
    expect(kind.ports.length > 0).toBe(kind.server !== null)
  })
})

describe('the list of options without agents', () => {
  it('is the same as the agents’ own', () => {
    const own = AGENT_KINDS.filter((kind) => kind.options.length > 0)
    expect(OPTIONS_OF_KIND).toEqual(
      Object.fromEntries(own.map((kind) => [kind.kind, kind.options])),
    )
  })
})

/** Every kind of host that has options, and a letter for each way through them. */
function everyKind(): ScenarioFile {
  const base = village(true)
  const hosts = base.hosts.filter(({ id }) => id !== 'dial' && id !== 'shoe')
  const one = scenarioOf('two-roads').mail[0]!
  const mail = [
    { to: ['bob@college.example', 'ghost@college.example', 'x@nowhere.example'] },
    { to: ['carol@school.example', 'bob@two.example'], at: '1 s' },
    { host: 'bot', kind: 'spam' as const, from: 'x@prizes.example', at: '2 s' },
    { to: ['bob@alumni.example', 'tea@club.example'], at: '3 s' },
    { at: '10 min', octets: 5_000_000 },
  ].map((letter) => ({ ...one, ...letter }))
  mail.push({ ...one, host: 'bot', kind: 'spam', to: [TRAP], at: '11 min' })
  const passing = ROAD_ZONES.filter(({ origin }) => /^(alumni|club)\.example$/.test(origin))
  const zones = [...base.zones, ...TRAP_ZONES, ...passing]
  return { ...base, hosts: [...hosts, TRAP_HOST, FORWARDER, LIST], zones, mail }
}

/** What makes an option matter: a line that is not always there, the law that reads it. */
function companions(path: string): Record<string, string> {
  const [host = '', ...rest] = path.split('.')
  const option = rest.join('.')
  const law = host === 'laptop' ? 'laptop.retry' : `${host}.queue.law`
  if (option === 'queue.runner') return { [law]: 'sendmail' }
  if (option === 'queue.fixed') return { [law]: 'fixed' }
  if (option.startsWith('queue.')) return { [law]: 'postfix', 'mx.outage.lasts': '1 h' }
  if (option === 'line.first' || option === 'line.every') return { [`${host}.line.kind`]: 'calls' }
  return /^line\.(dial|idle|longest|price)$/.test(option)
    ? { [`${host}.line.kind`]: 'on-demand' }
    : {}
}

describe('every option at its extremes', () => {
  const scenario = everyKind()
  const options = settableOptions(scenario)

  it('is one of every kind of agent that has options', () => {
    const kinds = new Set(
      options.map(({ host }) => scenario.hosts.find(({ id }) => id === host)?.kind),
    )
    expect(kinds).toEqual(new Set(Object.keys(OPTIONS_OF_KIND)))
  })

  it.each(options.map(({ path, spec }) => [path, spec] as const))(
    '%s breaks nothing',
    (path, spec) => {
      for (const value of extremes(spec)) {
        const run = runOf(scenario, { set: { ...companions(path), [path]: value } })
        for (const plan of worldsOf(scenario, 'both')) {
          const simulation = new Simulation(run, plan)
          simulation.run(hours(3))
          expect(simulation.world.limit).toBe(-1)
          expect(brokenQueues(simulation)).toEqual([])
          const index = new FactIndex(recordOf(run, simulation))
          const wrong = Object.values(INVARIANTS).flatMap((check) =>
            check(index, factsOf(index), simulation, run),
          )
          expect(wrong, value).toEqual([])
        }
      }
    },
  )
})

describe('checks', () => {
  it('have names of their own, a title and a source', () => {
    const ids = CHECKS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, title, source } of CHECKS) {
      expect(id).toMatch(/^[a-z-]+$/)
      expect(title.length).toBeGreaterThan(2)
      expect(source.length).toBeGreaterThan(5)
    }
  })

  it.each(CHECKS.map((check) => [check.id, check] as const))('%s has plain state', (_, check) => {
    expect(copyPlain(check.create())).toEqual(check.create())
  })
})

describe('hosts of the scenarios', () => {
  it('have agents, and every kind of agent is used', () => {
    const used = new Set(SCENARIOS.flatMap(({ hosts }) => hosts.map((host) => host.kind)))
    expect([...used].sort()).toEqual(AGENT_KINDS.map((kind) => kind.kind).sort())
  })

  it('are ordered without an effect on anybody’s luck', () => {
    const shuffled: ScenarioFile = { ...SCENARIOS[0]!, hosts: [...SCENARIOS[0]!.hosts].reverse() }
    const rows = (of: ScenarioFile) => reportFor(of, { seed: 3 }).worlds['relayed']!.messages
    expect(rows(shuffled)).toEqual(rows(SCENARIOS[0]!))
  })
})
