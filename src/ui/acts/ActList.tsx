/** What has been done so far; each time leads back to its instant. */
import { seek } from '../state/actions.ts'
import { actWords } from '../inspector/deeds.ts'
import type { Scene } from '../inspector/scene.ts'
import { clockWithSeconds } from '../words/time.ts'
import { actsMade } from './acts-made.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

export function ActList({ scene }: { readonly scene: Scene }) {
  const { interventions, worlds } = scene
  const epoch = worlds[0]?.record.startsAtEpochMs ?? 0
  const setting = { ...scene, world: worlds[0]?.record.id ?? '' }
  const made = actsMade(interventions)
  if (made.length === 0) return <p className={styles.note}>{ACTS.listNone}</p>
  return (
    <table className={styles.list}>
      <caption>{ACTS.list(made.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{ACTS.time}</th>
          <th scope="col">{ACTS.what}</th>
        </tr>
      </thead>
      <tbody>
        {made.map(({ at, act }, i) => (
          <tr key={i}>
            <td>
              <button type="button" className={styles.link} onClick={() => seek(at)}>
                {clockWithSeconds(epoch + at)}
              </button>
            </td>
            <td>{actWords(setting, act)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
