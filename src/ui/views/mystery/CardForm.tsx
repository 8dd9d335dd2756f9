/** The card while it is being filled in: one line for each check. */
import { Segmented } from '../../controls/Segmented.tsx'
import { fillIn, handIn } from '../../state/riddle.ts'
import { useLab } from '../../state/store.ts'
import type { RiddleProps } from './ProbeForm.tsx'
import { CARD } from './words.ts'
import styles from './mystery.module.css'

const ANSWERS = [
  { value: 'yes', label: CARD.yes },
  { value: 'no', label: CARD.no },
  { value: 'unknown', label: CARD.unknown },
] as const

type Answer = (typeof ANSWERS)[number]['value']

const SAID: Readonly<Record<Answer, boolean | null>> = { yes: true, no: false, unknown: null }

export function CardForm({ mystery }: RiddleProps) {
  const level = useLab((s) => s.level)
  const card = useLab((s) => s.card)
  const open = mystery.checks.filter(({ id }) => card[id] === undefined).length
  return (
    <section className={styles.card} aria-label={CARD.title[level]}>
      <h4>{CARD.title[level]}</h4>
      <p className={styles.note}>{CARD.about[level]}</p>
      <ul className={styles.lines}>
        {mystery.checks.map(({ id, title }) => {
          const said = card[id]
          return (
            <li key={id}>
              <span aria-hidden="true">{title[level]}</span>
              <Segmented<Answer>
                label={title[level]}
                value={said === undefined ? 'unknown' : said ? 'yes' : 'no'}
                options={ANSWERS}
                onChange={(answer) => fillIn(id, SAID[answer])}
              />
            </li>
          )
        })}
      </ul>
      <div className={styles.row}>
        <button type="button" className="button first" onClick={handIn}>
          {CARD.handIn[level]}
        </button>
        <span className={styles.note}>{CARD.open(open)}</span>
      </div>
    </section>
  )
}
