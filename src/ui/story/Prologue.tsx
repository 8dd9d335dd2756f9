/** A scenario with a prologue is told in two steps; either is one press away. */
import { SCENARIOS } from '../../sim/scenarios/index.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { openScenario, play } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { STORY } from '../words/page.ts'
import styles from './story.module.css'

/** The steps that this scenario is one of: its prologue and it, or it and what it is prologue to. */
export function stepsOf(scenario: ScenarioFile): readonly ScenarioFile[] {
  const before = SCENARIOS.find(({ id }) => id === scenario.prologue)
  if (before !== undefined) return [before, scenario]
  const after = SCENARIOS.find(({ prologue }) => prologue === scenario.id)
  return after === undefined ? [] : [scenario, after]
}

export function Prologue() {
  const scenario = useLab((s) => s.scenario)
  const level = useLab((s) => s.level)
  const steps = stepsOf(scenario)
  if (steps.length === 0) return null
  const open = (step: ScenarioFile, isPrologue: boolean): void => {
    openScenario(step.id)
    // A prologue explains itself by being played; what it leads to begins with a bet.
    if (isPrologue) play()
  }
  return (
    <nav className={styles.steps} aria-label={STORY.prologue}>
      {steps.map((step, i) => (
        <button
          key={step.id}
          type="button"
          aria-current={step === scenario ? 'step' : undefined}
          onClick={() => open(step, i === 0)}
        >
          <span aria-hidden="true">{i + 1}</span> {step.lesson.title[level]}
        </button>
      ))}
    </nav>
  )
}
