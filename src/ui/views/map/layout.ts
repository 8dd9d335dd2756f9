/**
 * Where everything on the map stands: numbers from the kinds of hosts and the size, nothing else.
 * The same network always looks the same, and both worlds of a run look alike.
 *
 * A strip is a road from the sender's home on the left to the recipient's server on the right. The
 * relay stands above the middle of it, so the direct road runs straight below it and past its
 * domain, and the other one climbs to it and comes down again.
 */
import { hill, reversed, straight, type Curve, type Point } from './curve.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the layout has to know of a host. */
export interface HostShape {
  readonly kind: string
  readonly id: string
}

export interface Place extends Point {
  /** Side of the square in which the host is drawn. */
  readonly size: number
  /** The box of its label. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number }
  /** Whether the label stands below the drawing, above it or to its right. */
  readonly labelAt: 'below' | 'above' | 'right'
  /** Where messages that wait here are piled up, and the clock of their next try beside it. */
  readonly pile: Point
  readonly clock: Point
  /** Upper end of the pole of the flag that says whose job a message is, and the pole's length. */
  readonly flag: Point
  readonly pole: number
}

export interface Hull {
  readonly hosts: readonly number[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where on its upper edge its name stands. */
  readonly name: number
}

export interface StageLayout {
  readonly size: Size
  /** The measure of everything: side of an ordinary host. */
  readonly unit: number
  /** Size of letters in labels. */
  readonly letter: number
  readonly places: readonly Place[]
  readonly hulls: readonly Hull[]
  /** Where the direct road's rule is written. */
  readonly inscription: Point & { readonly width: number }
}

/** Below this width the strip is laid out for a phone held upright. */
const NARROW = 560
/** A strip that is longer than this for its height has the relay's label on one line. */
const FLAT = 5.4

interface Spot {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly labelAt: Place['labelAt']
  readonly labelWidth: number
}

const WIDE: Readonly<Record<string, Spot>> = {
  mua: { x: 0.1, y: 0.63, scale: 1, labelAt: 'below', labelWidth: 0.17 },
  submission: { x: 0.485, y: 0.435, scale: 1, labelAt: 'above', labelWidth: 0.268 },
  mx: { x: 0.78, y: 0.63, scale: 1, labelAt: 'below', labelWidth: 0.18 },
  device: { x: 0.93, y: 0.63, scale: 0.8, labelAt: 'below', labelWidth: 0.13 },
  'name-server': { x: 0.27, y: 0.17, scale: 0.66, labelAt: 'below', labelWidth: 0.14 },
  bot: { x: 0.385, y: 0.88, scale: 0.72, labelAt: 'right', labelWidth: 0.2 },
}

/** Long and low, as on a projector with a caption below. */
const LOW: Readonly<Record<string, Spot>> = {
  mua: { x: 0.095, y: 0.6, scale: 1, labelAt: 'below', labelWidth: 0.16 },
  submission: { x: 0.485, y: 0.4, scale: 1, labelAt: 'above', labelWidth: 0.385 },
  mx: { x: 0.78, y: 0.6, scale: 1, labelAt: 'below', labelWidth: 0.18 },
  device: { x: 0.93, y: 0.6, scale: 0.8, labelAt: 'below', labelWidth: 0.12 },
  'name-server': { x: 0.2325, y: 0.14, scale: 0.48, labelAt: 'below', labelWidth: 0.112 },
  bot: { x: 0.385, y: 0.87, scale: 0.66, labelAt: 'right', labelWidth: 0.3 },
}

const TALL: Readonly<Record<string, Spot>> = {
  mua: { x: 0.13, y: 0.58, scale: 1, labelAt: 'below', labelWidth: 0.23 },
  submission: { x: 0.455, y: 0.44, scale: 1, labelAt: 'above', labelWidth: 0.36 },
  mx: { x: 0.755, y: 0.58, scale: 1, labelAt: 'below', labelWidth: 0.21 },
  device: { x: 0.912, y: 0.58, scale: 0.8, labelAt: 'below', labelWidth: 0.175 },
  'name-server': { x: 0.695, y: 0.1, scale: 0.55, labelAt: 'right', labelWidth: 0.265 },
  bot: { x: 0.33, y: 0.9, scale: 0.62, labelAt: 'right', labelWidth: 0.26 },
}

/** Left and right edge of each domain's hull, by the kind that makes it. */
const HULLS = {
  low: { mua: [0.012, 0.175], submission: [0.29, 0.68], mx: [0.69, 0.988] },
  wide: { mua: [0.012, 0.19], submission: [0.345, 0.625], mx: [0.69, 0.988] },
  tall: { mua: [0.012, 0.255], submission: [0.27, 0.64], mx: [0.655, 0.988] },
} as const

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high)

export function stageLayout(hosts: readonly HostShape[], size: Size): StageLayout {
  const { width, height } = size
  const form = width < NARROW ? 'tall' : width > FLAT * height ? 'low' : 'wide'
  const narrow = form === 'tall'
  const unit = clamp(
    Math.min(width / (narrow ? 10 : 11.5), height / (form === 'low' ? 3.5 : 4)),
    30,
    130,
  )
  const lines = form === 'low' ? 11.2 : 14.5
  const letter = clamp(Math.min(unit * 0.34, width / 45, height / lines), narrow ? 11 : 11.5, 30)
  const seen = new Map<string, number>()
  const places = hosts.map(({ kind }) => {
    const nth = seen.get(kind) ?? 0
    seen.set(kind, nth + 1)
    return placeOf(kind, nth, { size, unit, letter, form })
  })
  const road = places[hosts.findIndex(({ kind }) => kind === 'mua')]?.y ?? height / 2
  return {
    size,
    unit,
    letter,
    places,
    hulls: hullsOf(hosts, places, { size, unit, letter, form }),
    inscription: {
      x: width * (narrow ? 0.455 : 0.39),
      y: road + unit * 0.18 + letter * 1.25,
      width: width * (narrow ? 0.4 : 0.38),
    },
  }
}

