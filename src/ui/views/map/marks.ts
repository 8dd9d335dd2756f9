/** The marks that the map is drawn with, each around its own origin. Colours are classes. */
import type { Selection as D3Selection } from 'd3'
import type { Cargo, Flight } from '../../../sim/facts/flights.ts'
import type { ReplyClass } from '../../../sim/mail/reply.ts'

/** One `<g>` to draw into. */
export type Group = D3Selection<SVGGElement, unknown, null, undefined>

/** Which colour a class of replies has, everywhere. */
export const CLASS_NAMES: Readonly<Record<ReplyClass, string>> = {
  2: 'accepted',
  3: 'goOn',
  4: 'deferred',
  5: 'refused',
}

/** In a box of 20, the same shapes as in the buttons. */
const REPLY_SHAPES: Readonly<Record<ReplyClass, string>> = {
  2: 'M4 10.5l4 4 8-9',
  3: 'M7 4l6 6-6 6',
  4: 'M3.5 10a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M10 6v4l3 2',
  5: 'M7 3h6l4 4v6l-4 4H7l-4-4V7zM7 10h6',
}
const REFUSAL_SHAPE = 'M5 5l10 10M15 5 5 15'

/** Width of a text that stands in the page; guessed where it is not drawn. */
function widthOf(
  text: D3Selection<SVGTextElement, unknown, null, undefined>,
  letter: number,
): number {
  const node = text.node()
  const measured = node?.getComputedTextLength() ?? 0
  return measured > 0 ? measured : (node?.textContent.length ?? 0) * letter * 0.55
}

/** What is not delivered and will not be. */
export function drawCross(g: Group, reach: number): void {
  g.append('path')
    .attr('class', 'cross')
    .attr(
      'd',
      `M${-reach} ${-reach * 0.7}L${reach} ${reach * 0.7}M${reach} ${-reach * 0.7}L${-reach} ${reach * 0.7}`,
    )
}

/** How many there are of it, to its right. */
export function drawCount(g: Group, text: string, x: number, letter: number): void {
  g.append('text')
    .attr('class', 'count')
    .attr('font-size', letter)
    .attr('x', x)
    .attr('y', -letter * 0.4)
    .text(text)
}

/** A letter with a flap; whose it is stands on its face. Spam is a jagged bill instead. */
export function drawEnvelope(g: Group, width: number, initial: string, spam: boolean): void {
  const [w, h] = [width / 2, width * 0.34]
  g.append('path')
    .attr('class', 'face')
    .attr('d', spam ? burst(width * 0.5) : `M${-w} ${-h}H${w}V${h}H${-w}Z`)
  if (!spam)
    g.append('path')
      .attr('class', 'flap')
      .attr('d', `M${-w} ${-h}L0 ${-h * 0.1}L${w} ${-h}`)
  g.append('text')
    .attr('class', 'initial')
    .attr('font-size', width * 0.38)
    .attr('y', spam ? width * 0.14 : h * 0.9)
    .text(initial)
}

