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

describe('how much of a letter the other side got to read', () => {
  it.each<[string, string, Wanted['set'], 'all' | 'none' | 'twice']>([
    ['all of it on a perfect day', 'direct', {}, 'all'],
    ['what goes to the post office does not count twice', 'relayed', {}, 'all'],
    ['none of it where its recipient was refused', 'direct', { 'mx.greylist.on': 'on' }, 'none'],
    [
      'all of it again where the answer was lost',
      'relayed',
      { 'mx.lost-acknowledgements': '1' },
      'twice',
    ],
    ['none of it where nobody answered', 'direct', { 'mx.outage.lasts': '1 h' }, 'none'],
  ])('%s', (_, world, set = {}, expected) => {
    const { index } = worldFor('two-roads', world, { set: { 'laptop.retry': 'never', ...set } })
    const octets = index.record.messages[0]!.octets
    const value = { all: octets, none: 0, twice: 2 * octets }[expected]
    expect(readMetric([index], `${world}.alice-1.read`, DAY)).toEqual({ kind: 'size', value })
    expect(readMetric([index], `${world}.alice-1.read`, 0)).toEqual({ kind: 'size', value: 0 })
  })
})

/** Nobody asks whose line it is. */
const PLAIN = {
  'mx.dynamic.action': 'off',
  'mx.reverse-dns.action': 'off',
  'mx.score.on': 'off',
}

/** So that any point is too many. */
const JUNK = { 'mx.content.action': 'score', 'mx.score.on': 'on', 'mx.score.junk': '1' }

describe('where a letter lies', () => {
  it.each<[string, Wanted['set'], string | null]>([
    ['in the inbox, unless somebody put it aside', {}, 'inbox'],
    ['in the junk folder, where its points say so', JUNK, 'junk'],
    ['nowhere, where it was not taken', { 'mx.greylist.on': 'on', 'laptop.retry': 'never' }, null],
  ])('%s', (_, set = {}, value) => {
    const { index } = worldFor('same-letter-different-street', 'direct', {
      set: { ...PLAIN, ...set },
    })
    const folder = readMetric([index], 'direct.alice-1.folder', DAY)
    expect(folder).toEqual(value === null ? null : { kind: 'word', value })
  })
})

describe('who a letter is from, as the other side has found out', () => {
  const ID = 'who-says-it-is-alice'
  it.each<[string, string, string, Wanted['set'], readonly (string | null)[]]>([
    ['all of it, by the relay', 'relayed', 'alice-1', {}, ['pass', 'pass', 'pass', 'spf+dkim']],
    ['of a copy that was passed on', 'relayed', 'tea-1', {}, ['pass', 'pass', 'pass', 'dkim']],
    ['not of the letter that was', 'relayed', 'alice-2', {}, [null, null, null, null]],
    ['refused for it', 'direct', 'alice-1', {}, ['fail', 'none', 'fail', null]],
    ['let in all the same', 'no-wish', 'alice-1', {}, ['fail', 'none', 'fail', null]],
    ['nobody asked', 'relayed', 'alice-1', { 'mx.spf': 'off' }, [null, 'pass', 'pass', 'spf+dkim']],
    ['refused before', 'direct', 'alice-1', { 'mx.spf': 'refuse' }, ['fail', null, null, null]],
  ])('%s', (_, world, letter, set = {}, expected) => {
    const { index } = worldFor(ID, world, { set })
    const read = (what: string, until: number) =>
      readMetric([index], `${world}.${letter}.${what}`, until)?.value ?? null
    const what = ['spf', 'dkim', 'dmarc', 'vouchedBy']
    expect(what.map((one) => read(one, DAY))).toEqual(expected)
    expect(what.map((one) => read(one, 0))).toEqual([null, null, null, null])
  })
})
