/**
 * Remembering what a pure function has answered, where the same few texts are asked about again and
 * again: names, addresses, records. It makes nothing but speed: the answer is the same with and
 * without it, whatever was asked before. So it may outlive a world and is in no snapshot.
 */

/** Answers kept for one function; when there are more, it begins anew. Our limit. */
const REMEMBERED_LIMIT = 1024

/**
 * The same function with a memory. `of` must depend on nothing but the text, and nobody may change
 * what it has answered; undefined is no answer.
 */
export function remembered<T extends {} | null>(
  of: (text: string) => T,
  limit = REMEMBERED_LIMIT,
): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = of(text)
    if (known.size >= limit) known.clear()
    known.set(text, answer)
    return answer
  }
}
