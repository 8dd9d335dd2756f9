/**
 * What a verifier says about a signature. The reason decides the result, so the two cannot disagree.
 * The RFC that defines the words (RFC 8601 §2.7.1) leaves open which failure is which of them, and
 * programs differ; ours is the table below.
 */

/** The words of RFC 8601 §2.7.1. `none`: the message has no signature. */
export type DkimResult = 'none' | 'pass' | 'fail' | 'policy' | 'neutral' | 'temperror' | 'permerror'

interface ReasonMeaning {
  readonly result: Exclude<DkimResult, 'none'>
  /** Goes behind the result, in brackets. */
  readonly words: string
}

/** Append at the end, since others may keep a position. */
export const DKIM_REASONS = {
  verified: { result: 'pass', words: 'signature verified' },
  // RFC 6376 §6.1.3
  'body-changed': { result: 'fail', words: 'the body is not the one that was signed' },
  'body-too-short': { result: 'fail', words: 'the body is shorter than the signature says' },
  'signature-wrong': { result: 'fail', words: 'the signature fits neither header nor key' },
  // What a verifier may refuse by its own will, RFC 6376 §3.5
  expired: { result: 'policy', words: 'the signature has expired' },
  'from-the-future': { result: 'policy', words: 'the signature is dated in the future' },
  // RFC 6376 §6.1.1: cannot be processed, which RFC 8601 §2.7.1 calls neutral
  'syntax-error': { result: 'neutral', words: 'the signature field cannot be read' },
  'tag-missing': { result: 'neutral', words: 'the signature field lacks a tag' },
  'version-unknown': { result: 'neutral', words: 'unknown version of signatures' },
  'algorithm-unsupported': { result: 'neutral', words: 'unsupported algorithm' },
  'canon-unsupported': { result: 'neutral', words: 'unsupported canonicalization' },
  'query-unsupported': { result: 'neutral', words: 'unsupported way to fetch the key' },
  // RFC 8301 §3.1
  'algorithm-historic': { result: 'permerror', words: 'SHA-1 is no longer accepted' },
  // RFC 6376 §6.1.1
  'from-not-signed': { result: 'permerror', words: 'From is not among the signed fields' },
  'identity-outside': { result: 'permerror', words: 'the identity is outside the domain' },
  // RFC 6376 §6.1.2
  'key-unavailable': { result: 'temperror', words: 'the key could not be fetched' },
  'key-missing': { result: 'permerror', words: 'no key for the signature' },
  'key-syntax': { result: 'permerror', words: 'the key record cannot be read' },
  'key-revoked': { result: 'permerror', words: 'the key was revoked' },
  'key-unsuited': { result: 'permerror', words: 'the key is of another kind' },
  'hash-not-allowed': { result: 'permerror', words: 'the key does not allow this hash' },
  'not-for-mail': { result: 'permerror', words: 'the key is not for mail' },
  // RFC 6376 §3.6.1, flag s
  'identity-strict': { result: 'permerror', words: 'the key allows no subdomain as identity' },
} as const satisfies Readonly<Record<string, ReasonMeaning>>

export type DkimReason = keyof typeof DKIM_REASONS

/** What came of one signature. */
export interface DkimVerdict {
  readonly reason: DkimReason
  readonly result: Exclude<DkimResult, 'none'>
  /** d=, in lower case: who answers for the message if it passes. '' when unreadable. */
  readonly domain: string
  /** s=, '' when unreadable. */
  readonly selector: string
  /** i= as written, or `@` and the domain; '' when unreadable. */
  readonly identity: string
  /** The key says that its domain is only testing (RFC 6376 §3.6.1): then treat it as unsigned. */
  readonly testing: boolean
  /** Octets of the canonical body behind the end that l= has set: anybody may have added them. */
  readonly unsignedOctets: number
}

/** The result of the message as a whole: a pass if there is one, else that of its top signature. */
export function dkimResult(verdicts: readonly DkimVerdict[]): DkimResult {
  const best = verdicts.find(({ result }) => result === 'pass') ?? verdicts[0]
  return best === undefined ? 'none' : best.result
}

/** The reason in words. */
export function dkimWords(reason: DkimReason): string {
  return DKIM_REASONS[reason].words
}
