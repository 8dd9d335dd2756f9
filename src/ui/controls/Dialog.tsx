/** The browser's own dialog: Escape closes it, focus stays in it and goes back afterwards. */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { CONTROLS } from '../words/page.ts'
import { Icon } from './Icon.tsx'
import styles from './controls.module.css'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Demands an answer: no closing without choosing. */
  readonly alert?: boolean
}

export function Dialog({ title, open, onClose, children, alert = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={(event) => alert && event.preventDefault()}
    >
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={heading}>{title}</h2>
            {!alert && (
              <button type="button" className="icon-button" onClick={onClose}>
                <Icon name="close" />
                <span className="for-readers">{CONTROLS.close}</span>
              </button>
            )}
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
