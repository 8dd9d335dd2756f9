/** The time rail: what has happened so far, on one axis, and the handle to go anywhere in it. */
import {
  useCallback,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { pause, playhead, seek, stepEvent } from '../../state/actions.ts'
import { onStage } from '../../state/runtime.ts'
import { optionsOf } from '../../../sim/options.ts'
import { useLab } from '../../state/store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { clockAt } from '../clock.ts'
import { useSize } from '../use-size.ts'
import { useD3View } from '../view.ts'
import { RailView, type RailModel } from './draw.ts'
import { justHappened } from './just-happened.ts'
import { evenTicks, railRows, railScale, sparseTicks, type RailRows } from './layout.ts'
import { barsOf, laneOf, pinsOf } from './model.ts'
import { barName, RAIL, stateName } from './words.ts'
import styles from './rail.module.css'

const NARROW = 560
/** How much larger everything is while presenting (`base.css` does the same to all type). */
const PRESENTING = 1.4
/** Room for half a mark and half the handle. */
const MARGIN = 9

const create = (root: SVGGElement): RailView => new RailView(root)

export function TimeRail() {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const [linear, setLinear] = useState(false)
  const cursor = useLab((s) => s.cursor)
  const level = useLab((s) => s.level)
  const scenario = useLab((s) => s.scenario)
  const { model, end, told } = useRail(width, linear)
  const root = useD3View(create, model, playhead)
  const goTo = useCallback(
    (event: PointerEvent<SVGSVGElement>) => {
      const { left } = event.currentTarget.getBoundingClientRect()
      seek(model.scale.t(event.clientX - left))
    },
    [model.scale],
  )
  const { rows, lanes, bars } = model
  return (
    <div className={styles.rail} ref={box}>
      <LaneNames rows={rows} names={lanes.map(({ world }) => worldName(scenario, world, level))} />
      <svg
        className={styles.track}
        height={rows.height}
        role="slider"
        tabIndex={0}
        aria-label={RAIL.slider}
        aria-valuemin={0}
        aria-valuemax={Math.ceil(end)}
        aria-valuenow={cursor}
        aria-valuetext={RAIL.told(told, justHappened(lanes, bars, scenario, cursor, level))}
        onKeyDown={(event) => onKey(event, end)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          pause()
          goTo(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event)
        }}
      >
        <g ref={root} data-owner="d3" />
      </svg>
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={linear}
        title={RAIL.linearTitle}
        onClick={() => setLinear(!linear)}
      >
        {RAIL.linear}
      </button>
    </div>
  )
}

interface NamesProps {
  readonly rows: RailRows
  readonly names: readonly string[]
}

/** Worlds at the left of their lanes; a long name is cut, and whole as a title. */
function LaneNames({ rows, names }: NamesProps) {
  return (
    <div className={styles.names} aria-hidden="true">
      {names.map((name, i) => (
        <span key={name} style={{ top: rows.lanes[i] }} title={name}>
          {name}
        </span>
      ))}
    </div>
  )
}

function onKey(event: KeyboardEvent, end: number): void {
  const { key } = event
  if (key === 'ArrowRight' || key === 'ArrowUp') stepEvent(1)
  else if (key === 'ArrowLeft' || key === 'ArrowDown') stepEvent(-1)
  else if (key === 'Home') seek(0)
  else if (key === 'End') seek(end)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** The model of the whole run; it is made anew when facts arrive, not while time passes. */
function useRail(width: number, linear: boolean): { model: RailModel; end: number; told: string } {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const scenario = useLab((s) => s.scenario)
  const { hosts } = scenario
  const interventions = useLab((s) => s.interventions)
  const level = useLab((s) => s.level)
  const selection = useLab((s) => s.selection)
  const cursor = useLab((s) => s.cursor)
  const presenting = useLab((s) => s.presenting)
  const facts = useMemo(() => {
    const indexes = onStage(asOf(worlds, revision)).map(({ index }) => index)
    const bars = barsOf(indexes, (host) => hosts[host]?.off === true)
    return { lanes: indexes.map(laneOf), bars, record: indexes[0]?.record }
  }, [worlds, revision, hosts])
  const model = useMemo<RailModel>(() => {
    const { pace } = playhead
    const zoom = presenting ? PRESENTING : 1
    const narrow = width < NARROW
    const left = narrow ? 64 : 112 * zoom
    const scale = railScale(
      pace,
      left,
      Math.max(60, width - left - (narrow ? MARGIN : 100 * zoom)),
      linear,
    )
    const pins = pinsOf(interventions, optionsOf(scenario))
    const rows = railRows(
      facts.lanes.length,
      facts.bars.map(({ host }) => host),
      pins.length > 0,
      zoom,
    )
    const name = (t: number): string => (facts.record ? clockAt(facts.record, t) : '')
    const instants = [0, ...facts.lanes.flatMap(({ marks }) => marks.map(({ from }) => from))]
    const ticks = linear
      ? evenTicks(scale, pace.end, 90)
      : sparseTicks(scale, instants.concat(facts.bars.map((b) => b.to)).sort(ascending), name, 64)
    return {
      lanes: facts.lanes,
      bars: facts.bars.map((bar) => {
        const { kind = '', id = '' } = hosts[bar.host] ?? {}
        const name = barName(kind, id, bar.state, level)
        return { ...bar, name, short: stateName(bar.state, level) }
      }),
      pins,
      gaps: linear ? [] : pace.gaps,
      ticks: ticks.filter(Number.isFinite).map((at) => ({ at, name: name(at) })),
      scale,
      rows,
      level,
      selected: selection?.kind === 'message' ? selection.id : '',
    }
  }, [facts, width, linear, interventions, scenario, hosts, level, selection, presenting])
  const told = facts.record === undefined ? '' : clockAt(facts.record, cursor)
  return { model, end: playhead.pace.end, told }
}

const ascending = (a: number, b: number): number => a - b
