/** The story panel: the question and the bets, then what to watch, and after the run the reasons. */
import { useEffect } from 'react'
import { Explanation } from '../app/late.tsx'
import { openScenario } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { filled } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { Bets } from './Bets.tsx'
import { BetSaid } from './BetSaid.tsx'
import { Prologue } from './Prologue.tsx'
import { Prose } from './Prose.tsx'
import { useOptionLookup } from './option-lookup.ts'
import styles from './story.module.css'

/** `bare`: without the steps of its telling; on a phone they stand below it. */
export function Story({ bare = false }: { readonly bare?: boolean }) {
  const scenario = useLab((s) => s.scenario)
  const level = useLab((s) => s.level)
  const started = useLab((s) => s.started)
  const finished = useLab((s) => s.finished)
  const lookup = useOptionLookup()
  const { lesson } = scenario
  // It opens at the end of the run, and shall not have to be fetched then.
  useEffect(() => {
    if (started) void import('./Explanation.tsx')
  }, [started])
  return (
    <div className={styles.story}>
      {!bare && <Prologue />}
      <h2>{filled(lesson.question[level], lookup)}</h2>
      {started || finished ? !finished && <BetSaid /> : <Bets />}
      {finished ? (
        <Explanation />
      ) : (
        <section aria-label={STORY.watch}>
          <h3>{STORY.watch}</h3>
          <ul className={styles.watch}>
            {lesson.watch.map((words) => (
              <li key={words.protocol}>
                <Prose text={words[level]} lookup={lookup} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {started && (
        <button
          type="button"
          className={styles.plain}
          onClick={() => void openScenario(scenario.id)}
        >
          {STORY.again}
        </button>
      )}
    </div>
  )
}
