import { describe, expect, it } from 'vitest'
import { LAW_DEFAULTS, LAW_IDS } from '../../../../src/sim/mail/retry/law.ts'
import type { Intervention } from '../../../../src/sim/run.ts'
import { scenario as theLidCloses } from '../../../../src/sim/scenarios/the-lid-closes/scenario.ts'
import { hours, minutes } from '../../../../src/sim/units.ts'
import { lastSetAt, placesOf } from '../../../../src/ui/views/laws/places.ts'

const BOTH = ['direct', 'relayed']
const setting = { scenario: theLidCloses, interventions: [] }

const set = (at: number, path: string, value: string | number): Intervention => ({
  at,
  act: { kind: 'set', path, value },
})

describe('the places where a law is in force', () => {
  it('are the hosts whose queue goes by it, with those who wait there', () => {
    const places = placesOf(setting, BOTH, 0)
    expect(places.map(({ host }) => host.id)).toEqual(['relay'])
    const expected = { index: 1, world: null, law: 'postfix', waiting: ['Alice'] }
    expect(places[0]).toMatchObject({ ...expected, options: LAW_DEFAULTS })
  })

  it('are there before any world has been computed', () => {
    expect(placesOf(setting, [''], 0)).toHaveLength(1)
  })

  it('offer every law', () => {
    const { choice } = placesOf(setting, BOTH, 0)[0]!
    expect(choice.option.path).toBe('relay.queue.law')
    expect(choice.option.spec).toMatchObject({ type: 'choice', values: LAW_IDS })
  })

  it.each([
    ['relay.queue.run-delay', 'queueRunDelayMs'],
    ['relay.queue.min-backoff', 'minBackoffMs'],
    ['relay.queue.max-backoff', 'maxBackoffMs'],
    ['relay.queue.runner', 'queueRunnerMs'],
    ['relay.queue.fixed', 'fixedRetryMs'],
    ['relay.queue.lifetime', 'lifetimeMs'],
  ] as const)('read %s', (path, key) => {
    const interventions = [set(0, path, minutes(11))]
    const [place] = placesOf({ ...setting, interventions }, BOTH, 0)
    expect(place?.options).toEqual({ ...LAW_DEFAULTS, [key]: minutes(11) })
  })

  it('follow an act from its instant on', () => {
    const interventions = [set(minutes(5), 'relay.queue.law', 'qmail')]
    const at = (now: number) => placesOf({ ...setting, interventions }, BOTH, now)[0]?.law
    expect([at(0), at(minutes(5) - 1), at(minutes(5))]).toEqual(['postfix', 'postfix', 'qmail'])
  })

  it('are laptops, too, whose program goes by a law, and there its writer waits', () => {
    const interventions = [set(0, 'laptop.retry', 'postfix')]
    const [laptop, relay] = placesOf({ ...setting, interventions }, BOTH, 0)
    expect(laptop).toMatchObject({ host: { id: 'laptop' }, law: 'postfix', waiting: ['Alice'] })
    expect(relay?.host.id).toBe('relay')
  })

  it('are the recipient’s server, too, once its law has been chosen', () => {
    const interventions = [set(0, 'mx.queue.law', 'mox')]
    const places = placesOf({ ...setting, interventions }, BOTH, 0)
    const told = places.map(({ host, law, waiting }) => [host.id, law, waiting])
    expect(told).toEqual([
      ['relay', 'postfix', ['Alice']],
      ['mx', 'mox', []],
    ])
  })

  it('are told by world where the worlds differ', () => {
    const exim = { ...theLidCloses.variants[0]!, id: 'exim', route: 'relayed' as const }
    const variants = [{ ...exim, settings: { 'relay.queue.law': 'exim' } }]
    const scenario = { ...theLidCloses, variants }
    const places = placesOf({ ...setting, scenario }, ['relayed', 'exim'], 0)
    const told = places.map(({ world, law }) => [world, law])
    expect(told).toEqual([
      ['relayed', 'postfix'],
      ['exim', 'exim'],
    ])
  })
})

it('the last instant at which an option was set', () => {
  const road: Intervention = { at: 0, act: { kind: 'road', road: 'both' } }
  const list = [road, set(10, 'a.b', 1), set(hours(1), 'a.b', 2)]
  expect([0, 9, 10, hours(1), hours(2)].map((now) => lastSetAt(list, now))).toEqual([
    0,
    0,
    10,
    hours(1),
    hours(1),
  ])
})
