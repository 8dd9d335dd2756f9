/**
 * Words with readings in braces: `{relayed.alice-1.took}` is a reading of the run,
 * `{option:mx.greylist.delay}` the value of an option in it.
 */

export interface Piece {
  readonly text: string
  /** It comes from the run, not from the words. */
  readonly filled: boolean
}

/** What stands in braces, as people read it; null when there is nothing to read (yet). */
export type Lookup = (path: string) => string | null

const NOTHING = '–'

/** Whether the run has everything that the words speak of; a road that was not taken has nothing. */
export function isReadable(words: string, lookup: Lookup): boolean {
  return [...words.matchAll(/\{([^{}]+)\}/g)].every(([, path = '']) => lookup(path) !== null)
}

/** The words in pieces, so that what comes from the run can be told apart. */
export function fillIn(words: string, lookup: Lookup): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of words.matchAll(/\{([^{}]+)\}/g)) {
    if (match.index > from) pieces.push({ text: words.slice(from, match.index), filled: false })
    pieces.push({ text: lookup(match[1] ?? '') ?? NOTHING, filled: true })
    from = match.index + match[0].length
  }
  if (from < words.length) pieces.push({ text: words.slice(from), filled: false })
  return pieces
}

/** The same as plain text, for headings and buttons. */
export const filled = (text: string, lookup: Lookup): string =>
  fillIn(text, lookup)
    .map((piece) => piece.text)
    .join('')
