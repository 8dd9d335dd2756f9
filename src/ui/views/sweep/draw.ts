/** Draws the band: what luck leaves open between two edges, the middle, and where this run stands. */
import { area, curveStep, line, select, type Selection } from 'd3'
import type { SweepPoint } from '../../../lab/sweep.ts'
import type { Millis } from '../../../sim/units.ts'
import type { D3View } from '../view.ts'
import type { Plot } from './layout.ts'

export interface SweepModel {
  readonly plot: Plot
  readonly points: readonly SweepPoint[]
  /** What the run on the stage has. */
  readonly set: Millis
  /** What came of it so far. */
  readonly measured: Millis | null
  /** Value that is looked at. */
  readonly looked: Millis
  /** Texts of the axes, and of the line on which time and value are the same. */
  readonly names: { readonly x: string; readonly y: string; readonly same: string }
}

type Group = Selection<SVGGElement, unknown, null, undefined>
interface Whole extends SweepPoint {
  readonly low: Millis
  readonly median: Millis
  readonly high: Millis
}

/** Length of the name of the line on which time and value are the same, in pixels. */
const SAME_WIDTH = 76

const isWhole = (point: SweepPoint): point is Whole => point.low !== null

export class SweepView implements D3View<SweepModel> {
  readonly #root: SVGGElement
  readonly #axes: Group
  readonly #band: Group
  readonly #marks: Group

  constructor(root: SVGGElement) {
    this.#root = root
    const g = select(root)
    this.#axes = g.append('g').attr('class', 'axes')
    this.#band = g.append('g').attr('class', 'band')
    this.#marks = g.append('g').attr('class', 'marks')
  }

  update(model: SweepModel): void {
    for (const group of [this.#axes, this.#band, this.#marks]) group.selectAll('*').remove()
    this.#drawAxes(model)
    this.#drawBand(model)
    this.#drawMarks(model)
  }

  /** Nothing here moves with time. */
  frame(): void {}

  destroy(): void {
    select(this.#root).selectAll('*').remove()
  }

  #drawAxes({ plot, names }: SweepModel): void {
    const { left, right, top, bottom } = plot
    const axes = this.#axes
    for (const { place, name } of plot.yTicks) {
      segment(axes, 'grid', [left, place], [right, place])
      label(axes, 'tick upright', left - 5, place + 4, name)
    }
    for (const { place, name } of plot.xTicks) {
      segment(axes, 'edge', [place, bottom], [place, bottom + 4])
      label(axes, 'tick', place, bottom + 16, name)
    }
    segment(axes, 'edge', [left, top], [left, bottom])
    segment(axes, 'edge', [left, bottom], [right, bottom])
    label(axes, 'name', (left + right) / 2, bottom + 31, names.x)
    label(axes, 'name', 0, 0, names.y).attr(
      'transform',
      `translate(11 ${((top + bottom) / 2).toFixed(1)}) rotate(-90)`,
    )
    const far = Math.min(plot.valueAtRight, plot.timeAtTop)
    segment(axes, 'same', [left, bottom], [plot.x(far), plot.y(far)])
    // Below the line along its whole length, however steep that is.
    const rise = ((bottom - plot.y(far)) / (plot.x(far) - left)) * SAME_WIDTH
    label(axes, 'same', plot.x(far) - 4, plot.y(far) + rise + 12, names.same)
  }

  /** Each value is a column of its own: between two of them nothing has been measured. */
  #drawBand({ plot, points }: SweepModel): void {
    const band = area<SweepPoint>()
      .defined(isWhole)
      .curve(curveStep)
      .x(({ value }) => plot.x(value))
      .y0(({ low }) => plot.y(low ?? 0))
      .y1(({ high }) => plot.y(high ?? 0))
    const middle = line<SweepPoint>()
      .defined(isWhole)
      .curve(curveStep)
      .x(({ value }) => plot.x(value))
      .y(({ median }) => plot.y(median ?? 0))
    this.#band.append('path').attr('class', 'between').attr('d', band(points))
    this.#band.append('path').attr('class', 'middle').attr('d', middle(points))
    for (const { value, arrived, of } of points) {
      if (arrived === of) continue
      const x = plot.x(value).toFixed(1)
      // A stop at the foot of the column: not all of them arrived.
      this.#band
        .append('path')
        .attr('class', 'missing')
        .attr('d', `M${x} ${plot.bottom - 9}l3 3l-3 3l-3 -3z`)
    }
  }

  #drawMarks({ plot, points, set, measured, looked }: SweepModel): void {
    const at = points.find(({ value }) => value === looked)
    const x = plot.x(looked)
    segment(this.#marks, 'looked', [x, plot.top], [x, plot.bottom])
    if (at !== undefined && isWhole(at))
      segment(this.#marks, 'span', [x, plot.y(at.low) + 1], [x, plot.y(at.high) - 1])
    if (set > plot.valueAtRight) return
    const here = plot.x(set)
    segment(this.#marks, 'set', [here, plot.top], [here, plot.bottom])
    this.#marks
      .append('path')
      .attr('class', 'set')
      .attr('d', `M${here.toFixed(1)} ${plot.top}l-6 -9h12z`)
    if (measured === null || measured > plot.timeAtTop) return
    this.#marks
      .append('circle')
      .attr('class', 'measured')
      .attr('r', 5.5)
      .attr('cx', here)
      .attr('cy', plot.y(measured))
  }
}

type Place = readonly [x: number, y: number]

function segment(group: Group, name: string, [x1, y1]: Place, [x2, y2]: Place): void {
  group
    .append('line')
    .attr('class', name)
    .attr('x1', x1)
    .attr('y1', y1)
    .attr('x2', x2)
    .attr('y2', y2)
}

function label(group: Group, name: string, x: number, y: number, text: string) {
  return group.append('text').attr('class', name).attr('x', x).attr('y', y).text(text)
}
