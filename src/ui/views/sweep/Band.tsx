/** A band over luck: what one option does to the time a letter takes, over many runs. */
import {
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import type { ScenarioOption } from '../../../sim/options.ts'
import type { SweepSpec } from '../../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../../sim/units.ts'
import { playhead, setOptionAtStart } from '../../state/actions.ts'
import { useLab } from '../../state/store.ts'
import { useSweep } from '../../state/sweep.ts'
import { DataTable } from '../DataTable.tsx'
import { useSize } from '../use-size.ts'
import { useD3View } from '../view.ts'
import shared from '../views.module.css'
import { SweepView, type SweepModel } from './draw.ts'
import { domainOf, plotOf, topOf, valueAt, type Plot } from './layout.ts'
import { useOwn } from './own-run.ts'
import { cellsOf, optionName, ownRun, SWEEP, told } from './words.ts'
import styles from './sweep.module.css'

export interface SweepProps {
  readonly spec: SweepSpec
  readonly option: ScenarioOption
}

interface BandProps extends SweepProps {
  readonly heading: RefObject<HTMLHeadingElement | null>
}

export function Band({ spec, option, heading }: BandProps) {
  const level = useLab((s) => s.level)
  const { points, done } = useSweep()
  const domain = useMemo(() => domainOf(spec), [spec])
  const own = useOwn(spec, option)
  const [chosen, setChosen] = useState<number | null>(null)
  const keys = useId()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const name = optionName(level, option.path, option.spec.about)
  const model = useMemo<SweepModel>(() => {
    const plot = plotOf(width, height, domain, topOf(domain, points))
    const names = {
      x: SWEEP.x(name, plot.unit),
      y: SWEEP.y(plot.unit),
      same: SWEEP.same[level],
    }
    const position = chosen ?? plot.nearest(plot.x(own.set))
    return { plot, points, ...own, looked: valueAt(domain, position), names }
  }, [width, height, domain, points, own, chosen, name, level])
  const root = useD3View(create, model, playhead)
  const position = Math.round((model.looked - domain.from) / Math.max(1, domain.step))
  const sentence = told(level, name, model.looked, points[position])
  const looking = { plot: model.plot, position, sentence }
  const take = (at: number): void => {
    const value = valueAt(domain, at)
    if (value !== own.set) setOptionAtStart(option, value)
  }
  return (
    <section className={shared.view} aria-label={spec.title[level]}>
      <h3 ref={heading} tabIndex={-1}>
        {spec.title[level]}
      </h3>
      <p className={styles.about}>{SWEEP.about[level]}</p>
      <div className={styles.chart} ref={box}>
        <svg width={width} height={height} aria-hidden="true">
          <g ref={root} data-owner="d3" />
        </svg>
        <Handle {...looking} keys={keys} count={domain.count} onLook={setChosen} onTake={take} />
      </div>
      <Below
        model={model}
        sentence={sentence}
        keys={keys}
        missing={done ? 0 : domain.count - points.length}
        onTake={() => take(position)}
      />
      <DataTable summary={SWEEP.table} columns={SWEEP.columns} rows={points.map(cellsOf)} />
    </section>
  )
}

interface HandleProps {
  readonly plot: Plot
  /** Which column is looked at. */
  readonly position: number
  readonly count: number
  /** Id of the text about its keys. */
  readonly keys: string
  readonly sentence: string
  readonly onLook: (position: number) => void
  readonly onTake: (position: number) => void
}

/** Lies over the drawing: what one can focus, point at and press. */
function Handle({ plot, position, count, keys, sentence, onLook, onTake }: HandleProps) {
  const level = useLab((s) => s.level)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedBy(event.key, position, count - 1)
    if (event.key === 'Enter') onTake(position)
    else if (next !== null) onLook(next)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-label={SWEEP.slider[level]}
      aria-describedby={keys}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={position}
      aria-valuetext={sentence}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => onLook(plot.nearest(placeOf(event)))}
      onClick={(event) => {
        const next = plot.nearest(placeOf(event))
        onLook(next)
        onTake(next)
      }}
    />
  )
}

interface BelowProps {
  readonly model: SweepModel
  readonly sentence: string
  readonly keys: string
  /** Columns that have not been computed yet. */
  readonly missing: number
  readonly onTake: () => void
}

/** What is looked at, in words, with a button for those who do not come by key or pointer. */
function Below({ model, sentence, keys, missing, onTake }: BelowProps) {
  const level = useLab((s) => s.level)
  const { looked, set, measured, points } = model
  const value = formatDuration(looked, 2)
  return (
    <>
      <p className={styles.sentence}>
        <strong>{sentence}</strong>
        {/* Disabled for real, it would lose the focus when its value has been taken. */}
        <button type="button" className="button" aria-disabled={looked === set} onClick={onTake}>
          {looked === set ? SWEEP.taken(value) : SWEEP.take(value)}
        </button>
      </p>
      <p className={styles.about}>
        <span aria-live="polite" aria-atomic="true">
          {ownRun(level, set, measured)}
        </span>{' '}
        <span id={keys}>{SWEEP.keys[level]}</span>
      </p>
      {missing === 0 ? null : (
        <label className={styles.progress}>
          <progress max={points.length + missing} value={points.length} />{' '}
          {SWEEP.progress(points.length, points.length + missing)}
        </label>
      )}
    </>
  )
}

const create = (root: SVGGElement): SweepView => new SweepView(root)

/** Columns that the page keys pass over. */
const PAGE = 5

/** Where a key leads; null for a key that leads nowhere. */
function movedBy(key: string, position: number, last: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: position + 1,
    ArrowUp: position + 1,
    ArrowLeft: position - 1,
    ArrowDown: position - 1,
    PageUp: position + PAGE,
    PageDown: position - PAGE,
    Home: 0,
    End: last,
  }
  const next = steps[key]
  return next === undefined ? null : Math.min(last, Math.max(0, next))
}

/** The handle lies over the whole drawing, so both count from the same edge. */
function placeOf(event: MouseEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left
}
