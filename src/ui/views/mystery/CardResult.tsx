/** The card against the truth, the score, and what would have told. */
import { useEffect, useRef } from 'react'
import { judgeCard } from '../../../sim/mystery.ts'
import { Icon } from '../../controls/Icon.tsx'
import { setSeed } from '../../state/actions.ts'
import { probesSent } from '../../state/riddle.ts'
import { useLab } from '../../state/store.ts'
import type { RiddleProps } from './ProbeForm.tsx'
import { CARD } from './words.ts'
import styles from './mystery.module.css'

/** Seeds of links have 32 bits. */
const SEEDS = 4_294_967_296

export function CardResult({ mystery }: RiddleProps) {
  const level = useLab((s) => s.level)
  const seed = useLab((s) => s.seed)
  const card = useLab((s) => s.card)
  const sent = useLab((s) => probesSent(s.interventions).length)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: the result is where one goes on.
  useEffect(() => heading.current?.focus(), [])
  const lines = judgeCard(mystery, seed, card)
  const right = lines.filter(({ said, truth }) => said === truth).length
  const next = (seed + 1) % SEEDS
  return (
    <section className={styles.card} aria-label={CARD.title[level]}>
      <h4 ref={heading} tabIndex={-1}>
        {CARD.score(right, lines.length, sent)}
      </h4>
      <p className={styles.note}>{CARD.golf[level]}</p>
      <ul className={styles.verdicts}>
        {lines.map(({ id, said, truth }) => {
          const check = mystery.checks.find((one) => one.id === id)
          const verdict = said === null ? 'missing' : said === truth ? 'right' : 'wrong'
          return (
            <li key={id} data-verdict={verdict}>
              <p className={styles.knock}>
                <Icon name={verdict === 'right' ? 'tick' : 'cross'} />
                <span>
                  <b>{check?.title[level]}</b>: {truth ? CARD.on : CARD.off}.{' '}
                  <strong>{CARD.said(said, verdict)}</strong>
                </span>
              </p>
              <p className={styles.note}>{check?.decidedBy[level]}</p>
            </li>
          )
        })}
      </ul>
      <button type="button" className="button first" onClick={() => setSeed(next)}>
        {CARD.next(next)}
      </button>
    </section>
  )
}
