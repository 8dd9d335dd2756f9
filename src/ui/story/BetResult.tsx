/** One's bet, drawn over the result: the run decides whether it was right. */
import { holds } from '../../sim/conditions.ts'
import { Icon } from '../controls/Icon.tsx'
import { useLab } from '../state/store.ts'
import { STORY } from '../words/page.ts'
import styles from './story.module.css'

/** `judged`: the run is over; before that one only reads what one has said. */
export function BetResult({ judged }: { readonly judged: boolean }) {
  const bets = useLab((s) => s.scenario.lesson.bets)
  const chosen = useLab((s) => s.bet)
  const level = useLab((s) => s.level)
  const worlds = useLab((s) => s.worlds)
  const bet = bets.find(({ id }) => id === chosen)
  if (bet === undefined) return null
  const indexes = worlds.map(({ index }) => index)
  const right = judged ? holds(indexes, bet.rightWhen) : null
  const verdict = right === null ? STORY.open : right ? STORY.right : STORY.wrong
  return (
    <p className={styles.said} data-right={judged ? String(right) : undefined}>
      <span>
        {STORY.youSaid} <q>{bet.answer[level]}</q>
      </span>
      {judged && (
        <strong>
          {right !== null && <Icon name={right ? 'tick' : 'cross'} />}
          {verdict}
        </strong>
      )}
    </p>
  )
}
