/** Finds the glossary's terms in running text: each at its first place only. */
import type { GlossaryEntry } from './glossary-entry.ts'
import type { Piece } from './fill-in.ts'

export interface MarkedPiece extends Piece {
  /** Id of the term that this piece is a form of. */
  readonly term?: string
}

/** All forms of all terms as one pattern, the longest first. */
export interface TermFinder {
  readonly pattern: RegExp
  readonly idOf: ReadonlyMap<string, string>
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const decapitalised = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

export function termFinder(entries: readonly GlossaryEntry[]): TermFinder {
  const idOf = new Map<string, string>()
  for (const { id, matches } of entries)
    for (const form of matches) if (!idOf.has(form)) idOf.set(form, id)
  const forms = [...idOf.keys()].sort((a, b) => b.length - a.length)
  const either = forms.map((form) => {
    const first = form.slice(0, 1)
    const both = first === first.toUpperCase() ? escape(first) : `[${first}${first.toUpperCase()}]`
    return both + escape(form.slice(1))
  })
  // Letters, digits and what joins them in option paths and host names end no word.
  const pattern = new RegExp(String.raw`(?<![\w.-])(?:${either.join('|')})(?![\w-]|\.\w)`, 'g')
  return { pattern, idOf }
}

/** Marks the first occurrence of each term in a paragraph; `seen` may be shared by paragraphs. */
export function markTerms(
  pieces: readonly Piece[],
  { pattern, idOf }: TermFinder,
  seen: Set<string> = new Set(),
): MarkedPiece[] {
  if (idOf.size === 0) return [...pieces]
  return pieces.flatMap((piece) => {
    if (piece.filled) return [piece]
    const found: MarkedPiece[] = []
    let from = 0
    for (const match of piece.text.matchAll(pattern)) {
      const term = idOf.get(match[0]) ?? idOf.get(decapitalised(match[0]))
      if (term === undefined || seen.has(term)) continue
      seen.add(term)
      if (match.index > from)
        found.push({ text: piece.text.slice(from, match.index), filled: false })
      found.push({ text: match[0], filled: false, term })
      from = match.index + match[0].length
    }
    if (from < piece.text.length) found.push({ text: piece.text.slice(from), filled: false })
    return found
  })
}
