/** What client and server said to each other, with the line that decided. */
import { dialogue } from '../../sim/facts/transcript.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import type { Instant, Millis } from '../../sim/units.ts'
import type { Mark } from './state-sentence.ts'
import { StateMark } from './StateMark.tsx'
import type { Scene } from './scene.ts'
import { TRIES } from './words.ts'
import styles from './message.module.css'

interface Props {
  readonly scene: Scene
  readonly index: FactIndex
  readonly connection: number
  /** When the attempt began; lines count from there. */
  readonly begun: Instant
}

const MARKS: Readonly<Record<number, Mark>> = {
  2: 'accepted',
  3: 'accepted',
  4: 'deferred',
  5: 'refused',
}

export function DialogueView({ scene, index, connection, begun }: Props) {
  const { level } = scene
  const { lines } = dialogue(index, connection, scene.cursor)
  const decided = lines.some((line) => line.decides)
  return (
    <ol className={styles.dialogue} aria-label={TRIES.dialogue[level]} data-decided={decided}>
      {lines.map((line, i) => (
        <li key={i} data-who={line.who} data-decides={line.decides}>
          <time>{secondsText(line.at - begun)}</time>
          <span className={styles.line}>
            {line.who === 'note' ? `(${line.text})` : `${line.who}: ${line.text}`}
          </span>
          {line.decides && (
            <span className={styles.decided}>
              <StateMark mark={MARKS[line.class ?? 0] ?? 'asking'} />
              {TRIES.decided[level]}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** `0.320`: seconds since the attempt began. */
const secondsText = (ms: Millis): string => (ms / 1000).toFixed(3)
