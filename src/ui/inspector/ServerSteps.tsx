/** Three switches between a laptop and a mail server, and what is still lacking. */
import { useId } from 'react'
import { act } from '../state/actions.ts'
import { serverSteps } from './server-steps.ts'
import type { Scene } from './scene.ts'
import { SERVER, SERVER_STEPS } from './server-words.ts'
import base from './inspector.module.css'
import styles from './server.module.css'

export function ServerSteps({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const about = useId()
  const { level, worlds, cursor } = scene
  const direct = worlds.find(({ record }) => record.route === 'direct') ?? worlds[0]
  const reading = serverSteps({ ...scene, world: direct?.record.id ?? '' }, id, cursor)
  if (reading === null) return null
  const { steps, isServer } = reading
  const done = steps.filter((one) => one.done).length
  return (
    <section
      className={styles.server}
      data-complete={isServer || undefined}
      aria-labelledby={about}
    >
      <h3 id={about}>{SERVER.title[level]}</h3>
      <ul>
        {steps.map((one) => (
          <li key={one.id}>
            <label className={base.switch}>
              <input
                type="checkbox"
                checked={one.done}
                onChange={({ target: { checked } }) =>
                  act({ kind: 'set', path: one.path, value: checked ? one.on : one.off })
                }
              />
              {SERVER_STEPS[one.id][level]}
            </label>
          </li>
        ))}
      </ul>
      <p aria-live="polite">
        {isServer ? SERVER.complete[level] : SERVER.missing(steps.length - done)[level]}
      </p>
    </section>
  )
}
