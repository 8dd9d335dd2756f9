/**
 * What is selected, read closely: a message with its reasons, attempts, source and journey, or a
 * host with its state, options and records. With nothing selected, the list to choose from.
 */
import { hover, select } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { HostPanel } from './HostPanel.tsx'
import { MessageList } from './MessageList.tsx'
import { MessagePanel } from './MessagePanel.tsx'
import { useScene } from './scene.ts'
import { INSPECTOR } from './words.ts'
import styles from './inspector.module.css'

export function Inspector() {
  const scene = useScene()
  const selection = useLab((s) => s.selection)
  const { level, scenario } = scene
  const back = (): void => {
    hover(null)
    select(null)
  }
  const host = selection?.kind === 'host' ? selection.id : null
  const knowsHost = scenario.hosts.some(({ id }) => id === host)
  return (
    <div className={styles.inspector}>
      {selection === null ? (
        <MessageList scene={scene} />
      ) : (
        <>
          <button type="button" className={styles.back} onClick={back}>
            <span aria-hidden="true">← </span>
            {INSPECTOR.back[level]}
          </button>
          {selection.kind === 'message' && (
            <MessagePanel key={selection.id} scene={scene} id={selection.id} />
          )}
          {host !== null && knowsHost && <HostPanel key={host} scene={scene} id={host} />}
          {host !== null && !knowsHost && <p>{INSPECTOR.gone[level]}</p>}
        </>
      )}
    </div>
  )
}
