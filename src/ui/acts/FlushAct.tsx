/** Everything that waits in a server's queue is tried now, whenever its next try was due. */
import { useId } from 'react'
import type { HostSpec } from '../../sim/scenarios/scenario.ts'
import { act } from '../state/actions.ts'
import { hostName } from '../inspector/names.ts'
import { hostStateAt } from './can-do.ts'
import type { ActProps } from './act-props.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

/** Servers with a queue of their own; a laptop's outbox has Send again. */
export const keepsQueue = ({ kind }: HostSpec): boolean =>
  kind === 'submission' || kind === 'backup'

interface Props extends ActProps {
  /** Something waits in its queue. */
  readonly waits: boolean
}

export function FlushAct({ scene, host, index, waits }: Props) {
  const why = useId()
  const { worlds, cursor, level, scenario } = scene
  const isDown = hostStateAt(worlds, index, cursor) === 'refused'
  const reason = isDown ? ACTS.flushAway[level] : waits ? null : ACTS.flushNothing[level]
  return (
    <span className={styles.act}>
      <button
        type="button"
        className="button"
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : why}
        onClick={() => {
          if (reason === null) act({ kind: 'flush', host: host.id })
        }}
      >
        {ACTS.flush[level].replace('{host}', hostName(scenario, index, level))}
      </button>
      {reason !== null && (
        <small id={why} className={styles.why}>
          {reason}
        </small>
      )}
    </span>
  )
}
