/** The three sums behind a real signature: of the body, of the header, and the signature itself. */
import { canonicalBody, canonicalHeader } from './canon.ts'
import type { DkimCrypto } from './crypto.ts'
import { octetsOf, toBase64 } from './octets.ts'
import { foldedSignature, SIGNATURE_FIELD } from './signature-field.ts'
import type { Canon } from './signature.ts'

/** bh= of a body, in base64 (RFC 6376 §3.7). `bodyLength` in octets, null for all of it. */
export function bodyHashOf(
  body: string,
  canon: Canon,
  bodyLength: number | null,
  crypto: DkimCrypto,
): string {
  const text = canonicalBody(body, canon)
  const counted = bodyLength === null ? text : text.slice(0, bodyLength)
  return toBase64(crypto.sha256(octetsOf(counted)))
}

/** The octets that the key signs: RFC 8463 §3 signs the hash, not the text. */
export function headerHashOf(
  signed: readonly string[],
  own: string,
  canon: Canon,
  crypto: DkimCrypto,
): Uint8Array {
  return crypto.sha256(octetsOf(canonicalHeader(signed, own, canon)))
}

/** What is signed: the texts of the fields, and the value of the signature's own up to `b=`. */
export interface Unsealed {
  readonly signed: readonly string[]
  readonly value: string
  readonly headerCanon: Canon
}

/** The value of the field with its signature, b= in base64. */
export function sealed(unsealed: Unsealed, secretKey: Uint8Array, crypto: DkimCrypto): string {
  const { signed, value, headerCanon } = unsealed
  const hash = headerHashOf(signed, `${SIGNATURE_FIELD}: ${value}`, headerCanon, crypto)
  return value + foldedSignature(toBase64(crypto.sign(secretKey, hash)))
}
