/** Whom a blocklist knows: seen at a trap, listed, or on the list no longer. */
import type { LiveWorld } from '../../host/client.ts'
import type { ListingEntry } from '../../sim/facts/host-states.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import { fillIn } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { latestOf, LatestNote } from './LatestNote.tsx'
import { Pieces } from './Pieces.tsx'
import { StateMark } from './StateMark.tsx'
import type { Scene } from './scene.ts'
import { COLUMNS, HOST, LISTING } from './words.ts'
import styles from './inspector.module.css'

interface Props {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly listings: readonly ListingEntry[]
}

export function ListingTable({ scene: { level }, world, listings }: Props) {
  if (listings.length === 0) return <p className={styles.soft}>{HOST.listingsEmpty[level]}</p>
  return (
    <table className={styles.table}>
      <caption>
        {HOST.listings[level]} <LatestNote all={listings.length} level={level} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{HOST.address[level]}</th>
          <th scope="col">{COLUMNS.state}</th>
          <th scope="col">{COLUMNS.hits[level]}</th>
        </tr>
      </thead>
      <tbody>
        {latestOf(listings).map((one) => (
          <tr key={one.address}>
            <th scope="row" className={styles.code}>
              {one.address}
            </th>
            <td>
              <StateMark mark={one.since === null ? 'accepted' : 'refused'} />{' '}
              <Stands one={one} level={level} epoch={world.record.startsAtEpochMs} />
            </td>
            <td>{one.hits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface StandsProps {
  readonly one: ListingEntry
  readonly level: Level
  readonly epoch: number
}

/** Listed since when and until when, or about to be listed, or neither. */
function Stands({ one: { since, next }, level, epoch }: StandsProps) {
  const clock = (at: number | null): string => (at === null ? '' : clockWithSeconds(epoch + at))
  const key = since === null ? (next === null ? 'free' : 'due') : next === null ? 'listed' : 'until'
  const values: Readonly<Record<string, string>> = { since: clock(since), next: clock(next) }
  return <Pieces pieces={fillIn(LISTING[key][level], (name) => values[name] ?? null)} />
}
