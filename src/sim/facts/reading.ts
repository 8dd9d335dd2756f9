/** What a reading is. */
import type { Instant } from '../units.ts'

/** A count, an instant or duration in milliseconds, octets, cents, or a word. */
export type Reading =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'time'; readonly value: Instant }
  | { readonly kind: 'clock'; readonly value: Instant }
  | { readonly kind: 'size'; readonly value: number }
  | { readonly kind: 'money'; readonly value: number }
  | { readonly kind: 'word'; readonly value: string }

export const time = (value: Instant | null | undefined): Reading | null =>
  value === null || value === undefined ? null : { kind: 'time', value }
export const word = (value: string | undefined): Reading | null =>
  value === undefined || value === '' ? null : { kind: 'word', value }
export const count = (value: number): Reading => ({ kind: 'count', value })

/** `640 B`, `4.1 kB`, `9.0 MB`: decimal, as mail programs show sizes. */
export function sizeText(octets: number): string {
  if (octets < 1000) return `${octets} B`
  const [unit, size] = octets < 1_000_000 ? (['kB', 1000] as const) : (['MB', 1_000_000] as const)
  const tenths = Math.round((octets * 10) / size)
  return `${Math.floor(tenths / 10)}.${tenths % 10} ${unit}`
}
