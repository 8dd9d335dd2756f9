/** The tries of each message on one line: what came back, and how long the waits between are. */
import { useMemo } from 'react'
import { journeys, type JourneyReading } from '../../../sim/facts/journeys.ts'
import type { WorldRecord } from '../../../sim/facts/record.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import { hover, select } from '../../state/actions.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { clockAt, roughly } from '../clock.ts'
import { DataTable } from '../DataTable.tsx'
import { ResultMark } from '../ResultMark.tsx'
import shared from '../views.module.css'
import { lineOf, triesOf, type Line, type Step } from './layout.ts'
import { CLASS_WORDS, RETRIES, TITLE } from './words.ts'
import styles from './retries.module.css'

interface Row {
  readonly key: string
  readonly world: string
  readonly record: WorldRecord
  readonly journey: JourneyReading
  readonly line: Line
}

/** More lines than this are told by number. */
const ROWS_MAX = 16

export function Retries() {
  const level = useLab((s) => s.level)
  const all = useRows(level)
  const selection = useLab((s) => s.selection)
  const hovered = useLab((s) => s.hovered)
  const rows = all.slice(0, ROWS_MAX)
  const widest = Math.max(1, ...rows.map(({ line }) => line.weight))
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      {rows.length === 0 ? <p className={shared.empty}>{RETRIES.none[level]}</p> : null}
      <ul className={styles.rows}>
        {rows.map((row) => {
          const { id } = row.journey.record
          const me = { kind: 'message', id } as const
          const chosen = selection?.kind === 'message' && selection.id === id
          const lit = chosen || (hovered?.kind === 'message' && hovered.id === id)
          return (
            <li key={row.key} data-lit={lit || undefined} data-message={id}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => select(chosen ? null : me)}
                onPointerEnter={() => hover(me)}
                onPointerLeave={() => hover(null)}
              >
                <strong>{row.world}</strong> {row.journey.record.subject}
              </button>
              <TryLine row={row} widest={widest} level={level} />
            </li>
          )
        })}
      </ul>
      {all.length > rows.length ? <p>{RETRIES.more(all.length - rows.length)}</p> : null}
      {rows.length > 0 ? (
        <DataTable summary={RETRIES.table} columns={RETRIES.columns} rows={cellsOf(rows)} />
      ) : null}
    </section>
  )
}

/** Messages in the order in which they were written, each with both roads below each other. */
function useRows(level: Level): Row[] {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const scenario = useLab((s) => s.scenario)
  return useMemo(() => {
    const rows = onStage(asOf(worlds, revision)).flatMap(({ index, record }) =>
      journeys(index, cursor).map((journey) => ({
        key: `${journey.record.id} ${journey.recipient} ${record.id}`,
        world: worldName(scenario, record.id, level),
        record,
        journey,
        line: lineOf(journey, cursor),
      })),
    )
    return rows.sort((a, b) => a.journey.message - b.journey.message)
  }, [worlds, revision, cursor, scenario, level])
}

interface LineProps {
  readonly row: Row
  readonly widest: number
  readonly level: Level
}

function TryLine({ row: { line, record }, widest, level }: LineProps) {
  return (
    <ol className={styles.line}>
      {line.steps.map((step, i) => (
        <StepItem key={i} step={step} record={record} level={level} />
      ))}
      <li aria-hidden="true" style={{ flexGrow: widest - line.weight + widest * 0.04 }} />
    </ol>
  )
}

interface StepProps {
  readonly step: Step
  readonly record: WorldRecord
  readonly level: Level
}

function StepItem({ step, record, level }: StepProps) {
  switch (step.kind) {
    case 'wait':
      return (
        <li
          className={styles.wait}
          data-planned={step.planned || undefined}
          style={{ flexGrow: step.weight }}
        >
          <span className="for-readers">{RETRIES.waits(roughly(step.ms))}</span>
          <span aria-hidden="true">{roughly(step.ms)}</span>
        </li>
      )
    case 'fold':
      return (
        <li className={styles.wait} data-fold style={{ flexGrow: step.weight }}>
          <span>{RETRIES.folded(step.count)}</span>
        </li>
      )
    case 'next':
      return (
        <li className={styles.next}>
          <span className="for-readers">
            {step.overdue ? RETRIES.overdueTold[level] : RETRIES.nextTold(clockAt(record, step.at))}
          </span>
          <span aria-hidden="true" />
          <small aria-hidden="true">
            {step.overdue ? RETRIES.overdue[level] : clockAt(record, step.at)}
          </small>
        </li>
      )
    case 'try': {
      const { at, class: result, reply } = step.attempt
      const word = CLASS_WORDS[result][level]
      const told = [clockAt(record, at), word, reply].filter((part) => part !== '').join(', ')
      return (
        <li className={styles.try} title={told}>
          <ResultMark result={result} />
          <small aria-hidden="true">{clockAt(record, at)}</small>
          <span className="for-readers">{told}</span>
        </li>
      )
    }
  }
}

function cellsOf(rows: readonly Row[]): string[][] {
  return rows.flatMap(({ world, record, journey }) => {
    const tries = triesOf(journey)
    return tries.map((one, i) => {
      const before = tries[i - 1]
      const waited = before === undefined ? '–' : roughly(one.at - (before.endedAt ?? before.at))
      const clock = clockAt(record, one.at)
      return [world, journey.record.id, String(i + 1), clock, one.reply || '…', waited]
    })
  })
}
