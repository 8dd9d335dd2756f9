/** One's bet, drawn over the result: the run decides whether it was right. */
import { holds } from '../../sim/conditions.ts'
import { Icon } from '../controls/Icon.tsx'
import { useLab } from '../state/store.ts'
import { filled } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { useLookup } from './useReadings.ts'
import styles from './story.module.css'

/** `judged`: the run is over; before that one only reads what one has said. */
export function BetResult({ judged }: { readonly judged: boolean }) {
  const bets = useLab((s) => s.scenario.lesson.bets)
  const chosen = useLab((s) => s.bet)
  const level = useLab((s) => s.level)
  const worlds = useLab((s) => s.worlds)
  const lookup = useLookup()
  const bet = bets.find(({ id }) => id === chosen)
  if (bet === undefined) return null
  const indexes = worlds.map(({ index }) => index)
  const right = judged ? holds(indexes, bet.rightWhen) : null
  const verdict = right === null ? STORY.open : right ? STORY.right : STORY.wrong
  return (
    <p className={styles.said} data-right={judged ? String(right) : undefined}>
      <span>
        {STORY.youSaid} <q>{filled(bet.answer[level], lookup)}</q>
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
