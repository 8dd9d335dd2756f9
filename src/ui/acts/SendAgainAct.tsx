/** Send again: the act that tells a person from a bot. It stands out when a program has given up. */
import { useId } from 'react'
import { act } from '../state/actions.ts'
import { capital, hostName } from '../inspector/names.ts'
import { sendAgainAt } from './can-do.ts'
import type { ActProps } from './act-props.ts'
import { ACTS, NO_SEND_AGAIN } from './words.ts'
import styles from './acts.module.css'

export function SendAgainAct({ scene, host, index }: ActProps) {
  const why = useId()
  const { worlds, cursor, level, scenario } = scene
  const state = sendAgainAt(worlds, index, cursor)
  const person = host.person ?? host.id
  const reason = state === 'failed' || state === 'waiting' ? null : NO_SEND_AGAIN[state][level]
  return (
    <span className={styles.act}>
      <button
        type="button"
        className={state === 'failed' ? 'button first' : 'button'}
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : why}
        onClick={() => {
          if (reason === null) act({ kind: 'send-again', host: host.id })
        }}
      >
        {ACTS.sendAgain[level].replace('{person}', person)}
      </button>
      {reason !== null && (
        <small id={why} className={styles.why}>
          {reason
            .replace('{person}', person)
            .replace('{host}', capital(hostName(scenario, index, level)))}
        </small>
      )}
    </span>
  )
}
