/** What a try gave, as shape and colour; the word stands beside it or in its name. */
import type { AttemptClass } from '../../sim/facts/attempts.ts'
import { RESULT_SHAPES } from './reply-shapes.ts'
import styles from './views.module.css'

export function ResultMark({ result }: { readonly result: AttemptClass }) {
  return (
    <svg className={styles.result} data-result={result} viewBox="0 0 20 20" aria-hidden="true">
      <path d={RESULT_SHAPES[result]} />
    </svg>
  )
}
