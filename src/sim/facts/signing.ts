/**
 * Signatures (RFC 6376) as the facts tell of them: who signed what, when, for which domain. From
 * this a signature is the same whenever it is made, so none has to be kept to be shown.
 */
import type { SymbolicSignature } from '../mail/dkim/signature.ts'
import { signSymbolically } from '../mail/dkim/sign-symbolically.ts'
import type { Instant } from '../units.ts'
import { readAs } from './codec.ts'
import { contentOf, type Written } from './content.ts'
import type { FactIndex } from './fact-index.ts'

/**
 * The fields that are signed: what the writer has written and a reader sees (RFC 6376 §5.4.1), each
 * of them once. Trace fields change on the way and are left out.
 */
const SIGNED_FIELDS = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
] as const

/** In whose name a message is signed, and when. */
export interface Signer {
  readonly domain: string
  readonly selector: string
  readonly at: Instant
}

/** Signs a message as its holder has it. White space may change on the way: `relaxed/relaxed`. */
export function signatureBy(world: Written, message: number, by: Signer): SymbolicSignature {
  return signSymbolically(contentOf(world, message), {
    domain: by.domain,
    selector: by.selector,
    headerCanon: 'relaxed',
    bodyCanon: 'relaxed',
    headers: SIGNED_FIELDS,
    signedAt: world.startsAtEpochMs + by.at,
  })
}

/** A signature on a message. */
export interface SignatureReading {
  /** Message that was signed: this one, or an earlier one that was passed on as it. */
  readonly message: number
  readonly host: number
  readonly signature: SymbolicSignature
}

/** The signatures that a message carries at an instant, the latest first. */
export function signaturesOf(
  index: FactIndex,
  message: number,
  until: Instant,
): readonly SignatureReading[] {
  const { record, messages } = index
  const one = record.messages[message]
  const found: SignatureReading[] = []
  for (const i of messages[message]?.facts ?? []) {
    const fact = readAs(record.facts, i, 'signed')
    if (fact === null || fact.at > until) continue
    const { at, host } = fact
    const domain = record.names[fact.domain] ?? ''
    const selector = record.names[fact.selector] ?? ''
    const signature = signatureBy(record, message, { domain, selector, at })
    found.unshift({ message, host, signature })
  }
  if (one === undefined || one.origin < 0) return found
  return [...found, ...signaturesOf(index, one.origin, one.sentAt)]
}
