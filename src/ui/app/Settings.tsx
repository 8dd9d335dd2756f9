/** Settings: the paper, the narrator, the luck, the keys. */
import { useState, type FormEvent } from 'react'
import { Dialog } from '../controls/Dialog.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { setSeed, setShortcuts, setTheme, setVerbosity } from '../state/actions.ts'
import type { Theme, Verbosity } from '../state/lab-store.ts'
import { readSeed } from '../state/link.ts'
import { useLab } from '../state/store.ts'
import { CONTROLS, SETTINGS } from '../words/page.ts'
import { LevelChoice } from './LevelChoice.tsx'
import styles from './app.module.css'

const THEMES = (['system', 'light', 'dark'] satisfies Theme[]).map((value) => ({
  value,
  label: SETTINGS.themes[value],
}))
const NARRATORS = (['off', 'brief', 'full'] satisfies Verbosity[]).map((value) => ({
  value,
  label: SETTINGS.narrators[value],
}))

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export function Settings({ open, onClose }: Props) {
  return (
    <Dialog title={SETTINGS.title} open={open} onClose={onClose}>
      <Choices />
    </Dialog>
  )
}

function Choices() {
  const theme = useLab((s) => s.theme)
  const verbosity = useLab((s) => s.verbosity)
  const shortcuts = useLab((s) => s.shortcuts)
  return (
    <div className={styles.settings}>
      <h3>{CONTROLS.level}</h3>
      <LevelChoice />
      <h3>{SETTINGS.theme}</h3>
      <Segmented label={SETTINGS.theme} value={theme} options={THEMES} onChange={setTheme} />
      <h3>{SETTINGS.narrator}</h3>
      <Segmented
        label={SETTINGS.narrator}
        value={verbosity}
        options={NARRATORS}
        onChange={setVerbosity}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={shortcuts}
          onChange={(event) => setShortcuts(event.target.checked)}
        />
        <span>
          {SETTINGS.keys}
          <small>{SETTINGS.keysAbout}</small>
        </span>
      </label>
      <Seed />
    </div>
  )
}

function Seed() {
  const seed = useLab((s) => s.seed)
  const [text, setText] = useState(String(seed))
  const wanted = readSeed(text)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (wanted !== null) setSeed(wanted)
  }
  return (
    <form className={styles.seed} onSubmit={submit}>
      <label>
        {SETTINGS.seed}
        <input
          className="field"
          inputMode="numeric"
          pattern="[0-9]{1,10}"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={wanted === null}
        />
        <small>{SETTINGS.seedAbout}</small>
      </label>
      <button type="submit" className="button" disabled={wanted === null}>
        {SETTINGS.apply}
      </button>
    </form>
  )
}
