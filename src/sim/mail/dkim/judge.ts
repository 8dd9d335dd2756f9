/**
 * The course of a verification (RFC 6376 §6.1), the same for real and for symbolic signatures. They
 * differ in two questions alone, which are asked of the `Evidence`.
 */
import { remembered } from '../memo.ts'
import { isTemporary } from '../dns/answer.ts'
import type { KeyRecord } from './key-record.ts'
import { keyName, parseKeyRecord } from './key-record.ts'
import { isStandIn } from './laboratory-key.ts'
import { identityDomain } from './signature-field.ts'
import type { KeyLookup, ReadSignature, SignatureTags } from './signature.ts'
import { DKIM_REASONS } from './verdict.ts'
import type { DkimReason, DkimVerdict } from './verdict.ts'

/** How a body stands to bh= and l=. `unsignedOctets`: what lies behind the end that l= sets. */
export type BodyFinding =
  | { readonly state: 'same'; readonly unsignedOctets: number }
  | { readonly state: 'changed' | 'too-short' }

/** What only hashing, or only comparing, can tell. */
export interface Evidence {
  readonly body: (tags: SignatureTags) => BodyFinding
  /** Whether b= is a signature of this header by the owner of the key (p= in bare form). */
  readonly signature: (tags: SignatureTags, key: string) => boolean
}

/**
 * So far may the clock of a signer be ahead. The RFC lets a verifier ignore signatures from the
 * future and knows no tolerance (RFC 6376 §3.5); five minutes are an assumption.
 */
const CLOCK_TOLERANCE_MS = 300_000

/** So many signatures of a message are looked at, from the top (RFC 6376 §6.1). Our limit. */
export const SIGNATURE_LIMIT = 8

type Key = Extract<KeyRecord, { kind: 'key' }>

/** The verdict about one signature. `now` in milliseconds since 1970. */
export function judge(
  read: ReadSignature,
  evidence: Evidence,
  ask: KeyLookup,
  now: number,
): DkimVerdict {
  if (read.reason !== null) return verdict(read.reason, read)
  const { tags } = read
  const untimely = timeObjection(tags, now)
  if (untimely !== null) return verdict(untimely, tags)
  const key = fetchKey(tags, ask)
  if (typeof key === 'string') return verdict(key, tags)
  const unsuited = keyObjection(tags, key)
  if (unsuited !== null) return verdict(unsuited, tags, key.testing)
  // RFC 6376 §6.1.3: the body first, since its hash is part of what the signature signs
  const body = evidence.body(tags)
  if (body.state !== 'same') return verdict(`body-${body.state}`, tags, key.testing)
  if (!evidence.signature(tags, key.key)) return verdict('signature-wrong', tags, key.testing)
  return verdict('verified', tags, key.testing, body.unsignedOctets)
}

type Names = Pick<DkimVerdict, 'domain' | 'selector' | 'identity'>

function verdict(
  reason: DkimReason,
  { domain, selector, identity }: Names,
  testing = false,
  unsignedOctets = 0,
): DkimVerdict {
  const { result } = DKIM_REASONS[reason]
  return { reason, result, domain, selector, identity, testing, unsignedOctets }
}

/** RFC 6376 §3.5, t= and x=. */
function timeObjection(tags: SignatureTags, now: number): DkimReason | null {
  const { signedAtSeconds, expiresAtSeconds } = tags
  if (expiresAtSeconds !== null && now > expiresAtSeconds * 1000) return 'expired'
  const future = signedAtSeconds !== null && signedAtSeconds * 1000 > now + CLOCK_TOLERANCE_MS
  return future ? 'from-the-future' : null
}

/** RFC 6376 §6.1.2. Of several records the first counts; the RFC leaves that open. */
function fetchKey(tags: SignatureTags, ask: KeyLookup): Key | DkimReason {
  const answer = ask(keyName(tags.domain, tags.selector))
  if (isTemporary(answer)) return 'key-unavailable'
  const [record] = answer.records
  if (record?.type !== 'TXT') return 'key-missing'
  // RFC 6376 §3.6.2.2: the strings of a record join without anything between them
  const key = keyOf(record.strings.join(''))
  return key.kind === 'key' ? key : 'key-syntax'
}

/** One key signs many messages. */
const keyOf = remembered(parseKeyRecord)

/** RFC 6376 §6.1.2, in its order. */
function keyObjection(tags: SignatureTags, key: Key): DkimReason | null {
  if (!key.forMail) return 'not-for-mail'
  if (key.hashes !== null && !key.hashes.includes('sha256')) return 'hash-not-allowed'
  if (key.key === '') return 'key-revoked'
  // RFC 8463 §4: k=ed25519, and a key of 32 octets
  const isKey = isStandIn(key.key) || key.key.length === 43
  if (key.type !== 'ed25519' || !isKey) return 'key-unsuited'
  // RFC 6376 §3.6.1, flag s
  return key.strict && identityDomain(tags) !== tags.domain ? 'identity-strict' : null
}
