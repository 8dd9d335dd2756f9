/** The readings below the stage: one is open, the others wait behind "more". */
import { useState } from 'react'
import { useLab } from '../state/store.ts'
import { viewsFor } from '../views/index.ts'
import { READINGS } from '../words/page.ts'
import styles from './app.module.css'

export function Readings() {
  const [all, setAll] = useState(false)
  const views = viewsFor(useLab((s) => s.scenario))
  return (
    <section className={styles.readings} aria-label={READINGS.region}>
      {views.slice(0, all ? views.length : 1).map(({ id, component: View }) => (
        <View key={id} />
      ))}
      <button
        type="button"
        className={styles.more}
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? READINGS.fewer : READINGS.more}
      </button>
    </section>
  )
}
