/** Where each kind of host stands, in parts of the strip, in the three forms that a strip has. */

/** `tall`: for a phone held upright; `low`: long and low, as on a projector with a caption below. */
export type Form = 'low' | 'wide' | 'tall'

/** Below this width the strip is laid out for a phone held upright. */
const NARROW = 560
/** A strip that is longer than this for its height has the relay's label on one line. */
const FLAT = 5.4

export const formOf = (width: number, height: number): Form =>
  width < NARROW ? 'tall' : width > FLAT * height ? 'low' : 'wide'

export interface Spot {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly labelAt: 'below' | 'above' | 'right'
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

/**
 * The row at the foot of the strip, for bots and lists of bots: where there are several of them, they
 * share it. Of one bot alone the place is in the table above.
 */
export interface Row {
  /** Middle of the first drawing, and where the last label ends, in parts of the width. */
  readonly x: number
  readonly right: number
  /** In parts of the height. */
  readonly y: number
  readonly scale: number
}

export const ROWS: Readonly<Record<Form, Row>> = {
  low: { x: 0.215, right: 0.68, y: 0.87, scale: 0.6 },
  wide: { x: 0.23, right: 0.68, y: 0.885, scale: 0.6 },
  tall: { x: 0.3, right: 0.645, y: 0.9, scale: 0.56 },
}

/** Left and right edge of each domain's hull, by the kind that makes it. */
export const HULLS = {
  low: { mua: [0.012, 0.175], submission: [0.29, 0.68], mx: [0.69, 0.988] },
  wide: { mua: [0.012, 0.19], submission: [0.345, 0.625], mx: [0.69, 0.988] },
  tall: { mua: [0.012, 0.255], submission: [0.27, 0.64], mx: [0.655, 0.988] },
} as const

export const SPOTS: Readonly<Record<Form, Readonly<Record<string, Spot>>>> = {
  low: LOW,
  wide: WIDE,
  tall: TALL,
}

/**
 * The band above the recipient's server: a backup exchanger, and whoever is the second of a kind.
 * All parts are of the strip's height but `x`, `right` and `edges`, which are of its width.
 */
export interface Band {
  /** Middle of the first visitor. */
  readonly x: number
  readonly y: number
  readonly scale: number
  /** Where labels end. */
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Upper edge of the hull below it. */
  readonly below: number
  readonly edges: readonly [number, number]
}

export const BANDS: Readonly<Record<Form, Band>> = {
  low: {
    x: 0.732,
    y: 0.162,
    scale: 0.5,
    right: 0.984,
    top: 0.03,
    bottom: 0.28,
    below: 0.32,
    edges: [0.69, 0.988],
  },
  wide: {
    x: 0.737,
    y: 0.205,
    scale: 0.64,
    right: 0.984,
    top: 0.045,
    bottom: 0.335,
    below: 0.385,
    edges: [0.69, 0.988],
  },
  tall: {
    x: 0.715,
    y: 0.3,
    scale: 0.6,
    right: 0.985,
    top: 0.19,
    bottom: 0.4,
    below: 0.445,
    edges: [0.655, 0.988],
  },
}
