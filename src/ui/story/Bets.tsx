/** The bet is the start button: choosing an answer starts the run. */
import { Icon } from '../controls/Icon.tsx'
import { placeBet, play } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { filled } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { useOptionLookup } from './option-lookup.ts'
import styles from './story.module.css'

export function Bets() {
  const bets = useLab((s) => s.scenario.lesson.bets)
  const level = useLab((s) => s.level)
  const lookup = useOptionLookup()
  return (
    <div className={styles.bets}>
      <p>{STORY.ask}</p>
      {bets.map(({ id, answer }) => (
        <button key={id} type="button" className={styles.bet} onClick={() => placeBet(id)}>
          <Icon name="play" />
          <span>
            <i>{STORY.iSay}</i> {filled(answer[level], lookup)}
          </span>
        </button>
      ))}
      <button type="button" className={styles.plain} onClick={play}>
        <Icon name="play" />
        {STORY.justPlay}
      </button>
    </div>
  )
}
