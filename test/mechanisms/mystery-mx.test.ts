/** A hidden policy can be told from outside: twelve probes and a rule that reads their replies. */
import { describe, expect, it } from 'vitest'
import { scenarioOf } from '../helpers/runs.ts'
import { present } from '../../src/sim/assert.ts'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { isOnByDraw, judgeCard, keepsToProbes, probeAct, probeOf } from '../../src/sim/mystery.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Intervention, type Run } from '../../src/sim/run.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { minutes, seconds, type Instant } from '../../src/sim/units.ts'
import { readProbes, type ProbeReading } from '../../src/ui/views/mystery/layout.ts'

const SCENARIO = scenarioOf('mystery-mx')
const RIDDLE = present(SCENARIO.mystery, 'riddle')
const CHECKS = RIDDLE.checks.map(({ id }) => id)

/** Instant, place, sender, recipient. Fixed: no probe waits for what another one has shown. */
const PROBES: readonly (readonly [Instant, string, string, string])[] = [
  [minutes(20), 'home', 'own', 'bob'],
  [minutes(22), 'dialup', 'own', 'bob'],
  [minutes(24), 'listed', 'own', 'bob'],
  [minutes(30), 'relay', 'strict', 'bob'],
  [minutes(50), 'relay', 'guarded', 'bob'],
  [minutes(70), 'relay', 'own', 'nobody'],
  [minutes(90), 'relay', 'own', 'bob'],
  [minutes(90) + seconds(1), 'relay', 'own', 'bob'],
  [minutes(90) + seconds(2), 'relay', 'own', 'bob'],
]

const ACTS = PROBES.map(([at, host, sender, recipient], n): Intervention => {
  const choice = {
    place: present(
      RIDDLE.places.find((one) => one.host === host),
      host,
    ),
    sender: present(
      RIDDLE.senders.find((one) => one.id === sender),
      sender,
    ),
    recipient: present(
      RIDDLE.recipients.find((one) => one.id === recipient),
      recipient,
    ),
  }
  return { at, act: probeAct(choice, n + 1) }
})

/** What the page shows of a whole run. */
function play(scenario: ScenarioFile, seed: number, acts = ACTS, world = 'direct'): ProbeReading[] {
  const run: Run = { scenario, seed, interventions: acts }
  const plan = present(
    worldsOf(scenario, 'both').find(({ id }) => id === world),
    world,
  )
  const simulation = new Simulation(run, plan)
  simulation.run()
  return readProbes(RIDDLE, acts, new FactIndex(recordOf(run, simulation)), Infinity)
}

const said = (probe: ProbeReading | undefined): string =>
  (probe?.knocks ?? []).map(({ stage, reply }) => `${stage}: ${reply}`).join('\n')

/** The card that follows from the replies, by rule. */
function cardFrom([letter, home, dialup, listed, strict, guarded, nobody, ...row]: ProbeReading[]) {
  return {
    name: /cannot find your reverse hostname/.test(said(home)),
    dynamic: /pbl\.example/.test(said(dialup)),
    blocklist: /dnsbl\.example/.test(said(listed)),
    greylist: said(letter).startsWith('rcpt: 450 4.2.0'),
    spf: /^rcpt: 550 5\.7\.23/m.test(said(strict)),
    dmarc: /^content: 550 5\.7\./m.test(said(guarded)),
    recipient: /^rcpt: 550 5\.1\.1/m.test(said(nobody)),
    rate: row.some((probe) => said(probe).startsWith('mail: 450 4.7.1')),
  }
}

const truthOf = (seed: number) => Object.fromEntries(CHECKS.map((id) => [id, isOnByDraw(seed, id)]))

/** The scenario with these checks on in the open. */
function opened(on: ReadonlySet<string>): ScenarioFile {
  const { mystery, ...rest } = SCENARIO
  const settings = (mystery?.checks ?? [])
    .filter(({ id }) => on.has(id))
    .map((check) => check.settings)
  return { ...rest, settings: Object.assign({}, SCENARIO.settings, ...settings) }
}

