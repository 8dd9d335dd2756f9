/** The tries of each message on one line: what came back, and how long the waits between are. */
import { useState } from 'react'
import type { WorldRecord } from '../../../sim/facts/record.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import { hover, select } from '../../state/actions.ts'
import { useLab } from '../../state/store.ts'
import { clockAt, roughly } from '../clock.ts'
import { DataTable } from '../DataTable.tsx'
import { ResultMark } from '../ResultMark.tsx'
import shared from '../views.module.css'
import type { Step, Tries } from './layout.ts'
import { cellsOf, useRows, type Row } from './rows.ts'
import { CLASS_WORDS, RETRIES, TITLE } from './words.ts'
import styles from './retries.module.css'

/** More lines than this are shown when they are asked for. */
const LINES_FIRST = 8

export function Retries() {
  const level = useLab((s) => s.level)
  const all = useRows(level)
  const [unfolded, setUnfolded] = useState(false)
  const rows = unfolded ? all : all.slice(0, LINES_FIRST)
  const widest = Math.max(1, ...rows.map(({ line }) => line.weight))
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      {rows.length === 0 ? <p className={shared.empty}>{RETRIES.none[level]}</p> : null}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <RowItem key={row.key} row={row} widest={widest} level={level} />
        ))}
      </ul>
      {all.length > LINES_FIRST ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? RETRIES.fewer : RETRIES.more(all.length)}
        </button>
      ) : null}
      {rows.length > 0 ? (
        <DataTable summary={RETRIES.table} columns={RETRIES.columns} rows={cellsOf(rows)} />
      ) : null}
    </section>
  )
}

interface LineProps {
  readonly row: Row
  readonly widest: number
  readonly level: Level
}

function RowItem({ row, widest, level }: LineProps) {
  const selection = useLab((s) => s.selection)
  const hovered = useLab((s) => s.hovered)
  const { id, subject, recipients } = row.message
  const me = { kind: 'message', id } as const
  const chosen = selection?.kind === 'message' && selection.id === id
  const lit = chosen || (hovered?.kind === 'message' && hovered.id === id)
  const many = recipients.length > 1 ? ` ${RETRIES.recipients(recipients.length)}` : ''
  return (
    <li data-lit={lit || undefined} data-message={id}>
      <button
        type="button"
        aria-pressed={chosen}
        title={`${row.world}: ${subject}${many}`}
        onClick={() => select(chosen ? null : me)}
        onPointerEnter={() => hover(me)}
        onPointerLeave={() => hover(null)}
      >
        <strong>{row.world}</strong>{' '}
        <span>
          {subject}
          {many}
        </span>
      </button>
      <TryLine row={row} widest={widest} level={level} />
    </li>
  )
}

function TryLine({ row: { line, record }, widest, level }: LineProps) {
  return (
    <ol className={styles.line}>
      {line.steps.map((step, i) => (
        <StepItem
          key={i}
          step={step}
          // Without a wait between them there is no room for two clocks.
          isClose={step.kind === 'try' && line.steps[i - 1]?.kind === 'try'}
          record={record}
          level={level}
        />
      ))}
      <li aria-hidden="true" style={{ flexGrow: widest - line.weight + widest * 0.04 }} />
    </ol>
  )
}

interface StepProps {
  readonly step: Step
  /** It follows the try before it without a wait. */
  readonly isClose: boolean
  readonly record: WorldRecord
  readonly level: Level
}

function StepItem({ step, isClose, record, level }: StepProps) {
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
    case 'try':
      return <TryItem tries={step} isClose={isClose} record={record} level={level} />
  }
}

interface TryProps extends Omit<StepProps, 'step'> {
  readonly tries: Tries
}

/** One mark, for one try or for those that began together. */
function TryItem({ tries, isClose, record, level }: TryProps) {
  const { attempt, count, endedAt } = tries
  const { at, class: result, reply } = attempt
  const from = clockAt(record, at)
  const to = clockAt(record, endedAt ?? at)
  const when = count > 1 ? RETRIES.manyTold(count, from, to) : from
  const clock = count > 1 && from !== to ? `${from}–${to}` : from
  const told = [when, CLASS_WORDS[result][level], reply].filter((part) => part !== '').join(', ')
  return (
    <li className={styles.try} title={told}>
      <span className={styles.mark} aria-hidden="true">
        <ResultMark result={result} />
        {count > 1 ? RETRIES.many(count) : null}
      </span>
      <small aria-hidden="true">{isClose ? '\u00a0' : clock}</small>
      <span className="for-readers">{told}</span>
    </li>
  )
}
