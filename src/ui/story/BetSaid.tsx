/** One's bet while the run is under way: one only reads what one has said. */
import type { ReactNode } from 'react'
import { useLab } from '../state/store.ts'
import { filled } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { useOptionLookup } from './option-lookup.ts'
import styles from './story.module.css'

interface Props {
  /** Whether it was right, once that is known; null where the run does not decide it. */
  readonly right?: boolean | null
  /** How it is judged. */
  readonly children?: ReactNode
}

export function BetSaid({ right, children }: Props) {
  const bets = useLab((s) => s.scenario.lesson.bets)
  const chosen = useLab((s) => s.bet)
  const level = useLab((s) => s.level)
  const lookup = useOptionLookup()
  const bet = bets.find(({ id }) => id === chosen)
  if (bet === undefined) return null
  return (
    <p className={styles.said} data-right={right === undefined ? undefined : String(right)}>
      <span>
        {STORY.youSaid} <q>{filled(bet.answer[level], lookup)}</q>
      </span>
      {children}
    </p>
  )
}
