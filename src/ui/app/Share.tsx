/** The link to this run, for the clipboard or to be copied by hand. */
import { useRef, useState } from 'react'
import { Dialog } from '../controls/Dialog.tsx'
import { writeLink } from '../state/link.ts'
import { useLab, useLabShallow } from '../state/store.ts'
import { SHARE } from '../words/page.ts'
import styles from './app.module.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export function Share({ open, onClose }: Props) {
  return (
    <Dialog title={SHARE.title} open={open} onClose={onClose}>
      <LinkField />
    </Dialog>
  )
}

function LinkField() {
  const run = useLab(
    useLabShallow(({ scenario, seed, interventions, card, handedIn }) => ({
      scenario,
      seed,
      interventions,
      card,
      handedIn,
    })),
  )
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const link = `${location.href.replace(/#.*$/, '')}${writeLink(run)}`
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid(SHARE.copied)
    } catch {
      // No clipboard without a secure origin or the person's leave.
      field.current?.focus()
      field.current?.select()
      setSaid(SHARE.byHand)
    }
  }
  return (
    <div className={styles.share}>
      <p>{SHARE.about}</p>
      <label>
        <span className="for-readers">{SHARE.link}</span>
        <input ref={field} className="field" readOnly value={link} />
      </label>
      <button type="button" className="button first" onClick={() => void copy()}>
        {SHARE.copy}
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
