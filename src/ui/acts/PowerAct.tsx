/** Takes a server down, cuts it off, brings it back. */
import { act } from '../state/actions.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { capital, hostName } from '../inspector/names.ts'
import type { Scene } from '../inspector/scene.ts'
import { hostStateAt } from './can-do.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

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
  const name = capital(hostName(scenario, index, level))
  return (
    <span className={styles.power}>
      {!nameless && <span aria-hidden="true">{name}</span>}
      <Segmented
        label={name}
        value={state === 'asleep' ? 'up' : state}
        options={POWERS.map((power) => ({ value: power, label: ACTS.power[power] }))}
        onChange={(power) => act({ kind: 'power', host: id, power })}
      />
    </span>
  )
}
