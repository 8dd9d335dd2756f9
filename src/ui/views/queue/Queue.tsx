/** The queues: what waits at each host that sends, with its age and the time to its next try. */
import { useCallback, useMemo } from 'react'
import { hostStatesAt } from '../../../sim/facts/host-states.ts'
import type { WorldRecord } from '../../../sim/facts/record.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { hover, playhead, select } from '../../state/actions.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { clockAt, roughly } from '../clock.ts'
import { DataTable } from '../DataTable.tsx'
import { FrameText } from '../FrameText.tsx'
import shared from '../views.module.css'
import { queuesOf, type Block, type HostQueue } from './layout.ts'
import { QUEUE, TITLE } from './words.ts'
import styles from './queue.module.css'

interface Group extends HostQueue {
  readonly world: string
  readonly name: string
  readonly record: WorldRecord
}

export function Queue() {
  const level = useLab((s) => s.level)
  const groups = useGroups(level)
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={`${group.record.id} ${group.host}`} className={styles.group}>
            <h4>
              <strong>{group.world}</strong> {group.name}
            </h4>
            {group.blocks.length === 0 ? (
              <p className={shared.empty}>{QUEUE.empty[level]}</p>
            ) : (
              <ol>
                {group.blocks.map((block) => (
                  <li key={block.record.id}>
                    <BlockButton block={block} asleep={group.asleep} level={level} />
                  </li>
                ))}
              </ol>
            )}
            {group.more > 0 ? <p>{QUEUE.more(group.more)}</p> : null}
          </div>
        ))}
      </div>
      <DataTable summary={QUEUE.table} columns={QUEUE.columns} rows={groups.flatMap(cellsOf)} />
    </section>
  )
}

function useGroups(level: Level): Group[] {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const scenario = useLab((s) => s.scenario)
  return useMemo(
    () =>
      onStage(asOf(worlds, revision)).flatMap(({ index, record }) =>
        queuesOf(index, hostStatesAt(index, cursor)).map((queue) => ({
          ...queue,
          world: worldName(scenario, record.id, level),
          name: scenario.hosts[queue.host]?.label[level] ?? '',
          record,
        })),
      ),
    [worlds, revision, cursor, scenario, level],
  )
}

interface BlockProps {
  readonly block: Block
  readonly asleep: boolean
  readonly level: Level
}

function BlockButton({ block: { entry, record }, asleep, level }: BlockProps) {
  const selection = useLab((s) => s.selection)
  const chosen = selection?.kind === 'message' && selection.id === record.id
  const me = { kind: 'message', id: record.id } as const
  const { since, nextTryAt } = entry
  const text = useCallback(
    (t: Instant) => {
      const age = QUEUE.age(roughly(t - since))
      if (nextTryAt === null) return `${age} · ${QUEUE.trying[level]}`
      const due = asleep ? QUEUE.asleep[level] : QUEUE.due(roughly(nextTryAt - t))
      return `${age} · ${due}`
    },
    [since, nextTryAt, asleep, level],
  )
  return (
    <button
      type="button"
      className={styles.block}
      data-kind={record.kind}
      data-state={entry.state}
      aria-pressed={chosen}
      onClick={() => select(chosen ? null : me)}
      onPointerEnter={() => hover(me)}
      onPointerLeave={() => hover(null)}
    >
      <strong>{record.subject}</strong>
      <FrameText frames={playhead} text={text} />
    </button>
  )
}

function cellsOf({ world, name, record, blocks }: Group): string[][] {
  return blocks.map(({ entry, record: message }) => [
    world,
    name,
    message.id,
    entry.state,
    clockAt(record, entry.since),
    entry.nextTryAt === null ? '–' : clockAt(record, entry.nextTryAt),
  ])
}
