import { describe, expect, it } from 'vitest'
import { readMetric } from '../../../src/sim/facts/metrics.ts'
import { worldFor, type Wanted } from '../../helpers/runs.ts'

const DAY = 86_400_000

describe('how often the writer is told', () => {
  it.each<[string, string, Wanted['set'], number]>([
    ['nothing on a perfect day', 'relayed', {}, 0],
    ['nothing while the relay tries', 'relayed', { 'mx.outage.lasts': '6 h' }, 0],
    [
      'once by the program, on its screen',
      'direct',
      { 'mx.outage.lasts': '6 h', 'laptop.retry': 'never' },
      1,
    ],
    [
      'once by a report, when it has failed',
      'relayed',
      { 'mx.outage.lasts': '1 d', 'relay.queue.lifetime': '6 h' },
      1,
    ],
    [
      'twice, where a warning came first',
      'relayed',
      {
        'mx.outage.lasts': '1 d',
        'relay.queue.lifetime': '6 h',
        'relay.queue.delay-warning': '1 h',
      },
      2,
    ],
  ])('%s', (_, world, set = {}, expected) => {
    const { index } = worldFor('two-roads', world, { set })
    const path = `${world}.alice-1.notices`
    expect(readMetric([index], path, DAY)).toEqual({ kind: 'count', value: expected })
    // Before a failure there is nothing to tell.
    expect(readMetric([index], path, 0)).toEqual({ kind: 'count', value: 0 })
  })
})
