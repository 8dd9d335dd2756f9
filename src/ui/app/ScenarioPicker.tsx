/** Which scenario: all there are, in the order in which they are offered. */
import { SCENARIOS } from '../../sim/scenarios/index.ts'
import { openScenario } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS } from '../words/page.ts'
import styles from './app.module.css'

export function ScenarioPicker() {
  const scenario = useLab((s) => s.scenario)
  const level = useLab((s) => s.level)
  return (
    <label className={styles.picker}>
      <span className="for-readers">{CONTROLS.scenario}</span>
      <select
        className="field"
        value={scenario.id}
        onChange={(event) => openScenario(event.target.value)}
      >
        {SCENARIOS.map(({ id, lesson }) => (
          <option key={id} value={id}>
            {lesson.title[level]}
          </option>
        ))}
      </select>
    </label>
  )
}
