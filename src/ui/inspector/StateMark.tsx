/** The shape that goes with a state: tick, clock, stop sign, arrow, moon or a full tray, in the state's colour. */
import type { Mark } from './state-sentence.ts'
import styles from './inspector.module.css'

const PATHS: Readonly<Record<Mark, string>> = {
  accepted: 'M3.5 10.5l4.5 4.5 8.5-10',
  deferred: 'M10 3.2a6.8 6.8 0 1 0 .01 0zM10 6v4.2l3 1.8',
  refused: 'M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM6.5 10h7',
  asking: 'M4 10h11M11 5.5l4.5 4.5-4.5 4.5',
  aside: 'M2.5 11v6.5h15V11h-4l-1.6 2.6H8.1L6.5 11zM5.5 7.5h9M7 4h6',
  asleep: 'M15.5 12.5A6.5 6.5 0 1 1 8 4.2a5.4 5.4 0 0 0 7.5 8.3z',
}

export function StateMark({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={styles.mark} data-mark={mark} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[mark]} />
    </svg>
  )
}

export const MARK_OF_CLASS = {
  delivered: 'accepted',
  deferred: 'deferred',
  refused: 'refused',
  open: 'asking',
} as const
