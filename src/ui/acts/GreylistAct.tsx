/** Greylisting on and off, and how long strangers wait. Both can change while the run goes on. */
import { useId, useState, type FormEvent } from 'react'
import { allowedValues, readValue, writeValue } from '../../sim/policy/options.ts'
import { act } from '../state/actions.ts'
import { capital, hostName } from '../inspector/names.ts'
import { optionAt, type OptionAt } from '../inspector/options-at.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import type { ActProps } from './act-props.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

export function GreylistAct({ scene, host, index }: ActProps) {
  const { cursor, level, worlds, scenario } = scene
  const setting = { ...scene, world: worlds[0]?.record.id ?? '' }
  const on = optionAt(setting, `${host.id}.greylist.on`, cursor)
  const delay = optionAt(setting, `${host.id}.greylist.delay`, cursor)
  if (on === null || delay === null) return null
  const name = capital(hostName(scenario, index, level))
  return (
    <span className={styles.greylist}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={on.value === true}
          onChange={(event) =>
            act({ kind: 'set', path: on.option.path, value: event.target.checked })
          }
        />
        {ACTS.greylist[level].replace('{host}', name)}
      </label>
      {on.value === true && (
        <DelayField key={writeValue(delay.option.spec, delay.value)} delay={delay} level={level} />
      )}
    </span>
  )
}

function DelayField({ delay, level }: { readonly delay: OptionAt; readonly level: Level }) {
  const { option, value } = delay
  const { spec, path } = option
  const id = useId()
  const [text, setText] = useState(writeValue(spec, value))
  const read = readValue(spec, text.trim())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (read !== null && read !== value) act({ kind: 'set', path, value: read })
  }
  return (
    <form className={styles.delay} onSubmit={submit} noValidate>
      <label htmlFor={id}>{ACTS.delay[level]}</label>
      <input
        className="field"
        id={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        value={text}
        aria-invalid={read === null}
        aria-describedby={read === null ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {read !== value && (
        <button type="submit" className="button" aria-disabled={read === null}>
          {ACTS.set}
        </button>
      )}
      {read === null && (
        <small id={`${id}-wrong`} className={styles.wrong}>
          {ACTS.delayWrong(allowedValues(spec))}
        </small>
      )}
    </form>
  )
}
