/** After the run: what happened, whether one's bet was right, why, and what to ask next. */
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/Icon.tsx'
import { isActAt } from '../state/acts.ts'
import { openScenario } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { fetchAhead } from '../state/scenarios.ts'
import { isReadable } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { BetResult } from './BetResult.tsx'
import { Prose } from './Prose.tsx'
import { ResultFigure } from './ResultFigure.tsx'
import { followingOf } from './steps.ts'
import { useLookup, useResults } from './useReadings.ts'
import styles from './story.module.css'

export function Explanation() {
  const lesson = useLab((s) => s.scenario.lesson)
  const level = useLab((s) => s.level)
  const changed = useLab((s) =>
    s.interventions.some((one) => isActAt(one) || one.act.kind === 'set'),
  )
  const lookup = useLookup()
  const rows = useResults()
  // A paragraph about a road that was not taken would be full of gaps.
  const readable = lesson.explanation.filter((words) => isReadable(words[level], lookup))
  const figure = useRef<HTMLElement>(null)
  // The run's result is what one has been waiting for: it is not left below the edge.
  useEffect(() => {
    figure.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div className={styles.after}>
      <section ref={figure} aria-label={STORY.result}>
        <h3>{STORY.result}</h3>
        <ResultFigure rows={rows} />
        <BetResult />
        {changed && <p className={styles.note}>{STORY.changed}</p>}
      </section>
      <section aria-label={STORY.explanation}>
        <h3>{STORY.explanation}</h3>
        {readable.map((words) => (
          <p key={words.protocol}>
            <Prose text={words[level]} lookup={lookup} />
          </p>
        ))}
      </section>
      <section aria-label={STORY.next}>
        <h3>{STORY.next}</h3>
        <ul className={styles.questions}>
          {lesson.next.map((words) => (
            <li key={words.protocol}>
              <Prose text={words[level]} lookup={lookup} />
            </li>
          ))}
        </ul>
      </section>
      <NextScenario />
    </div>
  )
}

/** Where to go from here: from a prologue to what it leads to, otherwise on in the list. */
function NextScenario() {
  const id = useLab((s) => s.scenario.id)
  const level = useLab((s) => s.level)
  const next = followingOf(id)
  const nextId = next?.entry.id ?? ''
  useEffect(() => fetchAhead(nextId), [nextId])
  if (next === null) return null
  return (
    <button type="button" className={styles.bet} onClick={() => void openScenario(nextId)}>
      <Icon name="step" />
      <span>
        <i>{next.isGoal ? STORY.follows : STORY.another}</i> {next.entry.title[level]}
      </span>
    </button>
  )
}
