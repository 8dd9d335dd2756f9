/**
 * Shows that a piece of code asks the machine for nothing: neither the time, nor chance, nor the
 * language, nor arithmetic whose last digits differ between JavaScript engines.
 */

/** Not exact by IEEE 754, so each engine may answer with other last digits; `sqrt` is exact. */
export const INEXACT_MATH = [
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atan2',
  'atanh',
  'cbrt',
  'cos',
  'cosh',
  'exp',
  'expm1',
  'hypot',
  'log',
  'log10',
  'log1p',
  'log2',
  'pow',
  'sin',
  'sinh',
  'tan',
  'tanh',
] as const

/** Where a function is found, what it is called there, and its name in messages. */
interface Place {
  readonly owner: object
  readonly key: string
  readonly title: string
}

/** Thrown by everything that is poisoned. */
export class PoisonTouched extends Error {
  override readonly name = 'PoisonTouched'
}

/**
 * Runs something with the clock, chance, timers, language and inexact arithmetic out of reach.
 *
 * What is touched throws, and the whole call throws even if the code caught that. Everything is put
 * back afterwards, also after an exception; calls may be nested. Keep `expect` and fast-check out of
 * `run`: they use the clock themselves.
 *
 * Not reached: the operator `**`, methods of dates and formats made before, functions that a module
 * put aside when it was loaded.
 *
 * @throws PoisonTouched when something poisoned was used.
 * @throws TypeError when `run` answers with a promise: the rest of it would run unpoisoned.
 */
export function withPoisonedGlobals<T>(run: () => T): T {
  const touched: string[] = []
  const restores: (() => void)[] = []
  let result: T
  try {
    for (const place of places()) restores.push(poison(place, touched))
    result = run()
  } finally {
    for (const restore of restores.reverse()) restore()
  }
  const [first] = touched
  if (first !== undefined) throw new PoisonTouched(`${first} was used, and the error swallowed`)
  if (isThenable(result)) throw new TypeError('only what ends at once can be watched to its end')
  return result
}

/** Only what this engine has. `Date` comes last, so that it is taken with its members poisoned. */
function places(): readonly Place[] {
  return [
    ...named(Math, 'Math', [...INEXACT_MATH, 'random']),
    ...named(String.prototype, 'String', [
      'localeCompare',
      'toLocaleLowerCase',
      'toLocaleUpperCase',
    ]),
    ...named(Number.prototype, 'Number', ['toLocaleString']),
    ...named(Array.prototype, 'Array', ['toLocaleString']),
    ...named(Intl, 'Intl', Object.getOwnPropertyNames(Intl)),
    ...named(performance, 'performance', ['now']),
    ...named(crypto, 'crypto', ['getRandomValues', 'randomUUID']),
    ...named(Date, 'Date', ['now', 'parse']),
    ...named(globalThis, '', [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'requestAnimationFrame',
      'Date',
    ]),
  ]
}

function named(owner: object, ownerTitle: string, keys: readonly string[]): Place[] {
  return keys
    .filter((key) => typeof Reflect.get(owner, key) === 'function')
    .map((key) => ({ owner, key, title: ownerTitle === '' ? key : `${ownerTitle}.${key}` }))
}

/** Puts the poison in; answers how to take it out again. */
function poison({ owner, key, title }: Place, touched: string[]): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, key)
  const refuse = (): never => {
    touched.push(title)
    throw new PoisonTouched(`${title} was used where nothing may depend on the machine`)
  }
  // A proxy, so that `instanceof Date` and the members that give the same everywhere still work.
  const value: unknown = new Proxy(Reflect.get(owner, key), { apply: refuse, construct: refuse })
  Object.defineProperty(owner, key, { value, configurable: true, writable: true })
  return () => {
    if (own === undefined) Reflect.deleteProperty(owner, key)
    else Object.defineProperty(owner, key, own)
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value
}
