/**
 * Crashes in the middle of a session, at every hundredth of a second of a letter's way: nothing that
 * somebody has answered 250 to is lost (RFC 5321 §6.1), and a 250 that nobody heard makes a copy more
 * (RFC 5321 §4.5.3.2.6).
 */
import { describe, expect, it } from 'vitest'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Act } from '../../src/sim/run.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { runOf, worldFor, type Wanted } from '../helpers/runs.ts'
import { brokenQueues } from '../helpers/structure.ts'

/** From the letter to the last goodbye; by then it has long been in Bob's mailbox. */
const WAY_MS = 900
const STEP_MS = 10

const power = (host: string, to: 'refused' | 'unreachable'): [Act, Act] => [
  { kind: 'power', host, power: to },
  { kind: 'power', host, power: 'up' },
]
const lid: [Act, Act] = [
  { kind: 'lid', host: 'laptop', closed: true },
  { kind: 'lid', host: 'laptop', closed: false },
]

interface Crashed {
  readonly faults: readonly string[]
  readonly copies: number
  readonly outcome: string
}

/** A perfect day's letter with these acts, looked at twice on its way and after six hours. */
function crash(world: string, acts: Wanted['acts'], set = {}): Crashed {
  const run = runOf('two-roads', { acts: acts ?? [], set })
  const plan = worldsOf(run.scenario, 'both').find(({ id }) => id === world)!
  const simulation = new Simulation(run, plan)
  const faults: string[] = []
  for (const stop of [500, 45_000, 21_600_000]) {
    simulation.run(stop)
    faults.push(...brokenQueues(simulation))
  }
  const index = new FactIndex(recordOf(run, simulation))
  const facts = factsOf(index)
  for (const [name, check] of Object.entries(INVARIANTS))
    for (const wrong of check(index, facts, simulation, run)) faults.push(`${name}: ${wrong}`)
  const copies = facts.filter((fact) => fact.kind === 'mailbox').length
  return { faults, copies, outcome: journeys(index, Infinity)[0]!.outcome }
}

const moments = Array.from({ length: WAY_MS / STEP_MS }, (_, i) => i * STEP_MS)

describe.each<[string, string, [Act, Act]]>([
  ['the relay is switched off', 'relayed', power('relay', 'refused')],
  ['the relay’s cable is pulled', 'relayed', power('relay', 'unreachable')],
  ['Bob’s server is switched off', 'relayed', power('mx', 'refused')],
  ['Bob’s server’s cable is pulled', 'relayed', power('mx', 'unreachable')],
  ['the lid closes', 'relayed', lid],
  ['Bob’s server is switched off', 'direct', power('mx', 'refused')],
  ['the lid closes', 'direct', lid],
])('%s in mid-session, %s', (_, world, [down, up]) => {
  it('and comes back: the letter arrives, once or twice', () => {
    const ends = moments.map((at) =>
      crash(world, [
        [at, down],
        [at + 30_000, up],
      ]),
    )
    expect(ends.flatMap(({ faults }) => faults)).toEqual([])
    expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(new Set(['delivered']))
    const copies = ends.map((one) => one.copies)
    expect(Math.min(...copies)).toBe(1)
    expect(Math.max(...copies)).toBeLessThanOrEqual(2)
  })

  it('and stays away: it arrives or it waits, and is never lost', () => {
    const ends = moments.map((at) => crash(world, [[at, down]]))
    expect(ends.flatMap(({ faults }) => faults)).toEqual([])
    expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(new Set(['queued', 'delivered']))
  })
})

describe('a program that tries once', () => {
  it('loses no letter of which it has heard the 250, and tells its user of all others', () => {
    const set = { 'laptop.retry': 'never' }
    const ends = moments.map((at) =>
      crash(
        'relayed',
        [
          [at, lid[0]],
          [at + 1000, lid[1]],
        ],
        set,
      ),
    )
    expect(ends.flatMap(({ faults }) => faults)).toEqual([])
    expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(new Set(['lost', 'delivered']))
  })
})

describe('acceptances that nobody hears of', () => {
  it.each([0, 1, 2, 5, 20])('%i of them are as many copies too many', (lost) => {
    const set = { 'mx.lost-acknowledgements': String(lost), 'relay.queue.max-backoff': '300 s' }
    const { index } = worldFor('two-roads', 'relayed', { set, road: 'relayed' })
    const copies = factsOf(index).filter((fact) => fact.kind === 'mailbox')
    expect(copies.map((fact) => Math.min(fact.copies, 2))).toEqual([
      1,
      ...Array.from({ length: lost }, () => 2),
    ])
  })

  it('end with the tries', () => {
    const set = { 'mx.lost-acknowledgements': '20', 'relay.queue.law': 'mox' }
    const { index } = worldFor('two-roads', 'relayed', { set, road: 'relayed' })
    expect(
      factsOf(index).filter((fact) => fact.kind === 'mailbox' && fact.host === 2),
    ).toHaveLength(8)
  })
})
