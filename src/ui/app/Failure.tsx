/** The simulation has died: say so, and offer to compute the run again. */
import { Dialog } from '../controls/Dialog.tsx'
import { retryAfterFailure } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { FAILURE } from '../words/page.ts'
import styles from './app.module.css'

export function Failure() {
  const failure = useLab((s) => s.failure)
  return (
    <Dialog alert title={FAILURE.title} open={failure !== null} onClose={() => {}}>
      <p>{FAILURE.about}</p>
      <p className={styles.reason}>
        {FAILURE.reason} <code>{failure}</code>
      </p>
      <button type="button" className="button first" onClick={retryAfterFailure}>
        {FAILURE.again}
      </button>
    </Dialog>
  )
}
