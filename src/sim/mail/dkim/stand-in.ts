/**
 * Stand-ins for bh= and b=. They have the length and the alphabet of the true values, so that sizes
 * and folds are the true ones, and they say what they are. The digits in the middle tell signatures
 * apart; they are a checksum and no hash: nothing is concluded from them but which data to compare.
 */
import { fiveDigits } from './octets.ts'

/** A running checksum of texts: two lanes of 32 bits. */
export interface Checksum {
  readonly a: number
  readonly b: number
}

export const EMPTY_CHECKSUM: Checksum = { a: 0x811c9dc5, b: 0x9747b28c }

/** Goes on with one more text. Where one text ends and the next begins makes a difference. */
export function checksum(before: Checksum, text: string): Checksum {
  let { a, b } = before
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x9e3779b1)
  }
  return { a: Math.imul(a ^ text.length, 0x85ebca6b), b: b ^ Math.imul(text.length, 0xc2b2ae35) }
}

/** For bh=: 43 digits and their padding. */
export function standInBodyHash(sum: Checksum): string {
  return `LaboratoryBodyHash/${digits(sum)}/${'A'.repeat(13)}=`
}

/** For b=: 86 digits and their padding. */
export function standInSignature(sum: Checksum): string {
  return `LaboratorySignature/${digits(sum)}/${'A'.repeat(55)}==`
}

function digits({ a, b }: Checksum): string {
  return fiveDigits(a ^ (a >>> 15)) + fiveDigits(b ^ (b >>> 13))
}
