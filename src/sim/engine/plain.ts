/**
 * A deep copy of plain world state: objects, arrays, typed arrays, Maps and primitives, as a tree:
 * what two places share is there twice afterwards, unless it is frozen.
 * `structuredClone` is a function of the host and not of the language, and slower on such data.
 */
import { assert } from '../assert.ts'

/** @throws BrokenInvariant for a function, a symbol or a class instance: those cannot be world state. */
export function copyPlain<T>(value: T): T {
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    assert(typeof value !== 'function' && typeof value !== 'symbol', 'not plain data: a function')
    return value
  }
  // What cannot change may be shared, and keeps its identity: constants such as a catalogue's entries.
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Map) {
    const out = new Map<unknown, unknown>()
    for (const [key, entry] of value) out.set(key, copy(entry))
    return out
  }
  if (value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint32Array)
    return value.slice()
  if (value instanceof Uint8Array) return value.slice()
  const prototype: unknown = Object.getPrototypeOf(value)
  assert(prototype === Object.prototype || prototype === null, 'not plain data: a class instance')
  const source = value as Record<string, unknown>
  const out: Record<string, unknown> = {}
  for (const key in source) {
    assert(key !== '__proto__', 'not plain data: a key that would change the prototype')
    out[key] = copy(source[key])
  }
  return out
}