interface Measures {
  readonly size: Size
  readonly unit: number
  readonly letter: number
  readonly form: 'low' | 'wide' | 'tall'
}

/** A second host of a kind stands below the first. */
function placeOf(kind: string, nth: number, measures: Measures): Place {
  const { size, unit, letter, form } = measures
  const spots = { low: LOW, wide: WIDE, tall: TALL }[form]
  const spot = spots[kind] ?? spots['device']!
  const side = unit * spot.scale
  const x = spot.x * size.width
  const y = spot.y * size.height + nth * unit * 1.1
  const width = spot.labelWidth * size.width
  const gap = letter * 0.3
  const label =
    spot.labelAt === 'below'
      ? { x: x - width / 2, y: y + side / 2 + gap, width }
      : spot.labelAt === 'above'
        ? { x: x - width / 2, y: y - side / 2 - gap, width }
        : { x: x + side / 2 + gap, y, width }
  return { x, y, size: side, label, labelAt: spot.labelAt, ...company(kind, { x, y }, side) }
}

/**
 * What stands around a host. The relay's label is above it, so its pile is at its left side and its
 * flag at its right; elsewhere the pile stands on the host, and the flag above the pile.
 */
function company(
  kind: string,
  { x, y }: Point,
  side: number,
): Pick<Place, 'pile' | 'clock' | 'flag' | 'pole'> {
  if (kind === 'submission')
    return {
      pile: { x: x - side * 0.94, y: y - side * 0.12 },
      clock: { x: x - side * 1.54, y: y - side * 0.12 },
      flag: { x: x + side * 0.56, y: y - side * 0.36 },
      pole: side * 0.6,
    }
  // Nothing is piled up on the server at the end: what has come lies in its box.
  const height = kind === 'mx' ? 1.16 : 1.52
  return {
    pile: { x: x - side * 0.08, y: y - side * 0.74 },
    clock: { x: x + side * 0.5, y: y - side * 0.74 },
    flag: { x: x - side * 0.54, y: y - side * height },
    pole: side * (height + 0.08),
  }
}

function hullsOf(hosts: readonly HostShape[], places: readonly Place[], m: Measures): Hull[] {
  const edges = HULLS[m.form]
  const hulls: Hull[] = []
  for (const kind of ['mua', 'submission', 'mx'] as const) {
    const inside = hosts.flatMap((host, i) =>
      host.kind === kind || (kind === 'mx' && host.kind === 'device') ? [i] : [],
    )
    const place = places[inside[0] ?? -1]
    if (place === undefined) continue
    const [left, right] = edges[kind]
    const x = left * m.size.width
    const top = m.form === 'tall' && kind === 'mx' ? m.size.height * 0.27 : m.letter * 0.7
    const bottom = kind === 'submission' ? place.y + place.size * 0.66 : m.size.height - 2
    const width = right * m.size.width - x
    // On a phone the flag of Bob's server stands where the middle of the edge is.
    const name = x + width * (m.form === 'tall' && kind === 'mx' ? 0.72 : 0.5)
    hulls.push({ hosts: inside, x, y: top, width, height: bottom - top, name })
  }
  return hulls
}

/** The way between two hosts, from the first to the second. */
export function linkBetween(
  { places, unit }: StageLayout,
  hosts: readonly HostShape[],
  from: number,
  to: number,
): Curve | null {
  const a = places[from]
  const b = places[to]
  if (a === undefined || b === undefined) return null
  if (a.x > b.x) return reversedLink(places, hosts, unit, [to, from])
  return link([a, hosts[from]?.kind ?? ''], [b, hosts[to]?.kind ?? ''], unit)
}

function reversedLink(
  places: readonly Place[],
  hosts: readonly HostShape[],
  unit: number,
  [left, right]: readonly [number, number],
): Curve {
  const a: End = [places[left]!, hosts[left]?.kind ?? '']
  const b: End = [places[right]!, hosts[right]?.kind ?? '']
  return reversed(link(a, b, unit))
}

type End = readonly [Place, string]

/** From left to right. */
function link([a, kindA]: End, [b, kindB]: End, unit: number): Curve {
  if (kindA === 'name-server' || kindB === 'name-server') return straight(edge(a, b), edge(b, a))
  if (kindA === 'submission' || kindB === 'submission') {
    const lift = (kind: string): number => (kind === 'submission' ? 0.26 : -0.16) * unit
    return hill(
      { x: a.x + a.size * 0.54, y: a.y + lift(kindA) },
      { x: b.x - b.size * 0.54, y: b.y + lift(kindB) },
    )
  }
  const start = { x: a.x + a.size * 0.54, y: a.y + unit * 0.18 }
  const end = { x: b.x - b.size * 0.54, y: b.y + unit * 0.18 }
  if (kindA !== 'bot') return straight(start, end)
  return hill({ x: a.x + a.size * 0.1, y: a.y - a.size * 0.45 }, end)
}

/** Where the line towards another host leaves this one. */
function edge(place: Place, towards: Place): Point {
  const [dx, dy] = [towards.x - place.x, towards.y - place.y]
  const far = Math.hypot(dx, dy)
  const f = far === 0 ? 0 : (place.size * 0.6) / far
  return { x: place.x + dx * f, y: place.y + dy * f }
}
