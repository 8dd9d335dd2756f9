/** The page where there is room: story, stage with readings, inspector, side by side. */
import { Story } from '../story/Story.tsx'
import { useLab } from '../state/store.ts'
import { PANELS, STORY } from '../words/page.ts'
import { ActsBar, Inspector, Readings, Stage } from './late.tsx'
import styles from './app.module.css'

export function Wide() {
  // Another story begins at its top.
  const scenario = useLab((s) => s.scenario.id)
  const selected = useLab((s) => s.selection !== null)
  return (
    <div className={styles.wide}>
      <section
        key={scenario}
        id="story"
        tabIndex={-1}
        className={styles.storyColumn}
        aria-label={STORY.region}
      >
        <Story />
      </section>
      <div className={styles.middle}>
        <div className={styles.stage}>
          <Stage />
        </div>
        <Readings />
      </div>
      <aside
        className={styles.side}
        aria-label={PANELS.details}
        data-selected={selected || undefined}
      >
        <div className={styles.inspector}>
          <Inspector />
        </div>
        <div className={styles.acts}>
          <ActsBar />
        </div>
      </aside>
    </div>
  )
}
