import { describe, expect, it } from 'vitest'
import {
  changesDue,
  noteHit,
  type Register,
} from '../../../../src/sim/agents/blocklist/register.ts'

const TERMS = { hitsNeeded: 1, lagMs: 30, listsForMs: 100 }
const BAD = '203.0.113.66'

/** What happens to one address that is met at these instants, looked at every time unit. */
function story(hits: readonly number[], terms: Partial<typeof TERMS> = {}): string {
  const register: Register = new Map()
  const told: string[] = []
  for (let now = 0; now <= 400; now++) {
    for (const { event } of changesDue(register, now)) told.push(`${event} ${now}`)
    if (hits.includes(now)) noteHit(register, BAD, now, { ...TERMS, ...terms })
  }
  return told.join(', ')
}

describe('the register of a block list', () => {
  it.each<[string, readonly number[], Partial<typeof TERMS>, string]>([
    ['nobody', [], {}, ''],
    ['one letter', [0], {}, 'listed 30, delisted 100'],
    ['another one meanwhile keeps it listed', [0, 90], {}, 'listed 30, delisted 190'],
    ['many are no sooner', [0, 1, 2, 3], {}, 'listed 30, delisted 103'],
    [
      'back after it was taken off',
      [0, 200],
      {},
      'listed 30, delisted 100, listed 230, delisted 300',
    ],
    ['at once', [5], { lagMs: 0 }, 'listed 6, delisted 105'],
    ['two are needed, one comes', [0], { hitsNeeded: 2 }, ''],
    ['two are needed', [0, 50], { hitsNeeded: 2 }, 'listed 80, delisted 150'],
    ['two are needed, the first is forgotten', [0, 100], { hitsNeeded: 2 }, ''],
    ['forgets faster than it works', [0], { listsForMs: 20 }, ''],
  ])('%s', (_, hits, terms, expected) => {
    expect(story(hits, terms)).toBe(expected)
  })

  it('knows addresses apart and keeps their order', () => {
    const register: Register = new Map()
    noteHit(register, '192.0.2.2', 0, TERMS)
    noteHit(register, '192.0.2.1', 0, TERMS)
    noteHit(register, '192.0.2.3', 20, TERMS)
    expect(changesDue(register, 30).map(({ address }) => address)).toEqual([
      '192.0.2.2',
      '192.0.2.1',
    ])
    expect(changesDue(register, 30)).toEqual([])
  })
})