/** A star of ten points, as on bills that shout. */
function burst(radius: number): string {
  const points = Array.from({ length: 20 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.7
    const a = (i / 20) * 2 * Math.PI
    return `${(r * Math.sin(a)).toFixed(1)} ${(-r * Math.cos(a)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

/** A slip with a shape and words; gives its width. `anchor`: which part is at the origin. */
export function drawTag(
  g: Group,
  tag: { readonly shape: ReplyClass | 'refusal'; readonly text: string },
  letter: number,
  anchor: 'middle' | 'end',
): number {
  const height = letter * 1.5
  const icon = letter * 1.05
  const text = g.append('text').attr('font-size', letter).text(tag.text)
  const width = icon + letter * 0.95 + widthOf(text, letter)
  const left = anchor === 'middle' ? -width / 2 : -width
  text.attr('x', left + icon + letter * 0.55).attr('y', letter * 0.34)
  g.insert('rect', 'text')
    .attr('class', 'slip')
    .attr('x', left)
    .attr('y', -height / 2)
    .attr('width', width)
    .attr('height', height)
    .attr('rx', letter * 0.2)
  g.append('path')
    .attr('class', 'shape')
    .attr('d', tag.shape === 'refusal' ? REFUSAL_SHAPE : REPLY_SHAPES[tag.shape])
    .attr('transform', `translate(${left + letter * 0.35} ${-icon / 2}) scale(${icon / 20})`)
  return width
}

/** A dot with its word above it, or beside it in a column: what a client says. */
function drawDot(g: Group, text: string, letter: number, alone: boolean): void {
  g.append('circle').attr('r', letter * 0.34)
  g.append('text')
    .attr('class', alone ? 'said' : 'said beside')
    .attr('x', alone ? 0 : letter * 0.6)
    .attr('y', letter * (alone ? -0.62 : 0.34))
    .attr('font-size', letter * 0.94)
    .text(text)
}

const DOTS: ReadonlySet<Cargo> = new Set<Cargo>(['syn', 'accept', 'command', 'query', 'answer'])

export interface FlightFace {
  readonly text: string
  readonly initial: string
  readonly spam: boolean
}

export function drawFlight(
  g: Group,
  flight: Flight,
  face: FlightFace,
  sizes: { readonly unit: number; readonly letter: number },
): void {
  const { carries } = flight
  if (carries === 'content') drawEnvelope(g, sizes.unit * 0.66, face.initial, face.spam)
  else if (DOTS.has(carries)) drawDot(g, face.text, sizes.letter, flight.of === 1)
  else {
    // Its own group, so that it can lie beside the end of the road rather than over a host.
    const slip = g.append('g').attr('class', 'slide')
    const tag = { shape: flight.class ?? 'refusal', text: face.text } as const
    slip.attr('data-width', drawTag(slip, tag, sizes.letter, 'middle'))
  }
}

export function flightClass(flight: Flight): string {
  const kind = flight.class === null ? '' : CLASS_NAMES[flight.class]
  return `flight ${flight.carries} ${kind}${flight.lost ? ' lost' : ''}`
}

/** A flag on a pole; the origin is the pole's upper end. */
export function drawFlag(g: Group, text: string, pole: number, letter: number): void {
  const height = letter * 1.6
  const words = g.append('text').attr('font-size', letter).text(text)
  const width = widthOf(words, letter) + letter * 1.4
  const notch = letter * 0.5
  g.append('path').attr('class', 'pole').attr('d', `M0 0V${pole}`)
  g.insert('path', 'text')
    .attr('class', 'cloth')
    .attr('d', `M0 0H${width}l${-notch} ${height / 2}l${notch} ${height / 2}H0Z`)
  words.attr('x', letter * 0.45).attr('y', height * 0.68)
}

/** A ring that closes until the next try. */
export function ringPath(radius: number, f: number): string {
  if (f >= 0.9999) return `M0 ${-radius}A${radius} ${radius} 0 1 1 -0.01 ${-radius}`
  const a = f * 2 * Math.PI
  const [x, y] = [radius * Math.sin(a), -radius * Math.cos(a)]
  return `M0 ${-radius}A${radius} ${radius} 0 ${f > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}`
}

/** The upper half of a letter that sticks out of a slot. */
export function drawLetterInSlot(g: Group, width: number, initial: string): void {
  const [w, h] = [width / 2, width * 0.62]
  g.append('path').attr('class', 'face').attr('d', `M${-w} 0V${-h}H${w}V0Z`)
  g.append('path')
    .attr('class', 'flap')
    .attr('d', `M${-w} ${-h}L0 ${-h * 0.5}L${w} ${-h}`)
  g.append('text')
    .attr('class', 'initial')
    .attr('font-size', width * 0.4)
    .attr('y', -h * 0.04)
    .text(initial)
}

/** A letter that was put aside: askew in a tray, with a line through it. */
export function drawLetterAside(g: Group, width: number, initial: string): void {
  const [w, h] = [width / 2, width * 0.3]
  const letter = g.append('g').attr('transform', `translate(0 ${-h * 0.9}) rotate(-14)`)
  drawEnvelope(letter, width * 0.86, initial, false)
  letter
    .append('path')
    .attr('class', 'struck')
    .attr('d', `M${-w * 0.8} 0H${w * 0.8}`)
  g.append('path')
    .attr('class', 'tray')
    .attr('d', `M${-w * 1.15} ${-h * 0.4}V${h * 0.5}H${w * 1.15}V${-h * 0.4}`)
}
