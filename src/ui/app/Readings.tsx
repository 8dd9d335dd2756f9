/** The readings below the stage: one is open, the others wait behind "more". */
import { useState } from 'react'
import { VIEWS } from '../views/index.ts'
import { READINGS } from '../words/page.ts'
import styles from './app.module.css'

export function Readings() {
  const [all, setAll] = useState(false)
  return (
    <section className={styles.readings} aria-label={READINGS.region}>
      {VIEWS.slice(0, all ? VIEWS.length : 1).map(({ id, component: View }) => (
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
