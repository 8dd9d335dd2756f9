/**
 * Assertions stay on in production: a broken invariant stops the run, and whoever catches the
 * error (the kernel's owner) adds scenario, seed and instant. A leaf: everybody may import it.
 */

/** Thrown for what can only be a mistake in our own code, never for a protocol outcome. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant'
}

/** @throws BrokenInvariant when the condition does not hold. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message)
}

/** The branch that the type checker has ruled out. @throws BrokenInvariant always. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable: ${String(value)}`)
}

/**
 * The value, which must be there. The message is put together only when it is not: this runs
 * several times an event.
 * @throws BrokenInvariant when the value is missing, naming `what` and `which`
 */
export function present<T>(
  value: T | null | undefined,
  what: string,
  which: string | number = '',
): T {
  if (value === null || value === undefined)
    throw new BrokenInvariant(`missing: ${what} ${which}`.trimEnd())
  return value
}
