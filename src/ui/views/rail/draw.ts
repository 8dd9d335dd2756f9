/**
 * Draws the rail. The whole run is laid out once; what lies beyond the playhead is cut off, so the
 * future stays blank, and a frame moves one edge and one line.
 */
import { select, type Selection } from 'd3'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { roughly } from '../clock.ts'
import { RESULT_SHAPES } from '../reply-shapes.ts'
import type { D3View } from '../view.ts'
import {
  distinctMarks,
  joined,
  mergedBars,
  NAME_MARGIN,
  namedBars,
  type RailRows,
  type RailScale,
} from './layout.ts'
import type { AttemptMark, Bar, Lane, Pin, Span } from './model.ts'
import { RAIL } from './words.ts'

export interface RailModel {
  readonly lanes: readonly Lane[]
  readonly bars: readonly (Bar & { readonly name: string; readonly short: string })[]
  readonly pins: readonly Pin[]
  readonly gaps: readonly Span[]
  readonly ticks: readonly { readonly at: Instant; readonly name: string }[]
  readonly scale: RailScale
  readonly rows: RailRows
  readonly level: Level
  /** Id of the selected message, '' for none. */
  readonly selected: string
}

type Group = Selection<SVGGElement, unknown, null, undefined>

const MARK = 15
/** Width of a letter in a bar's name, on the average. */
const LETTER = 5.6

export class RailView implements D3View<RailModel> {
  readonly #root: SVGGElement
  readonly #past: Group
  readonly #marks: Group
  readonly #edge: Selection<SVGRectElement, unknown, null, undefined>
  readonly #hand: Group
  #model: RailModel | null = null
  #shown = -1

  constructor(root: SVGGElement) {
    this.#root = root
    const g = select(root)
    const id = 'rail-past'
    this.#edge = g.append('clipPath').attr('id', id).append('rect').attr('x', 0).attr('y', 0)
    this.#past = g.append('g').attr('clip-path', `url(#${id})`)
    this.#marks = g.append('g').attr('class', 'results')
    this.#hand = g.append('g').attr('class', 'hand')
    this.#hand.append('line')
    this.#hand.append('path')
  }

