/** Puts another law in force at a host, from here. */
import { useId } from 'react'
import { RETRY_LAWS } from '../../../sim/mail/retry/index.ts'
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import { capital, hostName } from '../../inspector/names.ts'
import { OPTIONS } from '../../inspector/words.ts'
import { act, setOptionAtStart } from '../../state/actions.ts'
import type { Place } from './places.ts'
import { LAWS } from './words.ts'
import styles from './laws.module.css'

interface Props {
  readonly place: Place
  readonly scenario: ScenarioFile
  readonly level: Level
}

export function LawChoice({ place, scenario, level }: Props) {
  const about = useId()
  const { choice, index, law } = place
  const { spec, path } = choice.option
  const offered = RETRY_LAWS.filter(({ id }) => spec.type === 'choice' && spec.values.includes(id))
  const change = (value: string): void => {
    if (spec.live) act({ kind: 'set', path, value })
    else setOptionAtStart(choice.option, value)
  }
  return (
    <span className={styles.choice}>
      <label className={styles.choice}>
        {capital(LAWS.choose[level].replace('{host}', hostName(scenario, index, level)))}
        <select
          className="field"
          value={law}
          aria-describedby={about}
          onChange={(event) => change(event.target.value)}
        >
          {offered.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <span id={about} className="for-readers">
        {(spec.live ? OPTIONS.live : OPTIONS.atStart)[level]}
      </span>
    </span>
  )
}
