/** Whom a greylisting server has met, and who still has to wait. */
import type { LiveWorld } from '../../host/client.ts'
import { formatDuration } from '../../sim/units.ts'
import { clockWithSeconds } from '../words/time.ts'
import { latestOf, LatestNote } from './LatestNote.tsx'
import { optionAt } from './options-at.ts'
import { StateMark } from './StateMark.tsx'
import { leftToWait, tripletsAt } from './triplets.ts'
import type { Scene } from './scene.ts'
import { COLUMNS, HOST, TRIPLET } from './words.ts'
import styles from './inspector.module.css'

interface Props {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly server: number
}

export function GreylistTable({ scene, world, server }: Props) {
  const { level, scenario, cursor } = scene
  const setting = { ...scene, world: world.record.id }
  const path = `${scenario.hosts[server]?.id ?? ''}.greylist.delay`
  const delay = Number(optionAt(setting, path, cursor)?.value ?? 0)
  const rows = tripletsAt(world.index, server, cursor)
  if (rows.length === 0) return <p className={styles.soft}>{HOST.greylistEmpty[level]}</p>
  return (
    <table className={styles.table}>
      <caption>
        {HOST.greylist[level]} <LatestNote all={rows.length} level={level} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{COLUMNS.triplet[level]}</th>
          <th scope="col">{COLUMNS.state}</th>
        </tr>
      </thead>
      <tbody>
        {latestOf(rows).map((one) => {
          const left = leftToWait(one, delay, cursor)
          const state = one.passed ? 'passed' : left > 0 ? 'young' : 'ready'
          return (
            <tr key={one.key}>
              <th scope="row">
                {one.sender} → {one.recipient}
                <span className={styles.cite}>{one.client}</span>
              </th>
              <td>
                <StateMark mark={state === 'young' ? 'deferred' : 'accepted'} />{' '}
                {TRIPLET[state]?.[level]}
                {left > 0 && ` (${formatDuration(left)})`}
                <span className={styles.cite}>
                  {COLUMNS.firstSeen}{' '}
                  <time>{clockWithSeconds(world.record.startsAtEpochMs + one.firstSeen)}</time>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