  update(model: RailModel): void {
    this.#model = model
    this.#shown = -1
    this.#past.selectAll('*').remove()
    this.#marks.selectAll('*').remove()
    this.#edge.attr('height', model.rows.height + 20)
    this.#drawGaps(model)
    model.lanes.forEach((lane, i) => this.#drawLane(model, lane, model.rows.lanes[i] ?? 0))
    this.#drawBars(model)
    this.#drawTicks(model)
    this.#drawPins(model)
    this.#hand.select('line').attr('y1', 0).attr('y2', model.rows.height)
    this.#hand.select('path').attr('d', 'M-6 0H6L0 8z')
  }

  frame(t: Instant): void {
    const model = this.#model
    if (model === null) return
    const x = model.scale.x(t)
    this.#edge.attr('width', Math.max(0, x))
    this.#hand.attr('transform', `translate(${x.toFixed(1)} 0)`)
    const marks = this.#marks.selectChildren<SVGGElement, AttemptMark>()
    const shown = marks.data().reduce((n, { at }) => n + (at <= t ? 1 : 0), 0)
    if (shown === this.#shown) return
    this.#shown = shown
    marks.attr('display', ({ at }) => (at <= t ? null : 'none'))
  }

  destroy(): void {
    select(this.#root).selectAll('*').remove()
  }

  #drawGaps({ gaps, scale, rows }: RailModel): void {
    for (const { from, to } of gaps) {
      const [x, end] = [scale.x(from), scale.x(to)]
      const g = this.#past.append('g').attr('class', 'gap')
      g.append('rect')
        .attr('x', x)
        .attr('width', Math.max(1, end - x))
        .attr('height', rows.axis - 11 * rows.zoom)
      const long = end - x > 150
      if (end - x < 40 * rows.zoom) continue
      g.append('text')
        .attr('x', (x + end) / 2)
        .attr('y', rows.axis)
        .text(long ? RAIL.nothing(roughly(to - from)) : roughly(to - from))
    }
  }

  #drawLane(model: RailModel, lane: Lane, y: number): void {
    const { scale, selected, rows } = model
    const size = MARK * rows.zoom
    const end = scale.left + scale.width
    this.#past
      .append('line')
      .attr('class', 'lane')
      .attr('x1', scale.left)
      .attr('x2', end)
      .attr('y1', y)
      .attr('y2', y)
    const waits = lane.waits.map(({ from, to }) => ({
      from: scale.x(from),
      to: Number.isFinite(to) ? scale.x(to) : end,
    }))
    for (const { from, to } of joined(waits))
      this.#past
        .append('line')
        .attr('class', 'wait')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', y)
        .attr('y2', y)
    const isDim = ({ message }: AttemptMark): boolean => selected !== '' && selected !== message
    const drawn = distinctMarks(lane.marks, {
      x: ({ at }) => scale.x(at),
      kind: (mark) => `${mark.class} ${mark.spam} ${isDim(mark)}`,
    })
    for (const mark of drawn) {
      const dim = isDim(mark)
      const g = this.#marks.append('g').datum(mark)
      const x = Math.min(scale.x(mark.at), end - size / 2)
      g.attr('class', `mark ${mark.class}${mark.spam ? ' spam' : ''}${dim ? ' dim' : ''}`)
        .attr('data-attempt', `${lane.world} ${mark.key}`)
        .attr('transform', `translate(${x.toFixed(1)} ${y})`)
      g.append('circle').attr('r', size * 0.62)
      g.append('path')
        .attr('d', RESULT_SHAPES[mark.class])
        .attr('transform', `scale(${size / 20}) translate(-10 -10)`)
      g.append('title').text(mark.reply)
    }
  }

  #drawBars({ bars, scale, rows }: RailModel): void {
    const right = scale.left + scale.width
    const drawn = mergedBars(
      bars.map(({ host, from, to, state, name, short }) => {
        const end = Number.isFinite(to) ? scale.x(to) : right
        return { host, x: scale.x(from), end, state, name, short }
      }),
    )
    const named = namedBars(drawn, right, LETTER * rows.zoom)
    for (const bar of drawn) {
      const { host, x, end, state, name } = bar
      const y = rows.bars.get(host) ?? 0
      const g = this.#past.append('g').attr('class', `bar ${state}`)
      g.append('rect')
        .attr('x', x)
        .attr('y', y)
        .attr('width', Math.max(2, end - x))
        .attr('height', rows.barHeight)
      g.append('title').text(name)
      const written = named.get(bar)
      if (written === undefined) continue
      g.append('text')
        .attr('x', x + NAME_MARGIN)
        .attr('y', y + rows.barHeight - 2.5 * rows.zoom)
        .text(written)
    }
  }

  #drawTicks({ ticks, scale, rows }: RailModel): void {
    for (const { at, name } of ticks) {
      const x = scale.x(at)
      const g = this.#past.append('g').attr('class', 'tick')
      g.append('line')
        .attr('x1', x)
        .attr('x2', x)
        .attr('y1', rows.axis - 11 * rows.zoom)
        .attr('y2', rows.axis - 7 * rows.zoom)
      g.append('text')
        .attr('x', x + 2)
        .attr('y', rows.axis)
        .text(name)
    }
  }

  #drawPins({ pins, scale }: RailModel): void {
    for (const { at, name } of pins) {
      const g = this.#past.append('g').attr('class', 'pin')
      g.attr('transform', `translate(${scale.x(at).toFixed(1)} 0)`)
      g.append('path').attr('d', 'M0 13V5M-3 2.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0')
      g.append('text').attr('x', 6).attr('y', 10).text(name)
    }
  }
}
