import { describe, expect, it } from 'vitest'
import { settableOptions } from '../../src/sim/options.ts'
import { SCENARIOS } from '../../src/sim/scenarios/all.ts'
import { rowsFor, runOf, scenarioOf, type Wanted } from '../helpers/runs.ts'
import type { Act } from '../../src/sim/run.ts'
import type { ScenarioFile } from '../../src/sim/scenarios/scenario.ts'

const withMail = (mail: Partial<ScenarioFile['mail'][number]>[]): ScenarioFile => {
  const base = scenarioOf('try-again-later')
  const first = base.mail[0]!
  return { ...base, mail: mail.map((one) => ({ ...first, ...one })) }
}
const sleep = (closed: boolean): Act => ({ kind: 'lid', host: 'laptop', closed })
/** Greylisted at once; the laptop sleeps from 10 s to 600 s. */
const NAP: Wanted['acts'] = [
  [10_000, sleep(true)],
  [600_000, sleep(false)],
]
const DAILY = Array.from({ length: 4 }, (_, i) => ({
  at: `${i * 2} h`,
  subject: `Day ${i}`,
  to: i < 3 ? ['bob@college.example'] : ['dana@college.example'],
}))

/** For every option a world in which it, and nothing else, changes what comes out. */
const DEMONSTRATIONS: Readonly<
  Record<string, { values: [string, string]; world: string; of?: ScenarioFile; wanted?: Wanted }>
> = {
  'laptop.retry': { values: ['never', 'postfix'], world: 'direct' },
  'laptop.always-on': {
    values: ['off', 'on'],
    world: 'direct',
    wanted: { set: { 'laptop.retry': 'outbox' }, acts: NAP },
  },
  'laptop.same-address': {
    values: ['off', 'on'],
    world: 'direct',
    wanted: { set: { 'laptop.retry': 'outbox' }, acts: NAP },
  },
  'laptop.lid.closes': {
    values: ['10', '500'],
    world: 'direct',
    wanted: { set: { 'laptop.retry': 'outbox', 'laptop.lid.stays-closed': '3600' } },
  },
  'laptop.lid.stays-closed': {
    values: ['0', '3600'],
    world: 'direct',
    wanted: { set: { 'laptop.retry': 'outbox', 'laptop.lid.closes': '10' } },
  },
  'relay.queue.run-delay': { values: ['300', '60'], world: 'relayed' },
  'relay.queue.min-backoff': { values: ['300', '1200'], world: 'relayed' },
  'relay.queue.max-backoff': {
    values: ['4000', '600'],
    world: 'relayed',
    wanted: { set: { 'mx.greylist.delay': '3000' } },
  },
  'relay.queue.lifetime': {
    values: ['432000', '200'],
    world: 'relayed',
    wanted: { set: { 'mx.greylist.delay': '900' } },
  },
  'relay.size-limit': { values: ['10240000', '100'], world: 'relayed' },
  'relay.outage.from': {
    values: ['0', '1000'],
    world: 'relayed',
    wanted: { set: { 'relay.outage.lasts': '100', 'laptop.retry': 'outbox' } },
  },
  'relay.outage.lasts': {
    values: ['0', '100'],
    world: 'relayed',
    wanted: { set: { 'laptop.retry': 'outbox' } },
  },
  'relay.outage.kind': {
    values: ['refused', 'unreachable'],
    world: 'relayed',
    wanted: { set: { 'relay.outage.lasts': '100', 'laptop.retry': 'outbox' } },
  },
  'mx.greylist.on': { values: ['on', 'off'], world: 'direct' },
  'mx.greylist.delay': { values: ['300', '900'], world: 'relayed' },
  'mx.greylist.retry-window': {
    values: ['172800', '400'],
    world: 'relayed',
    wanted: { set: { 'relay.queue.min-backoff': '1200' } },
  },
  'mx.greylist.max-age': { values: ['3024000', '3600'], world: 'relayed', of: withMail(DAILY) },
  'mx.greylist.auto-whitelist': { values: ['5', '2'], world: 'relayed', of: withMail(DAILY) },
  'mx.greylist.key': {
    values: ['network', 'address'],
    world: 'direct',
    of: neighbours(),
    wanted: { set: { 'laptop.retry': 'outbox' }, acts: NAP },
  },
  'mx.order': {
    values: ['greylist-first', 'recipient-first'],
    world: 'direct',
    of: withMail([{ to: ['ghost@college.example'] }]),
  },
  'mx.size-limit': {
    values: ['10240000', '100'],
    world: 'direct',
    wanted: { set: { 'mx.greylist.on': 'off' } },
  },
  'mx.outage.from': {
    values: ['0', '5000'],
    world: 'relayed',
    wanted: { set: { 'mx.outage.lasts': '400' } },
  },
  'mx.outage.lasts': { values: ['0', '1000'], world: 'relayed' },
  'mx.outage.kind': {
    values: ['refused', 'unreachable'],
    world: 'relayed',
    wanted: { set: { 'mx.outage.lasts': '400' } },
  },
}

/** The laptop wakes with another address of the same network. */
function neighbours(): ScenarioFile {
  const base = scenarioOf('try-again-later')
  const hosts = base.hosts.map((host) =>
    host.id === 'laptop' ? { ...host, addresses: ['203.0.113.25', '203.0.113.26'] } : host,
  )
  return { ...base, hosts }
}

describe('every option', () => {
  const paths = new Set(SCENARIOS.flatMap(settableOptions).map((one) => one.path))

  it('is shown to change an outcome, and none is shown that does not exist', () => {
    expect(Object.keys(DEMONSTRATIONS).sort()).toEqual([...paths].sort())
  })

  it.each(Object.entries(DEMONSTRATIONS))('%s changes what comes out', (path, shown) => {
    const [one, other] = shown.values.map((value) => {
      const set = { ...shown.wanted?.set, [path]: value }
      return rowsFor(shown.of ?? 'try-again-later', shown.world, { ...shown.wanted, set })
    })
    expect(one).not.toEqual(other)
  })

  it('is refused outside its range by the helper that tests rely on', () => {
    expect(() => runOf('two-roads', { set: { 'mx.greylist.delay': '-1' } })).toThrow('cannot set')
  })
})
