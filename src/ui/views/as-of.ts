/**
 * Worlds grow in place. Whoever reads one through this names the revision it read, and so reads it
 * again when the facts have changed.
 */
export function asOf<T>(thing: T, revision: number): T {
  void revision
  return thing
}
