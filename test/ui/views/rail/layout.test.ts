import { describe, expect, it } from 'vitest'
import {
  distinctMarks,
  joined,
  mergedBars,
  namedBars,
} from '../../../../src/ui/views/rail/layout.ts'

const bar = (host: number, x: number, end: number) => ({
  host,
  x,
  end,
  name: "Alice's laptop line hung up",
  short: 'hung up',
})

describe('names in bars', () => {
  const cases = [
    ['the whole name where there is room', [bar(0, 0, 300)], ["Alice's laptop line hung up"]],
    [
      'the short one where there is less',
      [bar(0, 0, 60), bar(0, 80, 300)],
      ['hung up', "Alice's laptop line hung up"],
    ],
    [
      'none where there is none',
      [bar(0, 0, 10), bar(0, 20, 40)],
      [undefined, "Alice's laptop line hung up"],
    ],
    [
      'another row is not in the way',
      [bar(0, 0, 10), bar(1, 20, 40)],
      ["Alice's laptop line hung up", "Alice's laptop line hung up"],
    ],
    ['nothing beyond the edge', [bar(0, 290, 300)], [undefined]],
  ] as const
  it.each(cases)('%s', (_, bars, texts) => {
    const named = namedBars(bars, 300, 5)
    expect(bars.map((one) => named.get(one))).toEqual(texts)
  })

  it('bars that touch become one, of the same row only', () => {
    const merged = mergedBars([bar(0, 0, 10), bar(0, 11, 20), bar(1, 20.5, 30), bar(0, 25, 30)])
    expect(merged.map(({ host, x, end }) => [host, x, end])).toEqual([
      [0, 0, 20],
      [1, 20.5, 30],
      [0, 25, 30],
    ])
  })
})

describe('a crowd on the rail', () => {
  const drawn = (marks: readonly (readonly [number, string])[]): number[] =>
    distinctMarks(marks, { x: ([x]) => x, kind: ([, kind]) => kind }).map(([x]) => x)

  it.each([
    [
      'marks with room stay',
      [
        [0, 'a'],
        [3, 'a'],
        [6, 'a'],
      ],
      [0, 3, 6],
    ],
    [
      'of a cluster the first',
      [
        [0, 'a'],
        [1, 'a'],
        [2, 'a'],
        [3, 'a'],
      ],
      [0, 3],
    ],
    [
      'another kind is no part of it',
      [
        [0, 'a'],
        [1, 'b'],
        [2, 'a'],
      ],
      [0, 1],
    ],
    [
      'what comes out of order is drawn',
      [
        [5, 'a'],
        [1, 'a'],
      ],
      [5, 1],
    ],
  ] as const)('%s', (_, marks, expected) => {
    expect(drawn(marks)).toEqual(expected)
  })

  it('in a crowd each has room for its shape', () => {
    const marks = Array.from({ length: 200 }, (_, i) => [i * 4, 'a'] as const)
    const places = drawn(marks)
    expect(places.length).toBeGreaterThan(50)
    expect(Math.min(...places.slice(1).map((x, i) => x - places[i]!))).toBeGreaterThanOrEqual(11)
  })

  it.each([
    [
      'apart',
      [
        [0, 1],
        [5, 6],
      ],
      [
        [0, 1],
        [5, 6],
      ],
    ],
    [
      'overlapping',
      [
        [0, 4],
        [2, 6],
      ],
      [[0, 6]],
    ],
    [
      'one within another',
      [
        [0, 9],
        [2, 3],
      ],
      [[0, 9]],
    ],
    [
      'in any order',
      [
        [5, 6],
        [0, 5],
      ],
      [[0, 6]],
    ],
  ] as const)('waits are joined where they touch: %s', (_, spans, expected) => {
    const all = spans.map(([from, to]) => ({ from, to }))
    expect(joined(all)).toEqual(expected.map(([from, to]) => ({ from, to })))
  })
})
