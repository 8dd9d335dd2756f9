/** Cubic Bézier curves: roads are drawn along them and marks travel on them. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** Start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point]

/** The point at `f` of the way, 0 to 1. */
export function pointOn([a, b, c, d]: Curve, f: number): Point {
  const g = 1 - f
  const [wa, wb, wc, wd] = [g * g * g, 3 * g * g * f, 3 * g * f * f, f * f * f]
  return {
    x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
    y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
  }
}

export const reversed = ([a, b, c, d]: Curve): Curve => [d, c, b, a]

/** A straight line as a curve, so that equal steps are equal distances. */
export function straight(a: Point, b: Point): Curve {
  const at = (f: number): Point => ({ x: a.x + (b.x - a.x) * f, y: a.y + (b.y - a.y) * f })
  return [a, at(1 / 3), at(2 / 3), b]
}

/** A gentle S that leaves and arrives level, like a road over a hill. */
export function hill(a: Point, b: Point): Curve {
  const reach = (b.x - a.x) * 0.45
  return [a, { x: a.x + reach, y: a.y }, { x: b.x - reach, y: b.y }, b]
}

/** The curve as path data. */
export function pathOf([a, b, c, d]: Curve): string {
  const n = (x: number): string => x.toFixed(1)
  return `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ` + `${n(d.x)} ${n(d.y)}`
}
