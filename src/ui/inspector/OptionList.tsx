/** A host's options with the values that hold now; those that may change can be changed here. */
import { useId, useState, type FormEvent } from 'react'
import { optionsOf, type ScenarioOption } from '../../sim/options.ts'
import { allowedValues, readValue, writeValue } from '../../sim/policy/options.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../sim/units.ts'
import { act, setOptionAtStart } from '../state/actions.ts'
import type { OptionValue } from '../state/acts.ts'
import { optionAt } from './options-at.ts'
import type { Scene } from './scene.ts'
import { OPTIONS, SET_BY } from './words.ts'
import styles from './inspector.module.css'

/** Options of a host. Which road a world takes is what makes the world, not a choice in it. */
export function optionsOfHost(scenario: ScenarioFile, id: string): ScenarioOption[] {
  return optionsOf(scenario).filter((one) => one.host === id && one.spec.key !== 'road')
}

export function OptionList({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  return (
    <ul className={styles.options}>
      {optionsOfHost(scene.scenario, id).map((option) => (
        <OptionItem key={option.path} scene={scene} option={option} />
      ))}
    </ul>
  )
}

interface ItemProps {
  readonly scene: Scene
  readonly option: ScenarioOption
}

function OptionItem({ scene, option }: ItemProps) {
  const { level, cursor, worlds } = scene
  const about = useId()
  const world = worlds[0]?.record.id ?? ''
  const now = optionAt({ ...scene, world }, option.path, cursor)
  const value = now?.value ?? option.initial
  const { spec, path } = option
  const change = (next: OptionValue): void => {
    if (next === value) return
    if (spec.live) act({ kind: 'set', path, value: next })
    else setOptionAtStart(option, next)
  }
  const props = { option, value, about, onChange: change }
  return (
    <li className={styles.option}>
      {spec.type === 'switch' && <SwitchField {...props} />}
      {spec.type === 'choice' && <ChoiceField {...props} />}
      {(spec.type === 'duration' || spec.type === 'count') && <NumberField {...props} />}
      <p id={about} className={styles.soft}>
        <span aria-live="polite">{SET_BY[now?.by ?? 'default'][level]}.</span>{' '}
        {(spec.live ? OPTIONS.live : OPTIONS.atStart)[level]}
        {level !== 'everyday' && <span className={styles.code}> {path}</span>}
      </p>
    </li>
  )
}

interface FieldProps {
  readonly option: ScenarioOption
  readonly value: OptionValue
  /** Id of the text below. */
  readonly about: string
  readonly onChange: (value: OptionValue) => void
}

function SwitchField({ option, value, about, onChange }: FieldProps) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={value === true}
        aria-describedby={about}
        onChange={(event) => onChange(event.target.checked)}
      />
      {option.spec.about}
    </label>
  )
}

function ChoiceField({ option, value, about, onChange }: FieldProps) {
  const { spec } = option
  return (
    <label className={styles.field}>
      {spec.about}
      <select
        value={String(value)}
        aria-describedby={about}
        onChange={(event) => onChange(event.target.value)}
      >
        {spec.type === 'choice' && spec.values.map((one) => <option key={one}>{one}</option>)}
      </select>
    </label>
  )
}

/** A number takes effect when it is set, not at every key. */
function NumberField({ option, value, about, onChange }: FieldProps) {
  const { spec } = option
  const id = useId()
  const written = writeValue(spec, value)
  const [text, setText] = useState(written)
  const [shown, setShown] = useState(written)
  // Set from elsewhere, or taken back: the field follows, and keeps the focus if it has it.
  if (shown !== written) {
    setShown(written)
    setText(written)
  }
  const read = readValue(spec, text.trim())
  const unit = spec.type === 'duration' || spec.type === 'count' ? spec.unit : ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (read !== null && read !== value) onChange(read)
  }
  return (
    <form className={styles.field} onSubmit={submit} noValidate>
      <label htmlFor={id}>{spec.about}</label>
      <span className={styles.entry}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          maxLength={20}
          aria-invalid={read === null}
          aria-describedby={`${about} ${id}-range`}
          onChange={(event) => setText(event.target.value)}
        />
        <span>
          {unit}
          {spec.type === 'duration' && read !== null && ` = ${formatDuration(Number(read))}`}
        </span>
        <button type="submit" className="button" aria-disabled={read === null || read === value}>
          {OPTIONS.change}
        </button>
      </span>
      <span id={`${id}-range`} className={read === null ? styles.wrong : styles.soft}>
        {read === null ? OPTIONS.wrong(allowedValues(spec)) : OPTIONS.allowed(allowedValues(spec))}
      </span>
    </form>
  )
}
