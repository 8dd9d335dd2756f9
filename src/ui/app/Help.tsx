/** The list of keys. */
import { Dialog } from '../controls/Dialog.tsx'
import { useLab } from '../state/store.ts'
import { HELP } from '../words/page.ts'
import styles from './app.module.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

export function Help({ open, onClose }: Props) {
  const shortcuts = useLab((s) => s.shortcuts)
  return (
    <Dialog title={HELP.title} open={open} onClose={onClose}>
      {!shortcuts && <p>{HELP.off}</p>}
      <dl className={styles.keys}>
        {HELP.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
