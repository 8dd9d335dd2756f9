/** Why an intermediate server is needed: each reason, the scenarios that show it, and what came of them. */
import { useEffect, useRef } from 'react'
import { LEVELS } from '../../sim/scenarios/scenario.ts'
import { Icon } from '../controls/Icon.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { setLevel } from '../state/actions.ts'
import { writeLink } from '../state/link.ts'
import { useLab } from '../state/store.ts'
import { startSummary, stopSummary, useSummary } from '../state/summary.ts'
import { CONTROLS, LEVEL_NAMES, NAME } from '../words/page.ts'
import { SummaryTable } from './SummaryTable.tsx'
import { SUMMARY_WORDS } from './words.ts'
import styles from './summary.module.css'

/** As in the head of the page; sharing that component would make the first load longer. */
const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))

export function SummaryPage() {
  const level = useLab((s) => s.level)
  const back = useLab(writeLink)
  const heading = useRef<HTMLHeadingElement>(null)
  const question = SUMMARY_WORDS.question[level]
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus()
    void startSummary()
    return stopSummary
  }, [])
  useEffect(() => {
    const { title } = document
    // A printed page and a saved file are called so.
    document.title = `${question} – ${NAME}`
    return () => {
      document.title = title
    }
  }, [question])
  useEffect(() => {
    const onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented) location.hash = back
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [back])
  return (
    <main className={styles.page}>
      <div className={styles.bar}>
        <a className="button" href={back}>
          {SUMMARY_WORDS.back}
        </a>
        <Segmented
          label={CONTROLS.level}
          value={level}
          options={LEVEL_OPTIONS}
          onChange={setLevel}
        />
        <button type="button" className="button" onClick={() => window.print()}>
          {SUMMARY_WORDS.print}
        </button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {question}
      </h1>
      <p className={styles.lead}>{SUMMARY_WORDS.lead[level]}</p>
      <Progress />
      <SummaryTable />
      <p className={styles.about}>{SUMMARY_WORDS.about[level]}</p>
    </main>
  )
}

function Progress() {
  const { scenarios, rows, running, problem, away } = useSummary()
  const [done, all] = [rows.size, scenarios.length]
  const complete = !running && all > 0 && done === all && away === 0
  return (
    <div className={styles.progress} data-complete={complete || undefined}>
      {running && all > 0 && (
        <label>
          <progress max={all} value={done} /> {SUMMARY_WORDS.progress(done, all)}
        </label>
      )}
      {/* Said at the beginning and at the end; the bar says what is between. */}
      <p role="status">{statusOf({ running, done, all })}</p>
      {problem !== null && (
        <p role="alert">
          {SUMMARY_WORDS.problem} <code>{problem}</code>
        </p>
      )}
      {!running && away > 0 && <p role="alert">{SUMMARY_WORDS.away(away)}</p>}
      {!complete && (
        <button
          type="button"
          className="button"
          onClick={running ? stopSummary : () => void startSummary()}
        >
          {running && <Icon name="stop" />}
          {running
            ? SUMMARY_WORDS.stop
            : problem === null && away === 0
              ? SUMMARY_WORDS.goOn
              : SUMMARY_WORDS.again}
        </button>
      )}
    </div>
  )
}

interface Standing {
  readonly running: boolean
  readonly done: number
  readonly all: number
}

function statusOf({ running, done, all }: Standing): string {
  if (running) return all === 0 ? SUMMARY_WORDS.fetching : ''
  if (all === 0) return ''
  return done === all ? SUMMARY_WORDS.ready(all) : SUMMARY_WORDS.stopped(done, all)
}
