/** A riddle: probes that are sent to a server, what came back, and the card of its policy. */
import type { ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import { useLab } from '../../state/store.ts'
import shared from '../views.module.css'
import { CardForm } from './CardForm.tsx'
import { CardResult } from './CardResult.tsx'
import { ProbeForm } from './ProbeForm.tsx'
import { ProbeList } from './ProbeList.tsx'
import { TITLE } from './words.ts'
import styles from './mystery.module.css'

/** There is something to find out. */
export const fitsMystery = ({ mystery }: ScenarioFile): boolean => mystery !== undefined

export function Mystery() {
  const mystery = useLab((s) => s.scenario.mystery)
  const level = useLab((s) => s.level)
  const handedIn = useLab((s) => s.handedIn)
  if (mystery === undefined) return null
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      <div className={styles.riddle}>
        <ProbeForm mystery={mystery} />
        <ProbeList mystery={mystery} />
        {handedIn ? <CardResult mystery={mystery} /> : <CardForm mystery={mystery} />}
      </div>
    </section>
  )
}
