import { describe, expect, it, test } from 'vitest'
import { INEXACT_MATH, PoisonTouched, withPoisonedGlobals } from '../helpers/poison.ts'

const touches: readonly (readonly [string, () => unknown])[] = [
  ['Date.now', () => Date.now()],
  ['Date', () => new Date()],
  ['Date', () => new Date(0)],
  ['Date', () => Date()],
  ['Date.parse', () => Date.parse('2024-01-01')],
  ['Math.random', () => Math.random()],
  ['performance.now', () => performance.now()],
  ['setTimeout', () => setTimeout(() => undefined, 0)],
  ['setInterval', () => setInterval(() => undefined, 1000)],
  ['queueMicrotask', () => queueMicrotask(() => undefined)],
  ['crypto.getRandomValues', () => crypto.getRandomValues(new Uint8Array(1))],
  ['crypto.randomUUID', () => crypto.randomUUID()],
  ['Intl.NumberFormat', () => new Intl.NumberFormat('en').format(1)],
  ['Intl.DateTimeFormat', () => Intl.DateTimeFormat()],
  ['Intl.Collator', () => new Intl.Collator()],
  ['String.localeCompare', () => 'a'.localeCompare('b')],
  ['String.toLocaleLowerCase', () => 'A'.toLocaleLowerCase()],
  ['Number.toLocaleString', () => (1.5).toLocaleString()],
  ['Array.toLocaleString', () => [1.5].toLocaleString()],
  ...INEXACT_MATH.map(
    (name) => [`Math.${name}`, () => Reflect.apply(Math[name], Math, [1, 1])] as const,
  ),
]

/** Every function that is poisoned, as it is now. */
function functions(): unknown[] {
  return [
    ...Object.getOwnPropertyNames(Math).map((key): unknown => Reflect.get(Math, key)),
    ...Object.getOwnPropertyNames(Intl).map((key): unknown => Reflect.get(Intl, key)),
    Date,
    Date.now,
    Date.parse,
    setTimeout,
    setInterval,
    setImmediate,
    queueMicrotask,
    Reflect.get(performance, 'now'),
    Object.hasOwn(performance, 'now'),
    Reflect.get(crypto, 'randomUUID'),
    Object.hasOwn(crypto, 'randomUUID'),
    Reflect.get(String.prototype, 'localeCompare'),
    Reflect.get(Number.prototype, 'toLocaleString'),
  ]
}

/** What a call throws; undefined when it does not. */
function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

describe('while the machine is out of reach', () => {
  test.each(touches)('%s throws', (name, touch) => {
    const before = functions()
    const error = thrownBy(() => withPoisonedGlobals(touch))
    expect(error).toBeInstanceOf(PoisonTouched)
    expect(String(error)).toContain(`${name} was used`)
    expect(functions()).toEqual(before)
    expect(functions().every((value, i) => value === before[i])).toBe(true)
  })

  it('finds out about errors that the code swallowed', () => {
    const swallow = (): number => {
      try {
        return Math.random()
      } catch {
        return 4
      }
    }
    expect(() => withPoisonedGlobals(swallow)).toThrow(/Math\.random was used, and/)
  })

  it('lets exact arithmetic and plain data pass', () => {
    const result = withPoisonedGlobals(() => [
      Math.sqrt(2),
      Math.floor(2.5),
      Math.max(1, 2),
      Math.imul(3, 5),
      'A'.toLowerCase(),
      ['b', 'a'].sort().join(''),
      JSON.stringify({ a: 1.5 }),
      structuredClone({ a: [1] }),
      Object(1) instanceof Date,
    ])
    expect(result).toEqual([Math.SQRT2, 2, 2, 15, 'a', 'ab', '{"a":1.5}', { a: [1] }, false])
  })

  it('passes on what the code throws, and puts everything back', () => {
    const before = functions()
    const own = new Error('own')
    const fail = (): never => {
      throw own
    }
    expect(thrownBy(() => withPoisonedGlobals(fail))).toBe(own)
    expect(functions().every((value, i) => value === before[i])).toBe(true)
  })

  it('may be nested', () => {
    const before = functions()
    const inner = (): number => withPoisonedGlobals(() => 1)
    expect(withPoisonedGlobals(inner)).toBe(1)
    const after = (): number => inner() + Date.now()
    expect(() => withPoisonedGlobals(after)).toThrow(PoisonTouched)
    expect(functions().every((value, i) => value === before[i])).toBe(true)
  })

  it('refuses what goes on afterwards', () => {
    expect(() => withPoisonedGlobals(async () => 1)).toThrow(TypeError)
  })

  it('works again afterwards', () => {
    withPoisonedGlobals(() => undefined)
    expect(new Date(Date.now()).getTime()).toBeGreaterThan(0)
    expect(Math.random()).toBeLessThan(1)
    expect(performance.now()).toBeGreaterThan(0)
    expect(new Intl.NumberFormat('en').format(1000)).toBe('1,000')
  })
})
