import { describe, expect, it, test } from 'vitest'
import { draw, drawBelow, keyOf } from '../../../src/sim/engine/random.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

const LOSS = keyOf('loss')
const RELAY = keyOf('relay')

/** Pearson's statistic: how far counts are from being equal. */
function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
}

/** By how many standard deviations counts are less, or more, equal than those of uniform draws. */
function oddity(counts: readonly number[]): number {
  const degrees = counts.length - 1
  return Math.abs(chiSquared(counts) - degrees) / Math.sqrt(2 * degrees)
}

const CELLS = 256
const DRAWS = 65_536

type Axis = readonly [string, (i: number) => number]

const axes: readonly Axis[] = [
  ['the count', (i) => draw(1, LOSS, RELAY, i)],
  ['the entity', (i) => draw(1, LOSS, keyOf(`host-${i}`), 0)],
  ['an entity by number', (i) => draw(1, LOSS, i, 0)],
  ['the purpose', (i) => draw(1, keyOf(`purpose-${i}`), RELAY, 0)],
  ['the seed', (i) => draw(i, LOSS, RELAY, 0)],
  ['counts far apart', (i) => draw(1, LOSS, RELAY, 16 * i)],
]

function fill(cell: (i: number) => number): number[] {
  const counts = Array.from({ length: CELLS }, () => 0)
  for (let i = 0; i < DRAWS; i++) counts[cell(i)] = (counts[cell(i)] ?? 0) + 1
  return counts
}

describe.each(axes)('draws along %s', (_, of) => {
  it('are uniform in their upper and in their lower bits', () => {
    expect(oddity(fill((i) => of(i) >>> 24))).toBeLessThan(5)
    expect(oddity(fill((i) => of(i) & 255))).toBeLessThan(5)
  })

  it('tell nothing about the next one', () => {
    expect(oddity(fill((i) => (of(i) >>> 28) * 16 + (of(i + 1) >>> 28)))).toBeLessThan(5)
  })
})

describe('draws that differ in one key', () => {
  it('tell nothing about each other', () => {
    const pair = (a: number, b: number): number => (a >>> 28) * 16 + (b >>> 28)
    const base = (i: number): number => draw(1, LOSS, RELAY, i)
    expect(oddity(fill((i) => pair(base(i), draw(2, LOSS, RELAY, i))))).toBeLessThan(5)
    expect(oddity(fill((i) => pair(base(i), draw(1, keyOf('delay'), RELAY, i))))).toBeLessThan(5)
    expect(oddity(fill((i) => pair(base(i), draw(1, LOSS, keyOf('laptop'), i))))).toBeLessThan(5)
  })

  it('differ in half of their bits', () => {
    let flipped = 0
    let count = 0
    for (let bit = 0; bit < 32; bit++) {
      for (let k = 0; k < 64; k++) {
        const others = [
          draw(1 ^ (1 << bit), LOSS, RELAY, k),
          draw(1, LOSS ^ (1 << bit), RELAY, k),
          draw(1, LOSS, RELAY ^ (1 << bit), k),
          draw(1, LOSS, RELAY, k ^ (1 << bit)),
        ]
        for (const other of others) {
          flipped += ones(other ^ draw(1, LOSS, RELAY, k))
          count += 32
        }
      }
    }
    expect(flipped / count).toBeGreaterThan(0.49)
    expect(flipped / count).toBeLessThan(0.51)
  })
})

function ones(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length
}

describe('a draw', () => {
  it('is the same whatever else was drawn, and in whatever order', () => {
    const keys = Array.from({ length: 500 }, (_, k) => k)
    const forwards = withPoisonedGlobals(() => keys.map((k) => draw(9, LOSS, RELAY, k)))
    const backwards = keys.toReversed().map((k) => {
      draw(k, RELAY, LOSS, 9)
      return draw(9, LOSS, RELAY, k)
    })
    expect(backwards.toReversed()).toEqual(forwards)
  })

  it('is a whole number of 32 bits', () => {
    for (let k = 0; k < 10_000; k++) {
      const value = draw(1, LOSS, RELAY, k)
      expect(Number.isInteger(value) && value >= 0 && value < 4_294_967_296).toBe(true)
    }
  })

  it('takes every integer for a key, also negative and beyond 32 bits', () => {
    const odd = [0, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, -(2 ** 40)]
    for (const key of odd) expect(Number.isInteger(draw(key, key, key, key))).toBe(true)
    expect(draw(2 ** 32, 0, 0, 0)).toBe(draw(0, 0, 0, 0))
  })
})

describe('a draw below a bound', () => {
  test.each([1, 2, 3, 10, 300_000, 2 ** 31, 2 ** 32])('%d stays below it', (n) => {
    for (let k = 0; k < 2000; k++) {
      const value = drawBelow(1, LOSS, RELAY, k, n)
      expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true)
    }
  })

  it('reaches every value equally often', () => {
    expect(oddity(fill((i) => drawBelow(1, LOSS, RELAY, i, CELLS)))).toBeLessThan(5)
    const thirds = [0, 0, 0]
    for (let k = 0; k < 30_000; k++) {
      const value = drawBelow(1, LOSS, RELAY, k, 3)
      thirds[value] = (thirds[value] ?? 0) + 1
    }
    // Two degrees of freedom: more than 18 comes once in ten thousand.
    expect(chiSquared(thirds)).toBeLessThan(18)
  })
})

describe('the key of a name', () => {
  it('is different for names that look alike', () => {
    const names = [
      '',
      ' ',
      'a',
      'b',
      'ab',
      'ba',
      'relay',
      'relaz',
      'Relay',
      'rel\u0000ay',
      'ä',
      'a\u0308',
    ]
    expect(new Set(names.map(keyOf)).size).toBe(names.length)
    const numbered = Array.from({ length: 20_000 }, (_, i) => keyOf(`host-${i}`))
    expect(new Set(numbered).size).toBe(numbered.length)
  })
})
