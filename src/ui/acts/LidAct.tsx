/** Closes and opens the lid of a laptop, as far as that makes a difference. */
import { act } from '../state/actions.ts'
import { hostName } from '../inspector/names.ts'
import { optionAt } from '../inspector/options-at.ts'
import { hostStateAt } from './can-do.ts'
import type { ActProps } from './act-props.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

export function LidAct({ scene, host, index }: ActProps) {
  const { worlds, cursor, level, scenario } = scene
  const asleep = hostStateAt(worlds, index, cursor) === 'asleep'
  const setting = { ...scene, world: worlds[0]?.record.id ?? '' }
  const stays = optionAt(setting, `${host.id}.always-on`, cursor)?.value === true
  const idle = stays && !asleep
  const words = asleep ? ACTS.lidOpen : ACTS.lidClose
  return (
    <span className={styles.act}>
      <button
        type="button"
        className="button"
        aria-disabled={idle}
        aria-describedby={idle ? `${host.id}-stays` : undefined}
        onClick={() => {
          if (!idle) act({ kind: 'lid', host: host.id, closed: !asleep })
        }}
      >
        {words[level].replace('{host}', hostName(scenario, index, level))}
      </button>
      {idle && (
        <small id={`${host.id}-stays`} className={styles.why}>
          {ACTS.stays[level]}
        </small>
      )}
    </span>
  )
}
