/** Every attempt with its end and the wait before it; each opens to what was said. */
import { useState } from 'react'
import { journeyReading } from '../../sim/facts/journeys.ts'
import { formatDuration } from '../../sim/units.ts'
import { clockWithSeconds } from '../words/time.ts'
import { attemptGroups, type ListedAttempt } from './attempt-groups.ts'
import { DialogueView } from './DialogueView.tsx'
import { hostName } from './names.ts'
import { MARK_OF_CLASS, StateMark } from './StateMark.tsx'
import type { MessageView } from './MessagePanel.tsx'
import { CLASS_WORDS, TRIES } from './words.ts'
import base from './inspector.module.css'
import styles from './message.module.css'

export function AttemptList(view: MessageView) {
  const { scene, world, message, recipient } = view
  const { level } = scene
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const journey = journeyReading(world.index, message, recipient, scene.cursor)
  const all = journey === null ? [] : [...journey.submissions, ...journey.attempts]
  if (all.length === 0) return <p className={base.soft}>{TRIES.none[level]}</p>
  const toggle = (key: number): void => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  return (
    <ol className={styles.attempts}>
      {attemptGroups(all).map(({ key, first, middle, last }) => (
        <Group key={key} view={view} first={first} last={last}>
          {middle.length > 0 && (
            <li>
              <button
                type="button"
                className={styles.more}
                aria-expanded={open.has(key)}
                onClick={() => toggle(key)}
              >
                {open.has(key)
                  ? TRIES.fewer[level]
                  : TRIES.more[level].replace('{n}', String(middle.length))}
              </button>
            </li>
          )}
          {open.has(key) &&
            middle.map((one) => <Attempt key={one.attempt.attempt} view={view} one={one} />)}
        </Group>
      ))}
    </ol>
  )
}

interface GroupProps {
  readonly view: MessageView
  readonly first: ListedAttempt
  readonly last: ListedAttempt | null
  readonly children: React.ReactNode
}

function Group({ view, first, last, children }: GroupProps) {
  return (
    <>
      <Attempt view={view} one={first} />
      {children}
      {last !== null && <Attempt view={view} one={last} />}
    </>
  )
}

function Attempt({ view, one }: { readonly view: MessageView; readonly one: ListedAttempt }) {
  const { scene, world } = view
  const { level, scenario } = scene
  const { attempt, gap } = one
  const where = attempt.server < 0 ? attempt.address : hostName(scenario, attempt.server, level)
  const isLocal = attempt.reply === 'delivered to mailbox'
  return (
    <li>
      <details>
        <summary>
          <StateMark mark={MARK_OF_CLASS[attempt.class]} />
          <span className={styles.attemptLine}>
            <time>{clockWithSeconds(world.record.startsAtEpochMs + attempt.at)}</time>
            {gap !== null && (
              <span className={styles.gap}>
                {TRIES.gap[level].replace('{gap}', formatDuration(gap))}
              </span>
            )}
            <span className={styles.reply} data-mark={MARK_OF_CLASS[attempt.class]}>
              {CLASS_WORDS[attempt.class]?.[level]}
              {!isLocal && attempt.reply !== '' && (
                <>
                  {' · '}
                  <span className={base.code}>{attempt.reply}</span>
                </>
              )}
            </span>
            <span className={styles.where}>
              {isLocal
                ? TRIES.local[level]
                : where !== '' && `${TRIES.at[level]} ${where} [${attempt.address}]`}
              {attempt.aim === 'submission' && ` · ${TRIES.handOver[level]}`}
            </span>
          </span>
        </summary>
        {attempt.connections.length === 0 && <p className={base.soft}>{TRIES.noDialogue[level]}</p>}
        {attempt.connections.map((connection) => (
          <DialogueView
            key={connection}
            scene={scene}
            index={world.index}
            connection={connection}
            begun={attempt.at}
          />
        ))}
      </details>
    </li>
  )
}