describe('the mystery MX', () => {
  it('can be told from every other policy by one fixed set of at most twelve probes', () => {
    expect(ACTS.length).toBeLessThanOrEqual(RIDDLE.probes)
    const seen = new Map<string, number>()
    for (let bits = 0; bits < 2 ** CHECKS.length; bits++) {
      const on = new Set(CHECKS.filter((_, i) => ((bits >> i) & 1) === 1))
      const readings = play(opened(on), 1)
      const truth = Object.fromEntries(CHECKS.map((id) => [id, on.has(id)]))
      expect(cardFrom(readings), [...on].join()).toEqual(truth)
      const evidence = readings.map(said).join('\n--\n')
      expect(seen.get(evidence), `${bits} looks like`).toBeUndefined()
      seen.set(evidence, bits)
    }
    expect(seen.size).toBe(256)
  })

  it.each([
    ['name', [0]],
    ['dynamic', [1]],
    ['blocklist', [2]],
    ['spf', [3]],
    ['dmarc', [4]],
    ['recipient', [5]],
    ['rate', [7, 8]],
  ] as const)('needs its probes for %s: without them it cannot be told', (id, left) => {
    const acts = ACTS.filter((_, i) => !left.some((one) => one === i))
    const evidence = (on: readonly string[]): string =>
      play(opened(new Set(on)), 1, acts)
        .map(said)
        .join('\n--\n')
    expect(evidence([id])).toBe(evidence([]))
  })

  it('hides by the seed what the probes then find, for 200 seeds', () => {
    const policies = new Set<string>()
    for (let seed = 1; seed <= 200; seed++) {
      const card = cardFrom(play(SCENARIO, seed))
      expect(card, `seed ${seed}`).toEqual(truthOf(seed))
      expect(judgeCard(RIDDLE, seed, card).every(({ said: s, truth }) => s === truth)).toBe(true)
      policies.add(JSON.stringify(card))
    }
    // 256 policies, drawn 200 times: about 139 of them come up.
    expect(policies.size).toBeGreaterThan(110)
  })

  it('draws each check for itself, in about half of all seeds', () => {
    const drawn = Array.from({ length: 2000 }, (_, seed) =>
      CHECKS.map((id) => isOnByDraw(seed, id)),
    )
    for (const a of CHECKS.keys())
      for (const b of CHECKS.keys()) {
        const both = drawn.filter((one) => one[a] === true && one[b] === true).length
        expect(both / 2000).toBeCloseTo(a === b ? 0.5 : 0.25, 1)
      }
  })

  it('hides the same policy on both roads', () => {
    for (const seed of [1, 2, 3]) {
      const [direct, relayed] = ['direct', 'relayed'].map((world) => {
        const [letter] = play(SCENARIO, seed, [], world)
        return said(letter)
      })
      expect(relayed).toBe(direct)
    }
  })

  it('knows its probes again, and allows no others and no more', () => {
    const [act] = ACTS.map((one) => one.act)
    expect(probeOf(RIDDLE, present(act, 'act'))?.place.host).toBe('home')
    expect(keepsToProbes(RIDDLE, ACTS)).toBe(true)
    const many = Array.from({ length: 13 }, () => present(ACTS[0], 'probe'))
    expect(keepsToProbes(RIDDLE, many.slice(1))).toBe(true)
    expect(keepsToProbes(RIDDLE, many)).toBe(false)
    const stranger = {
      ...probeAct(present(probeOf(RIDDLE, ACTS[0]!.act), 'choice'), 1),
      from: 'x@y.example',
    }
    expect(keepsToProbes(RIDDLE, [{ at: 0, act: stranger }])).toBe(false)
    expect(keepsToProbes(RIDDLE, [{ at: 0, act: { kind: 'flush', host: 'relay' } }])).toBe(false)
    expect(keepsToProbes(undefined, many)).toBe(true)
  })
})
