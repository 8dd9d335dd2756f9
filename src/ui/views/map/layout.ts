/**
 * Where everything on the map stands: numbers from the kinds of hosts and the size, nothing else.
 * The same network always looks the same, and both worlds of a run look alike.
 *
 * A strip is a road from the sender's home on the left to the recipient's server on the right. The
 * relay stands above the middle of it, so the direct road runs straight below it and past its
 * domain, and the other one climbs to it and comes down again. Whoever comes besides, a backup
 * exchanger, a forwarder, a mailing list or the second server of a kind, is a visitor in a band above
 * the recipient's server; bots and lists of bots share a row at the foot.
 */
import type { Point } from './curve.ts'
import { placesOf, type HostShape, type Measures, type Place, type Size } from './places.ts'
import { BANDS, formOf, HULLS } from './spots.ts'

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
    // On a phone the label needs all of it, and so does one that stands below its drawing.
    const isFull = m.form === 'tall' || places[host]?.labelAt === 'below'
    const name = isFull ? null : x + width / 2
    return { hosts, x, y: top, width, height: bottom - top, name }
  })
}
