/**
 * Where everything on the map stands: numbers from the kinds of hosts and the size, nothing else.
 * The same network always looks the same, and both worlds of a run look alike.
 *
 * A strip is a road from the sender's home on the left to the recipient's server on the right. The
 * relay stands above the middle of it, so the direct road runs straight below it and past its
 * domain, and the other one climbs to it and comes down again. Whoever comes besides, a backup
 * exchanger or the second of a kind, is a visitor in a band above the recipient's server.
 */
import type { Point } from './curve.ts'
import { BANDS, formOf, HULLS, SPOTS, type Form } from './spots.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What the layout has to know of a host. */
export interface HostShape {
  readonly kind: string
  readonly id: string
  /** Id of the host at whose place it stands. */
  readonly crowd?: string
}

export interface Place extends Point {
  /** The kind of the host, or `visitor`. */
  readonly role: string
  /** Side of the square in which the host is drawn. */
  readonly size: number
  /** The box of its label. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number }
  /** Whether the label stands below the drawing, above it or to its right. */
  readonly labelAt: 'below' | 'above' | 'right'
  /** Where messages that wait here are piled up, and the clock of their next try beside it. */
  readonly pile: Point
  readonly clock: Point
  /** Side of the square that marks around it are measured by. */
  readonly mark: number
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
  /** Where on its upper edge its name stands; null where there is no room for one. */
  readonly name: number | null
}

export interface StageLayout {
  readonly size: Size
  /** The measure of everything: side of an ordinary host. */
  readonly unit: number
  /** Size of letters in labels. */
  readonly letter: number
  /** By host; those of a crowd have the same. */
  readonly places: readonly Place[]
  /** By host: which host stands on the map for it, itself unless it is one of a crowd. */
  readonly stands: readonly number[]
  readonly hulls: readonly Hull[]
  /** Where the direct road's rule is written. */
  readonly inscription: Point & { readonly width: number }
}

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high)

export function stageLayout(hosts: readonly HostShape[], size: Size): StageLayout {
  const { width, height } = size
  const form = formOf(width, height)
  const narrow = form === 'tall'
  const unit = clamp(
    Math.min(width / (narrow ? 10 : 11.5), height / (form === 'low' ? 3.5 : 4)),
    30,
    130,
  )
  const lines = form === 'low' ? 11.2 : 14.5
  const letter = clamp(Math.min(unit * 0.34, width / 45, height / lines), narrow ? 11 : 11.5, 30)
  const measures = { size, unit, letter, form }
  const stands = standsOf(hosts)
  const places = placesOf(hosts, stands, measures)
  const road = places[hosts.findIndex(({ kind }) => kind === 'mua')]?.y ?? height / 2
  return {
    size,
    unit,
    letter,
    places,
    stands,
    hulls: hullsOf(stands, places, measures),
    inscription: {
      x: width * (narrow ? 0.455 : 0.39),
      y: road + unit * 0.18 + letter * 1.25,
      width: width * (narrow ? 0.4 : 0.38),
    },
  }
}

/** Whether anybody stands in the band above the recipient's server. */
export const hasVisitors = (hosts: readonly HostShape[]): boolean =>
  stageLayout(hosts, { width: 1000, height: 250 }).places.some(({ role }) => role === 'visitor')

/** Which host stands for each; a crowd without the one it names stands for itself. */
function standsOf(hosts: readonly HostShape[]): number[] {
  return hosts.map(({ crowd }, i) => {
    const one = crowd === undefined ? -1 : hosts.findIndex(({ id }) => id === crowd)
    return one < 0 ? i : one
  })
}

interface Measures {
  readonly size: Size
  readonly unit: number
  readonly letter: number
  readonly form: Form
}

/** Kinds of server, of which the second is a visitor. */
const SERVERS = ['submission', 'mx']

function placesOf(
  hosts: readonly HostShape[],
  stands: readonly number[],
  measures: Measures,
): Place[] {
  const seen = new Map<string, number>()
  const seats = hosts.map(({ kind }, i) => {
    if (stands[i] !== i) return null
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    const visits = kind === 'backup' || (SERVERS.includes(kind) && before > 0)
    if (!visits) return { role: kind, nth: before }
    const nth = seen.get('visitor') ?? 0
    seen.set('visitor', nth + 1)
    return { role: 'visitor', nth }
  })
  const visitors = seen.get('visitor') ?? 0
  return stands.map((i) => {
    const { role, nth } = seats[i] ?? { role: 'device', nth: 0 }
    if (role === 'visitor') return placeOfVisitor(nth, visitors, measures)
    return placeOf(role, nth, {
      ...measures,
      isShared: role === 'mua' && (seen.get('mua') ?? 0) > 1,
    })
  })
}

