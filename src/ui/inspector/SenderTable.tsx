/** What a server remembers of senders: how much of their mail was spam, and where the line is. */
import type { LiveWorld } from '../../host/client.ts'
import { clockWithSeconds } from '../words/time.ts'
import { latestOf, LatestNote } from './LatestNote.tsx'
import { sendersAt } from './senders.ts'
import { StateMark } from './StateMark.tsx'
import { checkName, measured } from './tell-finding.ts'
import type { Scene } from './scene.ts'
import { COLUMNS, HOST } from './words.ts'
import styles from './inspector.module.css'

interface Props {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly server: number
}

export function SenderTable({ scene, world, server }: Props) {
  const { level, cursor } = scene
  const rows = sendersAt(world.index, server, cursor)
  if (rows.length === 0) return <p className={styles.soft}>{HOST.sendersEmpty[level]}</p>
  return (
    <table className={styles.table}>
      <caption>
        {HOST.senders[level]} <LatestNote all={rows.length} level={level} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{COLUMNS.sender[level]}</th>
          <th scope="col">{COLUMNS.share[level]}</th>
        </tr>
      </thead>
      <tbody>
        {latestOf(rows).map((one) => (
          <tr key={`${one.check} ${one.about}`}>
            <th scope="row">
              <span className={styles.code}>{one.about}</span>
              <span className={styles.cite}>{checkName(one.check)}</span>
            </th>
            <td>
              <StateMark mark={one.value >= one.threshold ? 'refused' : 'accepted'} />{' '}
              {measured(one, one.value)} {HOST.line[level]} {measured(one, one.threshold)}
              <span className={styles.cite}>
                <time>{clockWithSeconds(world.record.startsAtEpochMs + one.at)}</time>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
