/** A text of a lesson: readings filled in and set off, terms of the glossary explained. */
import { fillIn, type Lookup } from '../words/fill-in.ts'
import { markTerms } from '../words/mark-terms.ts'
import { Term } from './Term.tsx'
import { useGlossary } from './useGlossary.ts'
import styles from './story.module.css'

interface Props {
  readonly text: string
  readonly lookup: Lookup
}

export function Prose({ text, lookup }: Props) {
  const { finder, entries } = useGlossary()
  const pieces = markTerms(fillIn(text, lookup), finder)
  return pieces.map((piece, i) => {
    const entry = piece.term === undefined ? undefined : entries.get(piece.term)
    // The pieces of one text never change places.
    const key = `${i} ${piece.text}`
    if (piece.filled)
      return (
        <b key={key} className={styles.reading}>
          {piece.text}
        </b>
      )
    if (entry === undefined) return <span key={key}>{piece.text}</span>
    return (
      <Term key={key} entry={entry}>
        {piece.text}
      </Term>
    )
  })
}
