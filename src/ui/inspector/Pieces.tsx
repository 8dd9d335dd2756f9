/** A sentence whose readings stand out a little, so that one sees what came from the run. */
import type { Piece } from '../words/fill-in.ts'
import styles from './inspector.module.css'

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, filled }, i) =>
    filled ? (
      <span key={i} className={styles.filled}>
        {text}
      </span>
    ) : (
      text
    ),
  )
}
