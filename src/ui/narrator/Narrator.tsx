/**
 * Says what happens while the playhead passes it: a quiet line to read, and a live region for those
 * who listen. It speaks at most every second and a half, and never about the past.
 */
import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../sim/units.ts'
import { useMedia } from '../app/useMedia.ts'
import { coveredHost } from '../state/covered.ts'
import { onStage } from '../state/runtime.ts'
import { labStore, useLab } from '../state/store.ts'
import { clockWithSeconds } from '../words/time.ts'
import { narrate, type Narration } from './narrate.ts'
import { NARRATOR } from './words.ts'
import styles from './narrator.module.css'

/** Real milliseconds between two announcements: time for a screen reader to finish one. */
const EVERY_MS = 1500

export function Narrator() {
  const verbosity = useLab((s) => s.verbosity)
  const epoch = useLab((s) => s.worlds[0]?.record.startsAtEpochMs ?? 0)
  const said = useNarration()
  const unseen = useMedia('(max-width: 700px)')
  if (verbosity === 'off') return null
  return (
    // It may have more to say than its box has room for, which is then scrolled by key. On a phone
    // it is spoken only; nothing that is not seen takes the focus, and nothing that is empty.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard has to reach it
    <div
      className={styles.narrator}
      aria-label={NARRATOR.region}
      role="region"
      tabIndex={unseen || said === null ? -1 : 0}
    >
      <time className={styles.time}>{said === null ? '' : clockWithSeconds(epoch + said.at)}</time>
      <p className={styles.line} aria-live="polite" aria-atomic="true">
        {said?.text ?? ''}
      </p>
    </div>
  )
}

/** Follows the cursor; what happened since the last words is said together. */
function useNarration(): Narration | null {
  const [said, setSaid] = useState<Narration | null>(null)
  const told = useRef<{ until: Instant; scenario: string }>({ until: -1, scenario: '' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let over: ReturnType<typeof setTimeout> | null = null
    const speak = (): void => {
      timer = null
      const state = labStore.getState()
      const { cursor, scenario, worlds, level, verbosity } = state
      const from = told.current.until
      told.current = { until: cursor, scenario: scenario.id }
      if (verbosity === 'off') return
      const news = narrate(onStage(worlds), from, cursor, {
        scenario,
        level,
        verbosity,
        covered: coveredHost(state),
      })
      if (news !== null) setSaid(news)
    }
    const listen = (): void => {
      const { cursor, scenario, started } = labStore.getState()
      if (cursor < told.current.until || scenario.id !== told.current.scenario || !started) {
        // Back in time, or another story: nothing is said until something happens again.
        const until = started ? cursor : -1
        const isAnew = !started || scenario.id !== told.current.scenario
        if (isAnew || told.current.until !== until) setSaid(null)
        told.current = { until, scenario: scenario.id }
      } else if (cursor > told.current.until && timer === null) timer = setTimeout(speak, EVERY_MS)
    }
    listen()
    const stop = labStore.subscribe((now, before) => {
      listen()
      // Another run has begun before it was said that the one before is over.
      if (over !== null && (!now.finished || now.scenario !== before.scenario)) clearTimeout(over)
      // Behind the last event, so that it does not take its place.
      if (now.finished && !before.finished && now.verbosity !== 'off')
        over = setTimeout(() => setSaid({ at: now.cursor, text: NARRATOR.over }), 2 * EVERY_MS)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
      if (over !== null) clearTimeout(over)
    }
  }, [])
  return said
}
