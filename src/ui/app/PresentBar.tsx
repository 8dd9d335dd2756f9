/** The one bar of a presentation: on and back, the clock, and during the run what to watch. */
import { useEffect } from 'react'
import { Icon } from '../controls/Icon.tsx'
import { pause, play, playhead, setPresenting } from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { useOptionLookup } from '../story/option-lookup.ts'
import { filled } from '../words/fill-in.ts'
import { CONTROLS, PLAYBACK, PRESENT } from '../words/page.ts'
import { Clock } from './Clock.tsx'
import { Narrator } from './late.tsx'
import { PlayButton } from './PlayButton.tsx'
import { chaptersOf, presentBack, presentOn, stopAtChapters } from './present-steps.ts'
import styles from './app.module.css'

export function PresentBar() {
  const playing = useLab((s) => s.playing)
  const running = useLab((s) => s.started && !s.finished)
  useEffect(stopAtChapters, [])
  return (
    <div className={styles.playBar}>
      <div className={styles.buttons}>
        <PlayButton icon="back" name={PRESENT.back} onClick={presentBack} />
        <PlayButton
          main
          icon={playing ? 'pause' : 'play'}
          name={playing ? PLAYBACK.pause : PLAYBACK.play}
          onClick={playing ? pause : play}
        />
        <PlayButton icon="step" name={PRESENT.on} onClick={presentOn} />
      </div>
      <Clock />
      <div className={styles.watch}>{running && <Watch />}</div>
      <div className="for-readers">
        <Narrator />
      </div>
      <button type="button" className="button" onClick={() => setPresenting(false)}>
        <Icon name="close" />
        {CONTROLS.leavePresent}
      </button>
    </div>
  )
}

/** One thing to watch at a time: the next one with every chapter. */
function Watch() {
  const watch = useLab((s) => s.scenario.lesson.watch)
  const level = useLab((s) => s.level)
  const cursor = useLab((s) => s.cursor)
  const lookup = useOptionLookup()
  const chapter = chaptersOf(playhead.pace).findLastIndex((at) => at <= cursor)
  const words = watch[Math.max(0, chapter) % Math.max(1, watch.length)]
  return words === undefined ? null : <p>{filled(words[level], lookup)}</p>
}
