/** Which scenario: all there are, in the order in which they are offered, under their headings. */
import { CATALOGUE } from '../../sim/scenarios/index.ts'
import { openScenario } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS, SCENARIO_GROUPS } from '../words/page.ts'
import styles from './app.module.css'

const GROUPS = [...new Set(CATALOGUE.map(({ group }) => group))]

export function ScenarioPicker() {
  const coming = useLab((s) => s.coming)
  const open = useLab((s) => s.scenario.id)
  const level = useLab((s) => s.level)
  return (
    <div className={styles.picker}>
      <label>
        <span className="for-readers">{CONTROLS.scenario}</span>
        <select
          className="field"
          // What has been chosen stands in the field although it may still be on its way.
          value={coming ?? open}
          onChange={(event) => void openScenario(event.target.value)}
        >
          {GROUPS.map((group) => (
            <optgroup key={group} label={SCENARIO_GROUPS[group][level]}>
              {CATALOGUE.filter((one) => one.group === group).map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title[level]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {/* It may take a while: then it is seen, too. */}
      <span role="status" className={coming === null ? 'for-readers' : styles.coming}>
        {coming === null ? CATALOGUE.find(({ id }) => id === open)?.title[level] : CONTROLS.opening}
      </span>
    </div>
  )
}
