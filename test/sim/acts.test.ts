/** What people do to a world: whom an act reaches, and whom it does not. */
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/sim/digest.ts'
import { actsFor, worldsOf, type Act, type Intervention } from '../../src/sim/run.ts'
import type { Fact } from '../../src/sim/facts/fact.ts'
import type { OptionValue } from '../../src/sim/network/host.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { factsOf } from '../helpers/invariants.ts'
import { runOf, scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'
import { triesOf } from '../helpers/tries.ts'

const flush = (host: string): Act => ({ kind: 'flush', host })
const digest = (id: string, world: string, wanted: Wanted = {}): string =>
  digestOf(worldFor(id, world, wanted).simulation.chronicle)

/** Alice writes one more letter. */
const ANOTHER: Act = {
  kind: 'send',
  host: 'laptop',
  from: 'alice@school.example',
  to: ['bob@college.example'],
  subject: 'One more',
}

describe('having a queue tried', () => {
  /** Bob's server refuses for ten minutes; somebody has the queue tried after 100 s. */
  const wanted = (host: string, more: Wanted['set'] = {}): Wanted => ({
    set: { 'mx.outage.lasts': '600', 'laptop.retry': 'postfix', ...more },
    acts: [[100_000, flush(host)]],
  })
  const flushes = (facts: readonly Fact[]) => facts.filter(({ kind }) => kind === 'flush')

  it.each([
    ['relay', 'relayed'],
    ['laptop', 'direct'],
  ])('tries at once what waits, a dead destination too: %s', (host, world) => {
    const base = scenarioOf('two-roads')
    // A whole window of failures makes a destination dead: it is left alone for 300 s.
    const five = { ...base, mail: Array.from({ length: 5 }, () => base.mail[0]!) }
    const { index } = worldFor(five, world, {
      set: wanted(host).set!,
      acts: [[50_000, ANOTHER], ...wanted(host).acts!],
    })
    const position = index.record.hosts.findIndex(({ id }) => id === host)
    expect(flushes(factsOf(index))).toEqual([
      { at: 100_000, kind: 'flush', host: position, by: 'person', name: -1 },
    ])
    const tries = triesOf(index).filter((one) => one.host === host && one.aim !== 'submission')
    const late = tries.filter(({ at }) => at >= 50_000)
    expect(late[0]).toMatchObject({ aim: 'held', replies: ['delivery suspended'] })
    const tried = late.filter(({ at }) => at === 100_000)
    expect(tried).toHaveLength(5)
    for (const one of tried)
      expect(one).toMatchObject({ dialled: ['mx'], replies: ['connection refused'] })
  })

  it('delivers at once when the other side is back', () => {
    const back: Act = { kind: 'power', host: 'mx', power: 'up' }
    const acts: Wanted['acts'] = [
      [99_000, back],
      [100_000, flush('relay')],
    ]
    const { index } = worldFor('two-roads', 'relayed', { ...wanted('relay'), acts })
    const arrived = factsOf(index).find(({ kind }) => kind === 'mailbox')
    expect(arrived!.at).toBeGreaterThan(100_000)
    expect(arrived!.at).toBeLessThan(101_000)
  })

  it.each<[string, number, string, Readonly<Record<string, string>>]>([
    ['where everything has been delivered', 100_000, 'relay', {}],
    ['while the only letter is being delivered', 300, 'relay', {}],
    [
      'on a host that is down',
      100_000,
      'relay',
      { 'mx.outage.lasts': '600', 'relay.outage.from': '50', 'relay.outage.lasts': '100' },
    ],
    ['on a host without a queue', 100_000, 'dns', { 'mx.outage.lasts': '600' }],
    ['on a host that is not there', 100_000, 'nobody', { 'mx.outage.lasts': '600' }],
  ])('is nothing %s', (_, at, host, set) => {
    const plain = digest('two-roads', 'relayed', { set })
    const acts: Wanted['acts'] = [[at, flush(host)]]
    const { index, simulation } = worldFor('two-roads', 'relayed', { set, acts })
    expect(flushes(factsOf(index))).toEqual([])
    expect(digestOf(simulation.chronicle)).toBe(plain)
  })
})

describe('what makes no difference is no act', () => {
  it.each<[string, Act]>([
    ['a lid that is open is opened', { kind: 'lid', host: 'laptop', closed: false }],
    ['a host that is up is switched on', { kind: 'power', host: 'mx', power: 'up' }],
    ['the lid of nobody', { kind: 'lid', host: 'nobody', closed: true }],
    ['the plug of nobody', { kind: 'power', host: 'nobody', power: 'refused' }],
    ['nothing was given up', { kind: 'send-again', host: 'laptop' }],
    ['an option that there is not', { kind: 'set', path: 'mx.nothing', value: 1 }],
  ])('%s', (_, act) => {
    const acts: Wanted['acts'] = [[100, act]]
    expect(digest('two-roads', 'relayed', { acts })).toBe(digest('two-roads', 'relayed'))
  })

  it('a lid that is closed is one, unless the laptop stays awake', () => {
    const acts: Wanted['acts'] = [[100, { kind: 'lid', host: 'laptop', closed: true }]]
    expect(digest('two-roads', 'direct', { acts })).not.toBe(digest('two-roads', 'direct'))
    const set = { 'laptop.always-on': 'on' }
    expect(digest('two-roads', 'direct', { acts, set })).toBe(digest('two-roads', 'direct'))
  })
})

describe('setting an option of a crowd', () => {
  const scenario = scenarioOf('retry-storm')
  const members = scenario.hosts.filter(({ id, crowd }) => id === 'others' || crowd === 'others')

  /** Ids of the hosts with this law, a minute after the act. */
  function withLaw(law: string, at: number, path: string): string[] {
    const act: Act = { kind: 'set', path, value: law }
    const run = runOf(scenario, { acts: [[at, act]] })
    const simulation = new Simulation(run, worldsOf(scenario, 'both')[1]!)
    simulation.run(at + 60_000)
    return simulation.world.hosts.filter(({ config }) => config['queueLaw'] === law).map(idOf)
  }
  const idOf = ({ id }: { id: string }): string => id

  it.each([0, 30_000])('by the one that stands for it sets it for all, at %i ms', (at) => {
    expect(members).toHaveLength(23)
    expect(withLaw('fixed', at, 'others.queue.law')).toEqual(members.map(idOf))
  })

  it.each([0, 30_000])('by the path of one member sets it for that one alone, at %i ms', (at) => {
    expect(withLaw('fixed', at, 'others-5.queue.law')).toEqual(['others-5'])
  })

  it('leaves those who are not of the crowd as they are', () => {
    expect(withLaw('fixed', 0, 'relay.queue.law')).toEqual(['relay'])
  })
})

describe('what a variant is there for', () => {
  const scenario = scenarioOf('dial-up-era')
  const etrn = scenario.variants.find(({ id }) => id === 'etrn')!

  /** Config of Bob's exchanger at the end of a run in which these were set at an instant. */
  function configOfMx(world: string, at: number, set: Readonly<Record<string, OptionValue>>) {
    const acts = Object.entries(set).map(([path, value]): readonly [number, Act] => [
      at,
      { kind: 'set', path, value },
    ])
    const { simulation } = worldFor(scenario, world, { acts })
    return simulation.world.hosts.find(({ id }) => id === 'mx')!.config
  }

  it.each([0, 60_000])('stays whatever a person sets at %i ms; the rest is theirs', (at) => {
    const set = { 'mx.fetch': 'odmr', 'mx.line.price': 99 }
    expect(configOfMx('etrn', at, set)).toMatchObject({ fetch: 'etrn', lineCentsPerMinute: 99 })
    // No variant, so nothing to keep to.
    expect(configOfMx('relayed', at, set)).toMatchObject({ fetch: 'odmr', lineCentsPerMinute: 99 })
  })

  it('makes the same facts as if nothing had been set', () => {
    const set = { 'mx.fetch': 'none', 'mx.line.first': '3600', 'backup.hold': 'and-retry' }
    expect(digest('dial-up-era', 'etrn', { set })).toBe(digest('dial-up-era', 'etrn'))
    const own = { 'relay.line.first': '3600' }
    expect(digest('dial-up-era', 'etrn', { set: own })).not.toBe(digest('dial-up-era', 'etrn'))
  })

  it('holds for every variant: a plan keeps to its own settings, and to nothing else', () => {
    const plans = worldsOf(scenario, 'both')
    expect(plans.map(({ id, keeps }) => [id, keeps])).toEqual([
      ['direct', []],
      ['relayed', []],
      ['etrn', Object.keys(etrn.settings)],
      ['odmr', Object.keys(scenario.variants[1]!.settings)],
    ])
  })

  it('filters what is set, and no other act', () => {
    const acts: readonly Act[] = [
      { kind: 'set', path: 'mx.fetch', value: 'none' },
      { kind: 'set', path: 'relay.queue.law', value: 'exim' },
      flush('mx'),
      { kind: 'power', host: 'mx', power: 'refused' },
    ]
    const made = acts.map((act): Intervention => ({ at: 5, act }))
    expect(actsFor({ keeps: ['mx.fetch'] }, made)).toEqual(made.slice(1))
    expect(actsFor({ keeps: ['mx.fet'] }, made)).toEqual(made)
    expect(actsFor({ keeps: [] }, made)).toEqual(made)
  })
})
