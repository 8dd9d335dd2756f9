/** One's bet, drawn over the result: the run decides whether it was right. */
import { holds } from '../../sim/conditions.ts'
import { Icon } from '../controls/Icon.tsx'
import { useLab } from '../state/store.ts'
import { STORY } from '../words/page.ts'
import { BetSaid } from './BetSaid.tsx'

export function BetResult() {
  const bets = useLab((s) => s.scenario.lesson.bets)
  const chosen = useLab((s) => s.bet)
  const worlds = useLab((s) => s.worlds)
  const bet = bets.find(({ id }) => id === chosen)
  if (bet === undefined) return null
  const right = holds(
    worlds.map(({ index }) => index),
    bet.rightWhen,
  )
  return (
    <BetSaid right={right}>
      <strong>
        {right !== null && <Icon name={right ? 'tick' : 'cross'} />}
        {right === null ? STORY.open : right ? STORY.right : STORY.wrong}
      </strong>
    </BetSaid>
  )
}
