/** Where each host stands, by its kind, and what stands around it. */
import type { Point } from './curve.ts'
import { BANDS, ROWS, SPOTS, type Form } from './spots.ts'

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
  /** Among several in a band or a row: its label is in smaller letters. */
  readonly small?: boolean
  /** There is no room at its side, as on a phone. */
  readonly tight?: boolean
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

/** What places are measured by. */
export interface Measures {
  readonly size: Size
  readonly unit: number
  readonly letter: number
  readonly form: Form
}

/** Kinds of server, of which the second is a visitor, and kinds that always are. */
const SERVERS = ['submission', 'mx']
const VISITORS = ['backup', 'forwarder', 'list']
/** Kinds that share the row at the foot. */
const AT_THE_FOOT = ['bot', 'blocklist']

/** By host; one of a crowd has the place of the one that stands for it. */
export function placesOf(
  hosts: readonly HostShape[],
  stands: readonly number[],
  measures: Measures,
): Place[] {
  const seen = new Map<string, number>()
  /** How many have been there before, this one not counted. */
  const count = (what: string): number => {
    const before = seen.get(what) ?? 0
    seen.set(what, before + 1)
    return before
  }
  const seats = hosts.map(({ kind }, i) => {
    if (stands[i] !== i) return null
    const before = count(kind)
    const foot = AT_THE_FOOT.includes(kind) ? count('foot') : 0
    const visits = VISITORS.includes(kind) || (SERVERS.includes(kind) && before > 0)
    return visits
      ? { role: 'visitor', nth: count('visitor'), foot }
      : { role: kind, nth: before, foot }
  })
  const visitors = seen.get('visitor') ?? 0
  const feet = seen.get('foot') ?? 0
  return stands.map((i) => {
    const { role, nth, foot } = seats[i] ?? { role: 'device', nth: 0, foot: 0 }
    if (role === 'visitor') return placeOfVisitor(nth, visitors, measures)
    if (AT_THE_FOOT.includes(role) && (feet > 1 || role !== 'bot'))
      return placeAtFoot(role, foot, Math.max(2, feet), measures)
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
  const tight = form === 'tall'
  return { ...place, tight, ...company(kind, { x, y }, side) }
}

/**
 * Visitors share the band: the house with its flag, its label to the right, its pile to the left. Where
 * that leaves no room for a word, the label stands below.
 */
function placeOfVisitor(nth: number, of: number, { size, unit, letter, form }: Measures): Place {
  const band = BANDS[form]
  const side = unit * band.scale
  const room = ((band.right - band.x) * size.width + side / 2) / of
  const beside = room - side - letter * (VISITOR_LABEL + 0.5)
  const isBelow = of > 1 && beside < letter * WORD
  const x = (band.x + (isBelow ? 0.01 : 0)) * size.width + nth * room
  const middle = band.y * size.height
  const y = isBelow ? Math.max(band.top * size.height + side * 0.6, middle - side * 0.42) : middle
  const start = x + side / 2 + letter * VISITOR_LABEL
  const label = isBelow
    ? { x: x - side * 0.7, y: y + side / 2, width: room - letter * 0.2 }
    : { x: start, y, width: beside }
  const mark = unit * 0.7
  const pile = { x: x - side / 2 - mark * 0.42, y: y + side * 0.1 }
  return {
    role: 'visitor',
    x,
    y,
    size: side,
    mark,
    label,
    small: true,
    labelAt: isBelow ? 'below' : 'right',
    pile,
    // A phone has no room beside it.
    clock: form === 'tall' ? { x: pile.x, y: y - side } : { x: pile.x - mark * 0.6, y: pile.y },
    flag: { x: x + side * 0.56, y: y - side * 0.46 },
    pole: side,
  }
}

/** Letters of a short word. */
const WORD = 5

/** One of the row at the foot: its label is to its right, as that of a bot alone. */
function placeAtFoot(
  kind: string,
  nth: number,
  of: number,
  { size, unit, letter, form }: Measures,
): Place {
  const row = ROWS[form]
  const room = ((row.right - row.x) * size.width) / of
  const x = row.x * size.width + nth * room
  const side = Math.min(unit * row.scale, room * 0.4)
  const y = Math.min(row.y * size.height, size.height - side / 2 - 1)
  const start = x + side / 2 + letter * 0.3
  const label = { x: start, y, width: x + room - side / 2 - letter * 0.5 - start }
  const at = { x, y, size: side, mark: unit, small: true }
  const tight = form === 'tall'
  const place = { role: kind, ...at, tight, label, labelAt: 'right' as const }
  const around = company(kind, { x, y }, side)
  // Above the label's first line.
  const above = (point: Point): Point => ({ x: point.x, y: y - side * 1.15 })
  return { ...place, ...around, pile: above(around.pile), clock: above(around.clock) }
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
