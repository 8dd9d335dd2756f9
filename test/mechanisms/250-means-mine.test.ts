/** What the story of the lost receipt rests on: take its cause away, and its effect is gone. */
import { describe, expect, it } from 'vitest'
import { messageSource } from '../../src/sim/artefacts/source.ts'
import { flightsAt } from '../../src/sim/facts/flights.ts'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { factsOf } from '../helpers/invariants.ts'
import { worldFor, type Wanted } from '../helpers/runs.ts'

const ROADS = ['direct', 'relayed'] as const

const read = (world: string, what: string, wanted: Wanted = {}) => {
  const { index } = worldFor('250-means-mine', world, wanted)
  return readMetric([index], `${world}.alice-1.${what}`, Infinity)?.value ?? null
}

describe('a lost 250', () => {
  it.each(ROADS)('makes one copy more for each one that is lost: %s', (world) => {
    for (const lost of [0, 1, 2, 3]) {
      const set = { 'mx.lost-acknowledgements': String(lost) }
      expect(read(world, 'copies', { set })).toBe(lost + 1)
      expect(read(world, 'attempts', { set })).toBe(lost + 1)
      expect(read(world, 'toldAfter', { set })).toBeNull()
    }
  })

  it('leaves a program that tries once with a wrong belief', () => {
    expect(read('gives-up', 'copies')).toBe(1)
    expect(read('gives-up', 'outcome')).toBe('delivered')
    expect(read('gives-up', 'toldAfter')).not.toBeNull()
    const set = { 'mx.lost-acknowledgements': '0' }
    expect(read('gives-up', 'toldAfter', { set })).toBeNull()
  })

  it('is under way and reaches nobody; the second one arrives', () => {
    const { index } = worldFor('250-means-mine', 'direct')
    const accepted = factsOf(index).filter((one) => one.kind === 'mailbox')
    const flights = accepted.map(({ at }) =>
      flightsAt(index, at).filter((one) => one.carries === 'reply' && one.label === '250 2.0.0'),
    )
    expect(flights.map((some) => some.map((one) => one.lost))).toEqual([[true], [false]])
  })

  it('leaves both copies with one Message-ID', () => {
    const { index } = worldFor('250-means-mine', 'relayed')
    const ids = factsOf(index)
      .filter((one) => one.kind === 'mailbox')
      .map(({ at }) => /^Message-ID: .*$/im.exec(messageSource(index, 0, 0, at)?.text ?? '')?.[0])
    expect(ids).toHaveLength(2)
    expect(ids[0]).toMatch(/@laptop\.home\.example>$/)
    expect(ids[1]).toBe(ids[0])
  })

  it('may be the fault of the lid, which a relay has nothing to do with', () => {
    const set = {
      'mx.lost-acknowledgements': '0',
      'laptop.lid.closes': '315 ms',
      'laptop.lid.stays-closed': '1 min',
    }
    expect(read('direct', 'copies', { set })).toBe(2)
    expect(read('relayed', 'copies', { set })).toBe(1)
  })
})
