/** A signature as data: what a signer is told, what its field says, and what a simulation keeps. */
import type { DnsAnswer } from '../dns/answer.ts'
import type { HeaderField } from './content.ts'
import type { DkimReason } from './verdict.ts'

/** How much is forgiven on the way (RFC 6376 §3.4): nothing, or changes of white space. */
export type Canon = 'simple' | 'relaxed'

/** What to sign, and as whom. Times in milliseconds since 1970; the field has whole seconds. */
export interface SignSpec {
  /** d= */
  readonly domain: string
  /** s= */
  readonly selector: string
  readonly headerCanon: Canon
  readonly bodyCanon: Canon
  /**
   * h=, in the order of signing. A name listed n times takes the n-th field of that name from the
   * bottom; where there is none, it stands for nothing, and a field added later breaks the
   * signature (RFC 6376 §5.4.2). Without From no verifier accepts the signature.
   */
  readonly headers: readonly string[]
  /** l=: so many octets of the canonical body, or as many as there are now. Absent: no l=. */
  readonly bodyLength?: number | 'whole'
  readonly signedAt: number
  readonly expiresAt?: number
  /** i= */
  readonly identity?: string
}

/** A DKIM-Signature field that could be read (RFC 6376 §3.5). Without q=, which says nothing new. */
export interface SignatureTags {
  /** In lower case. */
  readonly algorithm: string
  readonly headerCanon: Canon
  readonly bodyCanon: Canon
  /** In lower case. */
  readonly domain: string
  readonly selector: string
  /** As written; where it is absent, `@` and the domain. */
  readonly identity: string
  /** In lower case, in the order of h=. */
  readonly headers: readonly string[]
  /** Octets; null: the whole body. */
  readonly bodyLength: number | null
  /** Seconds since 1970, as written. */
  readonly signedAtSeconds: number | null
  readonly expiresAtSeconds: number | null
  /** bh=, base64 without white space and padding. */
  readonly bodyHash: string
  /** b=, likewise. */
  readonly signature: string
}

/** A field that was read: its tags, or why nothing can come of it, with what is known of it. */
export type ReadSignature =
  | { readonly reason: null; readonly tags: SignatureTags }
  | {
      readonly reason: DkimReason
      readonly domain: string
      readonly selector: string
      readonly identity: string
    }

/**
 * A signature of the simulation: plain data that travels with the message. It keeps what was signed
 * instead of a number made from it. Its field carries stand-ins of the true length for bh= and b=.
 */
export interface SymbolicSignature {
  /** What goes on top of the message. */
  readonly field: HeaderField
  /** The field, read. */
  readonly read: ReadSignature
  /** The key it was made with, by the p= of its record. */
  readonly key: string
  readonly headerCanon: Canon
  readonly bodyCanon: Canon
  /** Octets; null: the whole body. */
  readonly bodyLength: number | null
  /** The stand-ins for bh= and b=, without padding: by these a field finds its signature. */
  readonly bodyHash: string
  readonly signature: string
  /** The fields that h= found when signing, in that order. */
  readonly signedFields: readonly HeaderField[]
  /** The body when signing. */
  readonly signedBody: string
}

/** Asks for the TXT records of a name, usually a cache. */
export type KeyLookup = (name: string) => DnsAnswer
