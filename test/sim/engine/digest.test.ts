import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Digest } from '../../../src/sim/engine/digest.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

function digestOf(...values: (number | string)[]): string {
  const digest = new Digest()
  for (const value of values) {
    if (typeof value === 'number') digest.add(value)
    else digest.addText(value)
  }
  return digest.text()
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 })

describe('a digest', () => {
  it('is sixteen hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.array(word), (values) => {
        expect(withPoisonedGlobals(() => digestOf(...values))).toMatch(/^[0-9a-f]{16}$/)
      }),
      { seed: 1 },
    )
  })

  it('is the same for the same, and can be asked for in between', () => {
    const digest = new Digest()
    digest.add(1)
    expect(digest.text()).toBe(digestOf(1))
    digest.addText('two')
    expect(digest.text()).toBe(digestOf(1, 'two'))
    expect(digest.text()).toBe(digest.text())
  })

  it('depends on the order', () => {
    const differing = fc.tuple(fc.array(word), word, word, fc.array(word))
    fc.assert(
      fc.property(differing, ([before, a, b, after]) => {
        fc.pre((a | 0) !== (b | 0))
        expect(digestOf(...before, a, b, ...after)).not.toBe(digestOf(...before, b, a, ...after))
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('depends on every bit, wherever it stands', () => {
    const places = Array.from({ length: 20 }, (_, i) => i)
    const base = places.map((i) => i * 1000)
    const digests = new Set([digestOf(...base)])
    for (const place of places)
      for (let bit = 0; bit < 32; bit++)
        digests.add(digestOf(...base.map((value, i) => (i === place ? value ^ (1 << bit) : value))))
    expect(digests.size).toBe(1 + 32 * places.length)
  })

  it('counts: nothing, one zero and two zeros are three things', () => {
    expect(new Set([digestOf(), digestOf(0), digestOf(0, 0)]).size).toBe(3)
  })

  it('takes the low 32 bits of a number', () => {
    expect(digestOf(-1)).toBe(digestOf(4_294_967_295))
    expect(digestOf(2 ** 32 + 5)).toBe(digestOf(5))
  })

  it('of texts knows where one ends', () => {
    expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'))
    expect(digestOf('')).not.toBe(digestOf())
    expect(digestOf('é')).not.toBe(digestOf('e'))
  })

  it('is different for a hundred thousand small inputs', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 316; i++) for (let j = 0; j < 316; j++) seen.add(digestOf(i, j))
    expect(seen.size).toBe(316 * 316)
  })
})