/**
 * A second one of a kind stands below the first. Where several send from their homes, the first stays
 * at the beginning of the road, and another stands above it: both are smaller, to leave room for flags.
 */
function placeOf(kind: string, nth: number, m: Measures & { readonly isShared: boolean }): Place {
  const { size, unit, letter, form, isShared } = m
  const spots = SPOTS[form]
  const spot = spots[kind] ?? spots['device']!
  const side = unit * spot.scale * (isShared ? (nth === 0 ? 0.72 : 0.5) : 1)
  const x = spot.x * size.width
  const y = isShared && nth > 0 ? size.height * 0.22 * nth : spot.y * size.height + nth * unit * 1.1
  const width = spot.labelWidth * size.width
  const gap = letter * 0.3
  const label =
    spot.labelAt === 'below'
      ? { x: x - width / 2, y: y + side / 2 + gap, width }
      : spot.labelAt === 'above'
        ? { x: x - width / 2, y: y - side / 2 - gap, width }
        : { x: x + side / 2 + gap, y, width }
  const place = { role: kind, x, y, size: side, mark: unit, label, labelAt: spot.labelAt }
  return { ...place, ...company(kind, { x, y }, side) }
}

/** Visitors share the band: the house with its flag, its label to the right, its pile to the left. */
function placeOfVisitor(nth: number, of: number, { size, unit, letter, form }: Measures): Place {
  const band = BANDS[form]
  const side = unit * band.scale
  const room = ((band.right - band.x) * size.width + side / 2) / of
  const x = band.x * size.width + nth * room
  const y = band.y * size.height
  const start = x + side / 2 + letter * VISITOR_LABEL
  const width = x - side / 2 + room - letter * 0.5 - start
  const mark = unit * 0.7
  const pile = { x: x - side / 2 - mark * 0.42, y: y + side * 0.1 }
  return {
    role: 'visitor',
    x,
    y,
    size: side,
    mark,
    label: { x: start, y, width },
    labelAt: 'right',
    pile,
    // A phone has no room beside it.
    clock: form === 'tall' ? { x: pile.x, y: y - side } : { x: pile.x - mark * 0.6, y: pile.y },
    flag: { x: x + side * 0.56, y: y - side * 0.46 },
    pole: side,
  }
}

/** From a visitor to its label, in letters: the flag stands between them. */
const VISITOR_LABEL = 1.9

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

function hullsOf(stands: readonly number[], places: readonly Place[], m: Measures): Hull[] {
  const edges = HULLS[m.form]
  const hulls: Hull[] = []
  const guests = guestsOf(stands, places, m)
  for (const kind of ['mua', 'submission', 'mx'] as const) {
    const inside = places.flatMap(({ role }, i) =>
      role === kind || (kind === 'mx' && role === 'device') ? [i] : [],
    )
    const place = places[inside[0] ?? -1]
    if (place === undefined) continue
    const [left, right] = edges[kind]
    const x = left * m.size.width
    const isEnd = kind === 'mx'
    const crowded = isEnd && guests.length > 0
    const top = crowded
      ? m.size.height * BANDS[m.form].below
      : m.form === 'tall' && isEnd
        ? m.size.height * 0.27
        : m.letter * 0.7
    const bottom = kind === 'submission' ? place.y + place.size * 0.66 : m.size.height - 2
    const width = right * m.size.width - x
    // On a phone, and below visitors, the flag of Bob's server stands where the middle is; where
    // both are so, it needs all of the edge.
    const tall = m.form === 'tall'
    const name = x + width * (crowded ? 0.82 : isEnd && tall ? 0.72 : 0.5)
    const height = bottom - top
    hulls.push({ hosts: inside, x, y: top, width, height, name: crowded && tall ? null : name })
  }
  return [...hulls, ...guests]
}

/** A hull each for those who visit. */
function guestsOf(stands: readonly number[], places: readonly Place[], m: Measures): Hull[] {
  const band = BANDS[m.form]
  const all = places.flatMap(({ role }, i) => (role === 'visitor' && stands[i] === i ? [i] : []))
  const left = band.edges[0] * m.size.width
  const width = (band.edges[1] * m.size.width - left) / Math.max(1, all.length)
  const [top, bottom] = [band.top * m.size.height, band.bottom * m.size.height]
  return all.map((host, nth) => {
    const hosts = stands.flatMap((one, i) => (one === host ? [i] : []))
    const x = left + nth * width
    // On a phone the label needs all of it.
    const name = m.form === 'tall' ? null : x + width / 2
    return { hosts, x, y: top, width, height: bottom - top, name }
  })
}
