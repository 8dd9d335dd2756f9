import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newLine, putBehind, takeFirst } from '../../../src/sim/transfer/waiting-line.ts'

describe('a waiting line', () => {
  it('serves whoever has waited longest, as a plain list does', () => {
    // null: one is taken; a number: one comes.
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat())), (steps) => {
        const line = newLine<number>()
        const plain: number[] = []
        const served: (number | null)[] = []
        const expected: (number | null)[] = []
        for (const step of steps) {
          if (step === null) {
            served.push(takeFirst(line))
            expected.push(plain.shift() ?? null)
          } else {
            putBehind(line, step)
            plain.push(step)
          }
          // Those who have been served do not pile up, and an empty line is empty.
          expect(line.items.slice(line.head)).toEqual(plain)
          expect(line.items.length).toBeLessThanOrEqual(2 * plain.length)
        }
        expect(served).toEqual(expected)
      }),
    )
  })
})
