/**
 * What a retry law is: the rule by which a mail server decides, after a try has failed, when to try
 * again or that it gives up. The standard asks for a little and leaves the rest open: gaps of half
 * an hour or more, and four to five days of patience (RFC 5321 §4.5.4.1). No program does just that.
 *
 * Laws are pure: what they need to know of the past is in `FailedTry`, and luck comes in as one
 * number. Simplified: one message for one destination; a rule counts from the instant at which the
 * try failed, also in programs that count from when it began.
 */
import { days, minutes, seconds, type Instant, type Millis } from '../../units.ts'

/** The laws, in the order in which they are offered. */
export const LAW_IDS = [
  'postfix',
  'exim',
  'sendmail',
  'qmail',
  'haraka',
  'kumomta',
  'mox',
  'fixed',
] as const
export type LawId = (typeof LAW_IDS)[number]

/** Options that laws read; hosts' configs have these keys. Each law names those that it reads. */
export interface LawOptions {
  /** Time between two scans of the deferred queue (Postfix). */
  readonly queueRunDelayMs: Millis
  /** Shortest and longest wait (Postfix). */
  readonly minBackoffMs: Millis
  readonly maxBackoffMs: Millis
  /** Time between two queue runners: the `-q` of Exim and of Sendmail. */
  readonly queueRunnerMs: Millis
  /** The one gap of the law `fixed`. */
  readonly fixedRetryMs: Millis
  /** How long a message may wait, where the program has no lifetime of its own. */
  readonly lifetimeMs: Millis
}

/** Postfix's own defaults, and half an hour for queue runners as packages usually start them. */
export const LAW_DEFAULTS: LawOptions = {
  queueRunDelayMs: seconds(300),
  minBackoffMs: seconds(300),
  maxBackoffMs: seconds(4000),
  queueRunnerMs: minutes(30),
  fixedRetryMs: minutes(15),
  lifetimeMs: days(5),
}

/** A failed try, as a law sees it. */
export interface FailedTry {
  /** When it failed. */
  readonly now: Instant
  /** When the message came into this queue. */
  readonly arrivedAt: Instant
  /** Failed tries so far, this one included. */
  readonly failures: number
  /** First failure on record: of the message, or for Exim of the host or address. */
  readonly firstFailedAt: Instant
  /**
   * The gap that the law gave last time (before a queue runner's tick), or the one that really was,
   * where that is shorter because somebody had the queue tried; 0 at the first failure.
   */
  readonly lastGapMs: Millis
  /** Uniform in [0, 2^32), one per queue manager: where its ticks lie. */
  readonly phaseDraw: number
}

export interface NextTry {
  /** When the next try is due, always after the failure. */
  readonly at: Instant
  /** What the rule alone says, before the tick of a scan or of a queue runner. */
  readonly gapMs: Millis
}

export interface RetryLaw {
  readonly id: LawId
  /** Name of the program, or of the rule. */
  readonly title: string
  /** Where the rule stands: files of the program. */
  readonly source: string
  /**
   * How long the program keeps a message. Null: as long as the option `lifetimeMs` says. Where a
   * program counts its tries instead, the sum of its gaps. To be told, not to be enforced: `next`
   * alone decides.
   */
  readonly ownLifetimeMs: Millis | null
  /** The keys of `LawOptions` that make a difference to this law. */
  readonly reads: readonly (keyof LawOptions)[]
  /** The next try; null: give up. */
  next(failed: FailedTry, options: LawOptions): NextTry | null
}
