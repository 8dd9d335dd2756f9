import { describe, expect, it } from 'vitest'
import { journeys } from '../../../src/sim/facts/journeys.ts'
import { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { isMetricPath, readMetric } from '../../../src/sim/facts/metrics.ts'
import { noTotals, totalsAt, type Totals } from '../../../src/sim/facts/totals.ts'
import { recordOf } from '../../../src/sim/record.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { hours, minutes } from '../../../src/sim/units.ts'
import { randomRun } from '../../helpers/random-world.ts'
import { scenarioOf, worldFor } from '../../helpers/runs.ts'

/** The same totals the long way: journey by journey. */
function fromJourneys(index: FactIndex, kind: 'good' | 'spam', until: number): Totals {
  const totals = noTotals()
  for (const { record, outcome, folder } of journeys(index, until)) {
    if (record.kind !== kind || (outcome === 'delivered' && folder === null)) continue
    totals.sent++
    if (outcome === 'queued') totals.waiting++
    else totals[outcome]++
    if (outcome === 'delivered') totals[folder!]++
  }
  return totals
}

describe('totals', () => {
  it('are the sum of all journeys, at every instant', () => {
    let sent = 0
    for (let n = 0; n < 25; n++) {
      const run = randomRun(n)
      for (const plan of worldsOf(run.scenario, 'both')) {
        const simulation = new Simulation(run, plan, {
          events: 12_000,
          facts: 12_000,
          messages: 1000,
        })
        simulation.run(hours(6))
        const index = new FactIndex(recordOf(run, simulation))
        for (const until of [0, 500, minutes(5), hours(1), Infinity])
          for (const kind of ['good', 'spam'] as const)
            expect(totalsAt(index, until)[kind]).toEqual(fromJourneys(index, kind, until))
        sent += totalsAt(index, Infinity).good.sent
      }
    }
    expect(sent).toBeGreaterThan(80)
  })
})

/** Alice's letters, one in a bad style, and a bot's that does not come back. */
function mixed() {
  const base = scenarioOf('try-again-later')
  const [alice, bot] = base.mail
  const bad = { ...alice!, subject: 'You have won', body: 'Lottery', at: '1 s' }
  return { ...base, mail: [alice!, bad, bot!] }
}
const SCORED = {
  'mx.greylist.on': 'off',
  'mx.content.action': 'score',
  'mx.score.on': 'on',
}

describe('metrics of a kind', () => {
  const { index } = worldFor(mixed(), 'direct', { set: SCORED })
  const of = (path: string) => readMetric([index], `direct.${path}`, Infinity)?.value ?? null

  it.each([
    ['good.sent', 2],
    ['good.delivered', 2],
    ['good.inbox', 1],
    ['good.junk', 1],
    ['good.inboxPermille', 500],
    ['good.junkPermille', 500],
    ['good.deliveredPermille', 1000],
    ['good.stopped', 0],
    ['good.waiting', 0],
    ['alice-1.folder', 'inbox'],
    ['alice-1.decidedBy', null],
    ['alice-2.folder', 'junk'],
    ['alice-2.decidedBy', 'score'],
    ['@mx.junk', 2],
    ['@mx.reports', 0],
  ])('%s is %s', (path, value) => {
    expect(of(path)).toBe(value)
    expect(isMetricPath(`direct.${path}`, ['direct'])).toBe(true)
  })

  it.each(['good.took', 'spam.nonsense', 'all.inboxPermille', 'good', 'other.good.sent'])(
    '%s is none',
    (path) => {
      expect(isMetricPath(`direct.${path}`, ['direct'])).toBe(false)
    },
  )

  it('are null where nothing was sent, and follow the clock', () => {
    expect(readMetric([index], 'direct.good.inboxPermille', -1)).toBeNull()
    expect(readMetric([index], 'direct.good.waiting', 0)?.value).toBe(1)
  })
})

describe('who decided', () => {
  it.each([
    [{}, 'alice-1', 'greylisting'],
    [{ 'laptop.retry': 'postfix' }, 'alice-1', null],
    [{}, 'bot-1', 'greylisting'],
    [{ 'mx.limits.messages': '1', 'mx.greylist.on': 'off' }, 'alice-2', 'message-limit'],
  ])('%j: about %s', (set, id, check) => {
    const { index } = worldFor(mixed(), 'direct', { set })
    const found = readMetric([index], `direct.${id}.decidedBy`, Infinity)
    expect(found?.value ?? null).toBe(check)
  })

  it('reports arrive in the mailboxes of who wrote', () => {
    const set = { 'mx.trouble': 'content-554' }
    const { index } = worldFor(scenarioOf('two-roads'), 'relayed', { set })
    expect(readMetric([index], 'relayed.@relay.reports', Infinity)?.value).toBe(1)
    expect(readMetric([index], 'relayed.good.bounced', Infinity)?.value).toBe(1)
  })
})
