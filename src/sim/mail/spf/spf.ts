/**
 * What an evaluation of SPF says, as plain data: the result, and how it came about as a tree that
 * a screen can draw. Sources: RFC 7208 §2.6 (results), §4.6.2 (what a mechanism can do).
 */
import type { DnsAnswerCode } from '../dns/answer.ts'
import type { RecordType } from '../dns/record.ts'

/** The seven results (RFC 7208 §2.6). */
export type SpfResult =
  | 'none'
  | 'neutral'
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'temperror'
  | 'permerror'

/** One question that was asked of the DNS. */
export interface SpfQuestion {
  /** Canonical: lower case, no final dot. */
  readonly name: string
  readonly type: RecordType
  readonly rcode: DnsAnswerCode
  /** Records of the type asked for; aliases are not counted. */
  readonly count: number
}

/**
 * What became of a term. A directive matched, did not, failed, or was never reached. A modifier is
 * `used` (a redirect that was followed, an explanation that was given), `ignored` (unknown, or a
 * redirect beside `all`), `not reached`, or it failed.
 */
export type SpfOutcome = 'matched' | 'not matched' | 'error' | 'not reached' | 'used' | 'ignored'

/** One term of a record. */
export interface SpfLine {
  /** As written, with its qualifier. */
  readonly text: string
  readonly kind: 'directive' | 'modifier'
  readonly outcome: SpfOutcome
  /** Why, in a few words; '' where the outcome says it all. */
  readonly reason: string
  /** The name that the term spoke of, macros expanded; '' if it speaks of none or is not reached. */
  readonly target: string
  readonly questions: readonly SpfQuestion[]
  /** How the record went that an include or a redirect led to. */
  readonly child: SpfNode | null
  /** Whether this line made the result of its record. At most one line of a record does. */
  readonly decides: boolean
}

/** One record and how it was evaluated. */
export interface SpfNode {
  /** Whose record it is: the <domain> of RFC 7208 §4.1. */
  readonly domain: string
  /** Text of the record; null when there is none, or not exactly one. */
  readonly record: string | null
  /** The questions for the record itself. */
  readonly questions: readonly SpfQuestion[]
  /** Every term, in the order of the record. */
  readonly lines: readonly SpfLine[]
  readonly result: SpfResult
  /** Why, in a few words. */
  readonly reason: string
}
