import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../src/sim/facts/findings.ts'
import type { MailSpec } from '../../src/sim/scenarios/scenario.ts'
import { rowsFor, scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'

const BASE = scenarioOf('two-roads')

/** So many letters by one account, one every minute, from a program that gives up or does not. */
const many = (count: number) => ({
  ...BASE,
  mail: Array.from({ length: count }, (_, i): MailSpec => ({ ...BASE.mail[0]!, at: `${i} min` })),
})

const submitted = (set: NonNullable<Wanted['set']>, count = 5): string[] =>
  rowsFor(many(count), 'relayed', { set }).map(({ submission }) => submission!.reply)

describe('the quota of an account', () => {
  it.each([
    ['is off by default', {}, ['250 2.0.0', '250 2.0.0', '250 2.0.0', '250 2.0.0', '250 2.0.0']],
    [
      'lets as many through as it says',
      { 'relay.quota': '3', 'laptop.retry': 'never' },
      ['250 2.0.0', '250 2.0.0', '250 2.0.0', '450 4.7.1', '450 4.7.1'],
    ],
  ])('%s', (_, set, expected) => {
    expect(submitted(set)).toEqual(expected)
  })

  it('is there again an hour after its first message', () => {
    const set = { 'relay.quota': '3', 'laptop.retry': 'never' }
    const late = submitted(set, 64).flatMap((reply, i) => (reply.startsWith('250') ? [i] : []))
    expect(late).toEqual([0, 1, 2, 61, 62, 63])
  })

  it('makes a program that comes back wait, and loses nothing', () => {
    const rows = rowsFor(many(5), 'relayed', {
      set: { 'relay.quota': '3', 'laptop.retry': 'postfix' },
    })
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(5).fill('delivered'))
    expect(rows[4]!.endedAtMs!).toBeGreaterThan(3_600_000)
    expect(rows[2]!.endedAtMs!).toBeLessThan(125_000)
  })

  it('is on record with what was counted and for whom', () => {
    const { index } = worldFor(many(5), 'relayed', {
      set: { 'relay.quota': '3', 'laptop.retry': 'never' },
    })
    const found = index.connections.flatMap((_, serial) => findingsOf(index, serial))
    const quota = found.filter(({ check }) => check === 'quota')
    expect(quota.map(({ value, passes }) => [value, passes])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [3, false],
      [3, false],
    ])
    expect(quota[0]).toMatchObject({ threshold: 3, about: 'alice@school.example' })
  })
})
