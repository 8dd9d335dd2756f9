/** One message: how it stands on each road, and five ways to look closer. */
import { useState } from 'react'
import { Segmented } from '../controls/Segmented.tsx'
import { Tabs } from '../controls/Tabs.tsx'
import { worldName } from '../words/world-name.ts'
import { AttemptList } from './AttemptList.tsx'
import { CheckList } from './CheckList.tsx'
import { JourneyView } from './JourneyView.tsx'
import { messagesOf, type MessageInWorlds } from './messages.ts'
import { WorldLine } from './MessageList.tsx'
import { SourceView } from './SourceView.tsx'
import { WhyChain } from './WhyChain.tsx'
import { addressees } from './whole-message.ts'
import type { Scene } from './scene.ts'
import { INSPECTOR, TABS } from './words.ts'
import styles from './inspector.module.css'

/** What each view of a message is given. */
export interface MessageView {
  readonly scene: Scene
  readonly world: MessageInWorlds['worlds'][number]['world']
  readonly message: number
  readonly recipient: number
}

const VIEWS = [
  { id: 'why', View: WhyChain, tells: 'both' },
  { id: 'tries', View: AttemptList, tells: 'sender' },
  { id: 'checks', View: CheckList, tells: 'both' },
  { id: 'journey', View: JourneyView, tells: 'sender' },
  { id: 'source', View: SourceView, tells: 'both' },
] as const

export function MessagePanel({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const [road, setRoad] = useState<string>('both')
  const [recipient, setRecipient] = useState(0)
  const { level, covered } = scene
  // Whoever sends a letter hears replies; reasons and the fields of the other side are not theirs.
  const views = VIEWS.filter(({ tells }) => covered === null || tells === 'sender')
  const [chosenView, setView] = useState<string>('why')
  const view = (views.find((each) => each.id === chosenView) ?? views[0]!).id
  const one = messagesOf(scene).find((each) => each.id === id)
  if (one === undefined) return <p>{missing(scene, id)}</p>
  const { record, worlds } = one
  const chosen = worlds.filter(({ world }) => road === 'both' || world.record.id === road)
  const shown = chosen.length === 0 ? worlds : chosen
  return (
    <>
      <h2>
        {record.subject} <span className={styles.id}>{id}</span>
      </h2>
      <p className={styles.path}>
        {record.author} → {addressees(record.recipients)}
      </p>
      <States scene={scene} one={one} />
      {record.recipients.length > 1 && (
        <>
          <Recipients scene={scene} one={one} value={recipient} onChange={setRecipient} />
          <States scene={scene} one={one} recipient={recipient} />
        </>
      )}
      {worlds.length > 1 && <Roads scene={scene} one={one} value={road} onChange={setRoad} />}
      <Tabs
        label={INSPECTOR.parts[level]}
        selected={view}
        onSelect={setView}
        tabs={views.map(({ id: name, View }) => ({
          id: name,
          label: TABS[name][level],
          content: (
            <div className={styles.worlds}>
              {shown.map(({ world, message }) => (
                <section key={world.record.id} className={styles.worldPart}>
                  <h3>{worldName(scene.scenario, world.record.id, level)}</h3>
                  <View scene={scene} world={world} message={message} recipient={recipient} />
                </section>
              ))}
            </div>
          ),
        }))}
      />
    </>
  )
}

interface StatesProps {
  readonly scene: Scene
  readonly one: MessageInWorlds
  readonly recipient?: number
}

/** How it stands in each world: with one of its recipients, or with all of them. */
function States({ scene, one, recipient }: StatesProps) {
  return (
    <div className={styles.states}>
      {one.worlds.map(({ world, message }) => (
        <WorldLine
          key={world.record.id}
          {...{ scene, world, message }}
          {...(recipient === undefined ? {} : { recipient })}
        />
      ))}
    </div>
  )
}

interface ChoiceProps<T> {
  readonly scene: Scene
  readonly one: MessageInWorlds
  readonly value: T
  readonly onChange: (value: T) => void
}

function Roads({ scene, one, value, onChange }: ChoiceProps<string>) {
  const { level } = scene
  const options = one.worlds.map(({ world }) => ({
    value: world.record.id,
    label: worldName(scene.scenario, world.record.id, level),
  }))
  const both = { value: 'both', label: INSPECTOR.both[level] }
  return (
    <Segmented
      label={INSPECTOR.world[level]}
      value={value}
      options={[...options, both]}
      onChange={onChange}
    />
  )
}

function Recipients({ scene, one, value, onChange }: ChoiceProps<number>) {
  return (
    <label className={styles.field}>
      {INSPECTOR.recipient[scene.level]}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {one.record.recipients.map((to, i) => (
          <option key={to} value={i}>
            {to}
          </option>
        ))}
      </select>
    </label>
  )
}

/** It is still to be written, or an undone act has taken it away. */
function missing({ worlds, level }: Scene, id: string): string {
  const known = worlds.some(({ record }) => record.messages.some((one) => one.id === id))
  return known ? INSPECTOR.notYet[level] : INSPECTOR.gone[level]
}
