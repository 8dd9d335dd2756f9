/** The run's messages to choose from, with their state on each road. */
import { hover, select } from '../state/actions.ts'
import { worldName } from '../words/world-name.ts'
import { messagesOf, type MessageInWorlds } from './messages.ts'
import { Pieces } from './Pieces.tsx'
import { StateMark } from './StateMark.tsx'
import { stateSentence, wholeSentence } from './state-sentence.ts'
import { addressees, journeysOf } from './whole-message.ts'
import type { Scene } from './scene.ts'
import { INSPECTOR } from './words.ts'
import styles from './inspector.module.css'

/** More would only be scrolled past; the readings have them all. */
const SHOWN_MAX = 100

export function MessageList({ scene }: { readonly scene: Scene }) {
  const messages = messagesOf(scene)
  const { level } = scene
  return (
    <>
      <h2>{INSPECTOR.messages[level]}</h2>
      <p className={styles.soft}>
        {messages.length === 0 ? INSPECTOR.none[level] : INSPECTOR.hint[level]}
      </p>
      <ul className={styles.list}>
        {messages.slice(0, SHOWN_MAX).map((one) => (
          <MessageItem key={one.id} scene={scene} one={one} />
        ))}
      </ul>
    </>
  )
}

function MessageItem({ scene, one }: { readonly scene: Scene; readonly one: MessageInWorlds }) {
  const { id, record } = one
  const point = (): void => hover({ kind: 'message', id })
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        onClick={() => select({ kind: 'message', id })}
        onPointerEnter={point}
        onPointerLeave={() => hover(null)}
        onFocus={point}
        onBlur={() => hover(null)}
      >
        <span className={styles.subject}>{record.subject}</span>
        <span className={styles.id}>{id}</span>
        <span className={styles.path}>
          {record.author} → {addressees(record.recipients)}
        </span>
        {one.worlds.map(({ world, message }) => (
          <WorldLine key={world.record.id} scene={scene} world={world} message={message} />
        ))}
      </button>
    </li>
  )
}

interface LineProps {
  readonly scene: Scene
  readonly world: MessageInWorlds['worlds'][number]['world']
  readonly message: number
  /** Whose copy it is about; all of them if it does not say. */
  readonly recipient?: number
}

/** One road's name and the message's state there. */
export function WorldLine({ scene, world, message, recipient }: LineProps) {
  const all = journeysOf(world.index, message, scene.cursor)
  const journey = all[recipient ?? 0]
  if (journey === undefined) return null
  const state =
    recipient === undefined && all.length > 1
      ? wholeSentence(world.index, all, scene)
      : stateSentence(world.index, journey, scene.cursor, scene)
  return (
    <span className={styles.worldLine}>
      <StateMark mark={state.mark} />
      <span>
        <span className={styles.world}>
          {worldName(scene.scenario, world.record.id, scene.level)}:{' '}
        </span>
        <Pieces pieces={state.pieces} />
      </span>
    </span>
  )
}
