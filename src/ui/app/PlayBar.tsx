/** The play controls, beside the rail. */
import {
  nextOfInterest,
  pause,
  play,
  restart,
  runToEnd,
  setSpeed,
  stepEvent,
} from '../state/actions.ts'
import { useLab } from '../state/store.ts'
import { PLAYBACK } from '../words/page.ts'
import { Clock } from './Clock.tsx'
import { Narrator } from './late.tsx'
import { PlayButton } from './PlayButton.tsx'
import styles from './app.module.css'

const SPEEDS = [0.25, 0.5, 1, 2, 4] as const

/** The controls, the clock, and what happens in words: for everybody, on every screen. */
export function PlayBar() {
  const playing = useLab((s) => s.playing)
  const speed = useLab((s) => s.speed)
  return (
    <div className={styles.playBar}>
      <div className={styles.buttons}>
        <PlayButton icon="restart" name={PLAYBACK.restart} onClick={restart} />
        <PlayButton icon="back" name={PLAYBACK.back} onClick={() => stepEvent(-1)} />
        <PlayButton
          main
          icon={playing ? 'pause' : 'play'}
          name={playing ? PLAYBACK.pause : PLAYBACK.play}
          onClick={playing ? pause : play}
        />
        <PlayButton icon="step" name={PLAYBACK.step} onClick={() => stepEvent(1)} />
        <PlayButton icon="next" name={PLAYBACK.next} onClick={nextOfInterest} />
        <PlayButton icon="end" name={PLAYBACK.end} onClick={runToEnd} />
      </div>
      <Clock />
      <div className={styles.narration}>
        <Narrator />
      </div>
      <label className={styles.speed}>
        <span className="for-readers">{PLAYBACK.speed}</span>
        <select
          className="field"
          value={speed}
          onChange={(event) => setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>{`× ${one}`}</option>
          ))}
        </select>
      </label>
    </div>
  )
}
