/** The fields by which options are changed; a number takes effect when it is set, not at every key. */
import { useId, useState, type FormEvent } from 'react'
import type { ScenarioOption } from '../../sim/options.ts'
import { allowedValues, readValue, writeValue } from '../../sim/policy/options.ts'
import { formatDuration } from '../../sim/units.ts'
import type { OptionValue } from '../state/acts.ts'
import { OPTIONS } from './words.ts'
import styles from './inspector.module.css'

export interface FieldProps {
  readonly option: ScenarioOption
  readonly value: OptionValue
  /** Id of the text below. */
  readonly about: string
  readonly onChange: (value: OptionValue) => void
}

export function SwitchField({ option, value, about, onChange }: FieldProps) {
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

export function ChoiceField({ option, value, about, onChange }: FieldProps) {
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

export function NumberField({ option, value, about, onChange }: FieldProps) {
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
