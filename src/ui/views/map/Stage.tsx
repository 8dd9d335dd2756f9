/** The stage: the worlds of the run, one strip below the other, on one clock. */
import { hover, playhead, select } from '../../state/actions.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { useStill } from '../use-still.ts'
import { ruleAt } from './rule.ts'
import { hasVisitors } from './layout.ts'
import { MAP } from './words.ts'
import { WorldMap } from './WorldMap.tsx'
import styles from './map.module.css'

export function Stage() {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const scenario = useLab((s) => s.scenario)
  const interventions = useLab((s) => s.interventions)
  const cursor = useLab((s) => s.cursor)
  const level = useLab((s) => s.level)
  const selection = useLab((s) => s.selection)
  const hovered = useLab((s) => s.hovered)
  const still = useStill()
  const visitors = hasVisitors(scenario.hosts)
  return (
    <section className={styles.stage} data-visitors={visitors || undefined} aria-label={MAP.region}>
      {onStage(worlds).map(({ index, record }) => (
        <WorldMap
          key={record.id}
          index={index}
          revision={revision}
          scenario={scenario}
          cursor={cursor}
          level={level}
          rule={ruleAt({ scenario, interventions, world: record.id }, cursor, level)}
          still={still}
          selection={selection}
          hovered={hovered}
          frames={playhead}
          onSelect={select}
          onHover={hover}
        />
      ))}
    </section>
  )
}
