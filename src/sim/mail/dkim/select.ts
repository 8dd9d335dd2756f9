/** Which fields a signature speaks of (RFC 6376 §5.4.2). */

/** The fields of a message by name, so that each is found at once. */
export interface FieldIndex {
  /** Position of the bottom field of a name. */
  readonly bottom: ReadonlyMap<string, number>
  /** For each field, the position of the next one of its name above; -1: it is the top one. */
  readonly above: readonly number[]
}

/** `names` from top to bottom, in lower case. */
export function indexFields(names: readonly string[]): FieldIndex {
  const bottom = new Map<string, number>()
  const above: number[] = []
  names.forEach((name, i) => {
    above.push(bottom.get(name) ?? -1)
    bottom.set(name, i)
  })
  return { bottom, above }
}

/**
 * The positions of the fields that h= names, in its order. Each name takes the next field from the
 * bottom (RFC 6376 §5.4.2); when there is none left it stands for nothing (RFC 6376 §5.4). The
 * signature's own field, at `own`, is never among them (RFC 6376 §3.5); -1: it has no place yet.
 */
export function selectFields(index: FieldIndex, wanted: readonly string[], own: number): number[] {
  const taken = new Map<string, number>()
  const found: number[] = []
  for (const name of wanted) {
    const before = taken.get(name)
    let at = (before === undefined ? index.bottom.get(name) : index.above[before]) ?? -1
    if (at === own && at >= 0) at = index.above[at] ?? -1
    if (at < 0) continue
    taken.set(name, at)
    found.push(at)
  }
  return found
}

/** The fields at these positions. */
export function fieldsAt<T extends object>(fields: readonly T[], places: readonly number[]): T[] {
  const found: T[] = []
  for (const at of places) {
    const field = fields[at]
    if (field !== undefined) found.push(field)
  }
  return found
}
