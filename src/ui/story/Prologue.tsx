/** A scenario with a prologue is told in two steps; either is one press away. */
import { useEffect } from 'react'
import { openScenario } from '../state/actions.ts'
import { fetchAhead } from '../state/scenarios.ts'
import { useLab } from '../state/store.ts'
import { STORY } from '../words/page.ts'
import { stepsOf } from './steps.ts'
import styles from './story.module.css'

export function Prologue() {
  const id = useLab((s) => s.scenario.id)
  const level = useLab((s) => s.level)
  const steps = stepsOf(id)
  useEffect(() => {
    for (const step of stepsOf(id)) fetchAhead(step.id)
  }, [id])
  if (steps.length === 0) return null
  return (
    <nav className={styles.steps} aria-label={STORY.prologue}>
      {steps.map((step, i) => (
        <button
          key={step.id}
          type="button"
          aria-current={step.id === id ? 'step' : undefined}
          // A prologue explains itself by being played; what it leads to begins with a bet.
          onClick={() => void openScenario(step.id, { play: i === 0 })}
        >
          <span aria-hidden="true">{i + 1}</span> {step.title[level]}
        </button>
      ))}
    </nav>
  )
}
