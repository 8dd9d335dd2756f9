/** The ways between hosts, on which roads are drawn and marks travel. */
import { hill, reversed, straight, type Curve, type Point } from './curve.ts'
import type { StageLayout } from './layout.ts'
import type { Place } from './places.ts'

/** The way between two hosts, from the first to the second. */
export function linkBetween({ places, unit }: StageLayout, from: number, to: number): Curve | null {
  const [a, b] = [places[from], places[to]]
  if (a === undefined || b === undefined) return null
  return a.x > b.x ? reversed(link(b, a, unit)) : link(a, b, unit)
}

/** From left to right. */
function link(a: Place, b: Place, unit: number): Curve {
  const roles = [a.role, b.role]
  if (a.role === 'name-server' && b.role === 'mx' && b.x - a.x > unit * FAR)
    return underneath(a, b, unit)
  if (roles.includes('name-server')) return straight(edge(a, b), edge(b, a))
  if (roles.includes('visitor')) return linkOfVisitor(a, b, unit)
  if (roles.includes('submission')) {
    const lift = (role: string): number => (role === 'submission' ? 0.26 : -0.16) * unit
    return hill(
      { x: a.x + a.size * 0.54, y: a.y + lift(a.role) },
      { x: b.x - b.size * 0.54, y: b.y + lift(b.role) },
    )
  }
  const start = { x: a.x + a.size * 0.54, y: a.y + unit * 0.18 }
  const end = { x: b.x - b.size * 0.54, y: b.y + unit * 0.18 }
  if (a.role !== 'bot') return straight(start, end)
  return hill({ x: a.x + a.size * 0.1, y: a.y - a.size * 0.45 }, end)
}

/** From so many units on, somebody stands between a name server and the recipient's server. */
const FAR = 4

/** Down from the name server, and then between the relay and the direct road to the server. */
function underneath(a: Place, b: Place, unit: number): Curve {
  const start = { x: a.x + a.size * 0.6, y: a.y + a.size * 0.2 }
  const end = { x: b.x - b.size * 0.54, y: b.y }
  const along = (f: number, drop: number): Point => ({
    x: start.x + (end.x - start.x) * f,
    y: end.y + unit * drop,
  })
  return [start, along(0.16, 0.26), along(0.2, 0.14), end]
}

/** A visitor stands above the recipient's server: down to it, or up to it at the end of the road. */
function linkOfVisitor(a: Place, b: Place, unit: number): Curve {
  if (a.role === b.role) return straight(edge(a, b), edge(b, a))
  const [visitor, other] = a.role === 'visitor' ? [a, b] : [b, a]
  if (a === visitor || other.role === 'mx') {
    const [top, foot] = [
      { x: visitor.x, y: visitor.y + visitor.size * 0.56 },
      { x: other.x, y: other.y - other.size * 0.5 },
    ]
    return a === visitor ? straight(top, foot) : straight(foot, top)
  }
  const end = { x: b.x - b.size * 0.54, y: b.y + b.size * 0.4 }
  if (a.role === 'submission') return hill({ x: a.x + a.size * 0.54, y: a.y + unit * 0.26 }, end)
  const start = { x: a.x + a.size * 0.54, y: a.y + unit * 0.18 }
  return climb(start, end)
}

/** Level along the direct road, and up at its end. */
function climb(a: Point, b: Point): Curve {
  const along = (f: number): Point => ({ x: a.x + (b.x - a.x) * f, y: a.y })
  return [a, along(0.85), along(0.95), b]
}

/** Where the line towards another host leaves this one. */
function edge(place: Place, towards: Place): Point {
  const [dx, dy] = [towards.x - place.x, towards.y - place.y]
  const far = Math.hypot(dx, dy)
  const f = far === 0 ? 0 : (place.size * 0.6) / far
  return { x: place.x + dx * f, y: place.y + dy * f }
}
