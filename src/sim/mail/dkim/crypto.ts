/**
 * The arithmetic that real signatures need. It is handed in: the simulation imports no package, and
 * while it computes it needs none of this.
 */

/** Pure functions; the same input has the same answer everywhere. Keys as in RFC 8032 §5.1. */
export interface DkimCrypto {
  /** 32 octets. */
  readonly sha256: (octets: Uint8Array) => Uint8Array
  /** Pure Ed25519: 64 octets, made with a secret key of 32. */
  readonly sign: (secretKey: Uint8Array, octets: Uint8Array) => Uint8Array
  /** False for whatever is no key or no signature; never throws. */
  readonly verify: (publicKey: Uint8Array, signature: Uint8Array, octets: Uint8Array) => boolean
  /** 32 octets, of a secret key of 32. */
  readonly publicKey: (secretKey: Uint8Array) => Uint8Array
}
