import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BrokenInvariant } from '../../../src/sim/assert.ts'
import { copyPlain } from '../../../src/sim/engine/plain.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

const leaf = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, 10n),
  fc.float64Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.uint8Array(),
)

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('tree'),
      { maxKeys: 5, noNullPrototype: true },
    ),
    fc
      .array(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('tree')), { maxLength: 5 })
      .map((entries) => new Map(entries)),
  ),
}))

/** Every object in a tree, itself included. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  if (ArrayBuffer.isView(value)) return [value, value.buffer]
  const inner = value instanceof Map ? [...value.values()] : Object.values(value)
  return [value, ...inner.flatMap(objectsIn)]
}

describe('a copy', () => {
  it('is equal and shares nothing', () => {
    fc.assert(
      fc.property(tree, (original) => {
        const copy = withPoisonedGlobals(() => copyPlain(original))
        expect(copy).toStrictEqual(original)
        const shared = new Set(objectsIn(original))
        expect(objectsIn(copy).filter((each) => shared.has(each))).toEqual([])
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('keeps the order of keys and of a map', () => {
    const copy = copyPlain({ b: 1, a: new Map([['z', 1]]), c: new Map([['y', { x: 1 }]]) })
    copy.a.set('a', 2)
    expect(Object.keys(copy)).toEqual(['b', 'a', 'c'])
    expect([...copy.a.keys()]).toEqual(['z', 'a'])
  })

  it('stays as it is when the original changes', () => {
    const original = {
      list: [1, { deep: 2 }],
      map: new Map([['k', [3]]]),
      column: Int32Array.of(4),
    }
    const copy = copyPlain(original)
    original.list.push(9)
    original.map.get('k')?.push(9)
    original.column[0] = 9
    expect(copy).toEqual({
      list: [1, { deep: 2 }],
      map: new Map([['k', [3]]]),
      column: Int32Array.of(4),
    })
  })

  it('of an object without a prototype is an ordinary object', () => {
    const bare: Record<string, number> = Object.create(null) as Record<string, number>
    bare['a'] = 1
    expect(copyPlain(bare)).toStrictEqual({ a: 1 })
  })
})

class Thing {
  readonly value = 1
}

describe('what is not plain data is refused, at any depth', () => {
  test.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['an instance', new Thing()],
    ['a Set', new Set([1])],
    ['a Date', new Date(0)],
    ['a pattern', /x/],
    ['a promise', Promise.resolve(1)],
    ['an error', new Error('e')],
    ['a boxed number', Object(1)],
    ['floats of 32 bits', new Float32Array(1)],
    ['a key that would change the prototype', JSON.parse('{"__proto__": {"a": 1}}')],
  ])('%s', (_, value) => {
    for (const each of [value, [value], { a: [1, { b: value }] }, new Map([['k', value]])])
      expect(() => copyPlain(each)).toThrow(BrokenInvariant)
  })
})
