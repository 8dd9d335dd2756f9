/** Before and after the run the words come first, over the picture: one idea at a time. */
import { BetResult } from '../story/BetResult.tsx'
import { Bets } from '../story/Bets.tsx'
import { Prose } from '../story/Prose.tsx'
import { ResultFigure } from '../story/ResultFigure.tsx'
import { useLookup, useResults } from '../story/useReadings.ts'
import { useLab } from '../state/store.ts'
import { filled } from '../words/fill-in.ts'
import { PRESENT, STORY } from '../words/page.ts'
import { pagesAfter, standing } from './present-steps.ts'
import styles from './present.module.css'

export function Captions() {
  const started = useLab((s) => s.started)
  const finished = useLab((s) => s.finished)
  const page = useLab((s) => s.page)
  const where = standing(started, finished, page)
  if (where.at === 'run') return null
  return (
    <section className={styles.captions} aria-label={PRESENT.region} aria-live="polite">
      {where.at === 'question' ? <Question /> : <After page={where.page} />}
      <small>{where.at === 'after' ? PRESENT.step(page + 1, pagesAfter()) : PRESENT.hint}</small>
    </section>
  )
}

function Question() {
  const question = useLab((s) => s.scenario.lesson.question[s.level])
  const lookup = useLookup()
  return (
    <>
      <h2>{filled(question, lookup)}</h2>
      <Bets />
    </>
  )
}

function After({ page }: { readonly page: number }) {
  const { explanation, next } = useLab((s) => s.scenario.lesson)
  const level = useLab((s) => s.level)
  const lookup = useLookup()
  const rows = useResults()
  if (page === 0)
    return (
      <>
        <h2>{STORY.result}</h2>
        <ResultFigure rows={rows} />
        <BetResult />
      </>
    )
  const words = explanation[page - 1]
  if (words !== undefined)
    return (
      <p>
        <Prose text={words[level]} lookup={lookup} />
      </p>
    )
  return (
    <>
      <h2>{STORY.next}</h2>
      <ul>
        {next.map((one) => (
          <li key={one.protocol}>{filled(one[level], lookup)}</li>
        ))}
      </ul>
    </>
  )
}
