/** Takes a server down, cuts it off, brings it back. */
import type { HostSpec } from '../../sim/scenarios/scenario.ts'
import { act } from '../state/actions.ts'
import { capital, hostName } from '../inspector/names.ts'
import type { Scene } from '../inspector/scene.ts'
import { hostStateAt } from './can-do.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

/** What can be taken down: servers, wherever they stand. */
export const isServer = ({ kind }: HostSpec): boolean =>
  kind === 'mx' || kind === 'submission' || kind === 'backup'

const POWERS = ['up', 'refused', 'unreachable'] as const

interface Props {
  readonly scene: Scene
  readonly id: string
  readonly index: number
  /** The name stands above already. */
  readonly nameless?: boolean
}

export function PowerAct({ scene, id, index, nameless = false }: Props) {
  const { worlds, cursor, level, scenario } = scene
  const state = hostStateAt(worlds, index, cursor)
  // A line that is hung up is nobody's doing: the machine runs.
  const isRunning = state === 'asleep' || state === 'offline'
  const name = capital(hostName(scenario, index, level))
  return (
    <span className={styles.power}>
      {!nameless && <span aria-hidden="true">{name}</span>}
      {/* Buttons and no choice: an arrow key on its way to the third must not take a server down. */}
      <span role="group" aria-label={name} className={styles.powers}>
        {POWERS.map((power) => (
          <button
            key={power}
            type="button"
            className="button"
            aria-pressed={power === (isRunning ? 'up' : state)}
            onClick={() => act({ kind: 'power', host: id, power })}
          >
            {ACTS.power[power]}
          </button>
        ))}
      </span>
    </span>
  )
}
