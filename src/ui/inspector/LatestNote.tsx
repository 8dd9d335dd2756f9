/** What a server remembers may be long: the latest of it are shown, and the rest is counted. */
import type { Level } from '../../sim/scenarios/scenario.ts'
import { HOST } from './words.ts'
import styles from './inspector.module.css'

/** Rows that a table has at most. */
const ROWS_MAX = 60

/** The last ones of a list, the very last first. */
export const latestOf = <T,>(rows: readonly T[]): T[] => rows.slice(-ROWS_MAX).reverse()

export function LatestNote({ all, level }: { readonly all: number; readonly level: Level }) {
  if (all <= ROWS_MAX) return null
  return <span className={styles.soft}>{HOST.latest(ROWS_MAX, all)[level]}</span>
}
