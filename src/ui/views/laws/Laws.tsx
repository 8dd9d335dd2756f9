/** Retry laws of real mail servers on one axis: who is how patient, and by whose rule we wait here. */
import { useMemo, useRef, type RefObject } from 'react'
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../../sim/units.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { asOf } from '../as-of.ts'
import { DataTable } from '../DataTable.tsx'
import { RESULT_SHAPES } from '../reply-shapes.ts'
import { useSize } from '../use-size.ts'
import shared from '../views.module.css'
import { LawChoice } from './LawChoice.tsx'
import {
  ageScale,
  AXIS_TICKS,
  labelledTicks,
  marksOf,
  rowsOf,
  type AgeScale,
  type LawRow,
} from './layout.ts'
import { lastSetAt, placesOf, type Place } from './places.ts'
import { cellsOf, inForceText, rowTold, triesText } from './tell.ts'
import { LAWS, RULES, TITLE } from './words.ts'
import styles from './laws.module.css'

/** Radius of a dot and size of the stop sign, in pixels. */
const DOT = 3.5
const STOP = 16
/** Room for half a dot at the left and half a stop sign at the right. */
const MARGIN = { left: 5, right: 10 } as const
/** Dots nearer than this grow together; labels nearer than that are left out. */
const APART = { dots: 4, labels: 36 } as const

export function Laws() {
  const level = useLab((s) => s.level)
  const scenario = useLab((s) => s.scenario)
  const places = usePlaces()
  const rows = useMemo(() => rowsOf(places), [places])
  const axis = useRef<HTMLDivElement>(null)
  const { width } = useSize(axis)
  const scale = ageScale(rows, MARGIN.left, width - MARGIN.right)
  return (
    <section className={shared.view} aria-label={TITLE[level]}>
      <h3>{TITLE[level]}</h3>
      <p className={styles.about}>
        {LAWS.about[level]} {LAWS.luck[level]}
      </p>
      <div className={styles.choices}>
        {chosenHosts(places).map((place) => (
          <LawChoice key={place.host.id} place={place} scenario={scenario} level={level} />
        ))}
      </div>
      <div className={styles.figure}>
        <Axis box={axis} scale={scale} level={level} />
        <ul className={styles.rows}>
          {rows.map((row) => (
            <LawLine key={row.law.id} row={row} scale={scale} scenario={scenario} level={level} />
          ))}
        </ul>
      </div>
      <DataTable
        summary={LAWS.table}
        columns={LAWS.columns}
        rows={rows.map((row) => cellsOf(row, scenario, level))}
      />
    </section>
  )
}

/** Computed anew when an option has been set, not while time passes. */
function usePlaces(): Place[] {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const scenario = useLab((s) => s.scenario)
  const interventions = useLab((s) => s.interventions)
  const at = useLab((s) => lastSetAt(s.interventions, s.cursor))
  const shown = onStage(asOf(worlds, revision)).map(({ record }) => record.id)
  // As text, so that the same worlds are the same.
  const ids = shown.join(' ')
  return useMemo(
    () => placesOf({ scenario, interventions }, ids.split(' '), at),
    [scenario, interventions, ids, at],
  )
}

/** A host that differs between the roads still has one option. */
const chosenHosts = (places: readonly Place[]): Place[] =>
  places.filter((place, i) => places.findIndex(({ index }) => index === place.index) === i)

interface AxisProps {
  readonly box: RefObject<HTMLDivElement | null>
  readonly scale: AgeScale
  readonly level: Level
}

function Axis({ box, scale, level }: AxisProps) {
  return (
    <div className={styles.axis} aria-hidden="true">
      <span>{LAWS.axis[level]}</span>
      <div ref={box}>
        {labelledTicks(scale, APART.labels).map((tick) => (
          <span key={tick} style={{ insetInlineStart: scale(tick) }}>
            {formatDuration(tick)}
          </span>
        ))}
      </div>
    </div>
  )
}

interface LineProps {
  readonly row: LawRow
  readonly scale: AgeScale
  readonly scenario: ScenarioFile
  readonly level: Level
}

function LawLine({ row, scale, scenario, level }: LineProps) {
  const { law, until } = row
  const here = inForceText(row, scenario, level)
  return (
    <li data-law={law.id} data-in-force={here !== '' || undefined}>
      <div className={styles.name}>
        <strong>{law.title}</strong>
        {here === '' ? null : (
          <em>
            <Person />
            {here}
          </em>
        )}
        <small>{RULES[law.id][level]}</small>
      </div>
      <div className={styles.lane}>
        <Lane row={row} scale={scale} />
      </div>
      <div className={styles.end} aria-hidden="true">
        {triesText(row)}
        <small>{LAWS.until(formatDuration(until))}</small>
      </div>
    </li>
  )
}

function Lane({ row, scale }: Pick<LineProps, 'row' | 'scale'>) {
  const { tries, gaveUpAt, until } = row
  return (
    <svg role="img" aria-label={rowTold(row)}>
      {AXIS_TICKS.map((tick) => (
        <line key={tick} className={styles.grid} x1={scale(tick)} x2={scale(tick)} y2="100%" />
      ))}
      {/* A row is as high as its words; what is drawn lies around its middle. */}
      <svg y="50%" overflow="visible" aria-hidden="true">
        <line className={styles.span} x1={scale(0)} x2={scale(until)} />
        {marksOf(tries, scale, APART.dots).map(({ from, to, count }) => (
          <rect
            key={from}
            className={styles.mark}
            data-count={count}
            x={from - DOT}
            y={-DOT}
            width={to - from + 2 * DOT}
            height={2 * DOT}
            rx={DOT}
          />
        ))}
        {gaveUpAt === null ? null : (
          <g transform={`translate(${scale(gaveUpAt)} 0) scale(${STOP / 20}) translate(-10 -10)`}>
            <path className={styles.stop} d={RESULT_SHAPES.refused} />
          </g>
        )}
      </svg>
    </svg>
  )
}

/** Somebody who waits: a head and shoulders. The words beside it say who. */
function Person() {
  return (
    <svg className={styles.person} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 3a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7M3.5 17.5c0-8 13-8 13 0z" />
    </svg>
  )
}
