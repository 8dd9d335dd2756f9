/** After the run: what happened, whether one's bet was right, why, and what to ask next. */
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/Icon.tsx'
import { isActAt } from '../state/acts.ts'
import { openScenario } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { SCENARIOS } from '../../sim/scenarios/index.ts'
import { isReadable } from '../words/fill-in.ts'
import { STORY } from '../words/page.ts'
import { BetResult } from './BetResult.tsx'
import { Prose } from './Prose.tsx'
import { ResultFigure } from './ResultFigure.tsx'
import { stepsOf } from './Prologue.tsx'
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
        <BetResult judged />
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
  const scenario = useLab((s) => s.scenario)
  const level = useLab((s) => s.level)
  const follows = stepsOf(scenario)[0] === scenario ? stepsOf(scenario)[1] : undefined
  const later = SCENARIOS.slice(SCENARIOS.indexOf(scenario) + 1)
  const next = follows ?? later.find((one) => !stepsOf(scenario).includes(one))
  if (next === undefined) return null
  return (
    <button type="button" className={styles.bet} onClick={() => openScenario(next.id)}>
      <Icon name="step" />
      <span>
        <i>{follows === undefined ? STORY.another : STORY.follows}</i> {next.lesson.title[level]}
      </span>
    </button>
  )
}
