import { describe, expect, it } from 'vitest'
import { withPoisonedGlobals } from '../helpers/poison.ts'
import { reportFor, runOf, scenarioOf, worldFor } from '../helpers/runs.ts'
import { digestOf } from '../../src/sim/digest.ts'
import { Timeline } from '../../src/sim/engine/timeline.ts'
import { drawBelow } from '../../src/sim/engine/random.ts'
import { worldsOf, type Act, type Run } from '../../src/sim/run.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { factsOf } from '../helpers/invariants.ts'

const ACTS: readonly (readonly [number, Act])[] = [
  [30_000, { kind: 'power', host: 'mx', power: 'unreachable' }],
  [90_000, { kind: 'power', host: 'mx', power: 'up' }],
  [400_000, { kind: 'send-again', host: 'laptop' }],
]

const simulate = (run: Run, world: string): Simulation =>
  new Simulation(
    run,
    worldsOf(run.scenario, 'both').find((one) => one.id === world)!,
  )

const digest = (simulation: Simulation): string => digestOf(simulation.chronicle)

describe.each(SCENARIOS.map((one) => one.id))('determinism of %s', (id) => {
  const run = runOf(id, { acts: ACTS })
  const plans = worldsOf(run.scenario, 'both').map((one) => one.id)

  it.each(plans)('%s: straight, chunked, by single events and under poisoned globals', (world) => {
    const straight = simulate(run, world)
    straight.run()
    const chunked = simulate(run, world)
    for (let at = 0; !chunked.ended; at += 7777) chunked.run(at, 13)
    const poisoned = withPoisonedGlobals(() => {
      const one = simulate(run, world)
      while (!one.run(Infinity, 1)) continue
      return one
    })
    expect(digest(chunked)).toBe(digest(straight))
    expect(digest(poisoned)).toBe(digest(straight))
  })

  it.each(plans)('%s: seeking back and forth leads to the same facts', (world) => {
    const straight = simulate(run, world)
    straight.run()
    const sought = simulate(run, world)
    const timeline = new Timeline(sought, 20)
    timeline.run(Infinity)
    const last = straight.chronicle.facts.at(straight.chronicle.facts.length - 1)
    for (let k = 0; k < 60; k++) {
      const at = drawBelow(1, 2, 3, k, last + 1000)
      timeline.seek(at)
      expect(sought.chronicle.facts.length).toBe(straight.chronicle.facts.countUntil(at))
    }
    timeline.run(Infinity)
    expect(digest(sought)).toBe(digest(straight))
  })
})

describe('interventions', () => {
  it('made live are the same as made from the start', () => {
    const planned = runOf('try-again-later', { acts: ACTS })
    const live = simulate(
      { ...planned, interventions: planned.interventions.slice(0, 1) },
      'direct',
    )
    const timeline = new Timeline(live, 20)
    timeline.run(Infinity)
    for (let n = 2; n <= planned.interventions.length; n++) {
      const made = planned.interventions.slice(0, n)
      timeline.seek(made.at(-1)!.at)
      timeline.forget()
      live.intervene(made)
      timeline.run(Infinity)
    }
    const straight = simulate(planned, 'direct')
    straight.run()
    expect(digest(live)).toBe(digest(straight))
  })

  it('that make no difference leave the facts as they are, byte by byte', () => {
    const plain = reportFor('two-roads')
    const inert = reportFor('two-roads', {
      set: {
        'mx.greylist.delay': '900 s',
        'relay.queue.lifetime': '1 d',
        'laptop.always-on': 'on',
      },
    })
    expect(inert.digest).toBe(plain.digest)
    const again = reportFor('two-roads', { set: { 'mx.greylist.on': 'on' } })
    expect(again.digest).not.toBe(plain.digest)
  })
})

describe('one more agent', () => {
  it('changes nobody else’s draws', () => {
    const base = scenarioOf('try-again-later')
    const without: ScenarioFile = {
      ...base,
      hosts: base.hosts.filter((host) => host.id !== 'bot'),
      links: base.links.filter((link) => !link.between.includes('bot')),
      mail: base.mail.filter((mail) => mail.host !== 'bot'),
    }
    for (let seed = 1; seed <= 20; seed++) {
      const rows = [base, without].map((one) =>
        reportFor(one, { seed }).worlds['relayed']!.messages.filter((row) => row.id === 'alice-1'),
      )
      expect(rows[1]).toEqual(rows[0])
    }
  })
})

describe('limits', () => {
  it('end a run with a fact that says which', () => {
    const run = runOf('the-lid-closes')
    const plan = worldsOf(run.scenario, 'both')[1]!
    const short = new Simulation(run, plan, { events: 1e9, facts: 20, messages: 1e6 })
    short.run()
    expect(short.ended).toBe(true)
    expect(short.chronicle.facts.length).toBeGreaterThan(20)
    const full = new Simulation(run, plan)
    full.run()
    expect(full.world.limit).toBe(-1)
    expect(short.world.limit).toBe(1)
  })

  it('end it at the same event however it is cut into slices', () => {
    const base = scenarioOf('two-roads')
    const mail = Array.from({ length: 60 }, (_, i) => ({ ...base.mail[0]!, at: `${i} s` }))
    const run = runOf({ ...base, mail })
    const plan = worldsOf(run.scenario, 'both')[1]!
    const limits = { events: 1e9, facts: 2000, messages: 1e6 }
    const digests = [Infinity, 7, 333].map((budget) => {
      const one = new Simulation(run, plan, limits)
      while (!one.run(Infinity, budget)) continue
      expect(one.world.limit).toBe(1)
      return digest(one)
    })
    expect(new Set(digests).size).toBe(1)
  })

  it('say where a broken invariant broke', () => {
    const fresh = simulate(runOf('two-roads'), 'relayed')
    fresh.world.hosts.length = 1
    expect(() => fresh.run()).toThrow(/two-roads, seed 1, world relayed, \d+ ms/)
  })
})

describe('facts', () => {
  it('name every kind that the scenarios produce', () => {
    const kinds = new Set<string>()
    for (const { id } of SCENARIOS)
      for (const world of ['direct', 'relayed'])
        for (const fact of factsOf(worldFor(id, world, { acts: ACTS }).index)) kinds.add(fact.kind)
    expect([...kinds].sort()).toEqual(
      'accept attempt baton close command connect end finding host listing lookup mailbox message notice press query queue reply result signed'.split(
        ' ',
      ),
    )
  })
})
