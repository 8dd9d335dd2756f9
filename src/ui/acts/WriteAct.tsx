/** A message of one's own: a small form that says what is wrong before anything is sent. */
import { useId, useState, type FormEvent } from 'react'
import { act, select } from '../state/actions.ts'
import { Dialog } from '../controls/Dialog.tsx'
import { hostName } from '../inspector/names.ts'
import { judge, suggestions, type Complaints, type Typed } from './own-message.ts'
import type { ActProps } from './act-props.ts'
import { ACTS, WRITE } from './words.ts'
import styles from './acts.module.css'

export function WriteAct({ scene, host, index }: ActProps) {
  const [open, setOpen] = useState(false)
  const { level, scenario } = scene
  const close = (): void => setOpen(false)
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ACTS.writeOwn[level]}
      </button>
      <Dialog title={WRITE.title[level]} open={open} onClose={close}>
        <p>{WRITE.about[level].replace('{host}', hostName(scenario, index, level))}</p>
        <Form scene={scene} host={host} index={index} onDone={close} />
      </Dialog>
    </>
  )
}

const FIELDS = ['from', 'to', 'subject'] as const

function Form({ scene, host, onDone }: ActProps & { readonly onDone: () => void }) {
  const { level, scenario } = scene
  const base = useId()
  const first = scenario.mail.find((mail) => mail.host === host.id)
  const [typed, setTyped] = useState<Typed>({ from: first?.from ?? '', to: '', subject: '' })
  const [complaints, setComplaints] = useState<Complaints>({})
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const judged = judge(typed)
    if (judged.message === null) {
      setComplaints(judged.complaints)
      const wrong = FIELDS.find((field) => judged.complaints[field] !== undefined)
      if (wrong !== undefined) document.getElementById(`${base}-${wrong}`)?.focus()
      return
    }
    act({ kind: 'send', host: host.id, ...judged.message })
    select(null)
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {FIELDS.map((field) => (
        <div key={field} className={styles.entry}>
          <label htmlFor={`${base}-${field}`}>{WRITE[field][level]}</label>
          <input
            id={`${base}-${field}`}
            type="text"
            autoComplete="off"
            spellCheck={false}
            list={field === 'subject' ? undefined : `${base}-known`}
            maxLength={1000}
            value={typed[field]}
            aria-invalid={complaints[field] !== undefined}
            aria-describedby={`${base}-${field}-wrong`}
            onChange={(event) => {
              setTyped({ ...typed, [field]: event.target.value })
              setComplaints({ ...complaints, [field]: undefined })
            }}
          />
          <small id={`${base}-${field}-wrong`} className={styles.wrong} role="alert">
            {complaints[field] ?? ''}
          </small>
        </div>
      ))}
      <datalist id={`${base}-known`}>
        {suggestions(scenario).map((address) => (
          <option key={address}>{address}</option>
        ))}
      </datalist>
      <div className={styles.row}>
        <button type="submit" className="button first">
          {WRITE.send}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {WRITE.cancel}
        </button>
      </div>
    </form>
  )
}
