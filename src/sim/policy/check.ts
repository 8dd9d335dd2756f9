/**
 * A receiver's local check: a question about a session, and a finding.
 *
 * A check is data and one pure function. It sees what the session has said so far, asks for what has
 * to be found out about it (`Inquiry`), keeps a state of its own at its site, and answers with a
 * finding. It never speaks itself: a finding that objects carries the reply.
 */
import type { Folder } from '../facts/fact.ts'
import type { CheckId, Reason } from '../facts/rule.ts'
import type { Reply } from '../mail/reply.ts'
import type { OptionValue } from '../network/host.ts'
import type { Instant } from '../units.ts'
import type { Inquiry } from './inquiry.ts'
import type { OptionSpec } from './options.ts'

/**
 * When a check is asked, in the order of a session (RFC 5321 §3). `greeting`: before anything is
 * said; `hello`, `mail`, `rcpt`: at that command; `content`: when the data has come.
 */
export type CheckStage = 'greeting' | 'hello' | 'mail' | 'rcpt' | 'content'

/** The message as its recipient sees it; known once the data has come. */
export interface Letter {
  /** Mailbox in the From field. */
  readonly author: string
  readonly subject: string
  readonly body: string
  readonly octets: number
}

/** What a check knows. What has not been said yet is ''. */
export interface Question {
  readonly now: Instant
  /** Name of the server that asks. */
  readonly receiver: string
  readonly clientAddress: string
  readonly helo: string
  readonly reversePath: string
  /** '' before RCPT, and in the look at the content, which is about all recipients. */
  readonly forwardPath: string
  /** Recipients that have been accepted so far. */
  readonly recipients: readonly string[]
  /** null before the data has come. */
  readonly letter: Letter | null
  /** What has to be found out: DNS, signatures, other sessions. */
  readonly inquiry: Inquiry
  /** Tenths of a point that checks have given to this message so far. */
  readonly score: number
}

/**
 * What it found. At most one of `reply` and `folder` objects: with a `reply` the recipient or the
 * message is not accepted; with `folder: 'junk'` it is accepted and put aside.
 */
export interface Finding {
  readonly reason: Reason
  /** What was measured, in the unit that goes with the reason; 0 where nothing is. */
  readonly value: number
  /** What the value was held against, in the same unit. */
  readonly threshold: number
  /** What else it rests on: a name, a list's reason, a mechanism; '' for nothing. */
  readonly about: string
  /** Tenths of a point for the message's score; negative speaks for it. */
  readonly score: number
  readonly reply: Reply | null
  readonly folder: Folder
}

/** Options by key, as the check has declared them. */
export type CheckOptions = Readonly<Record<string, OptionValue>>

/** The same under the interface that the check declares beside them. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the cast is the point
export function optionsAs<O>(options: CheckOptions): O {
  return options as unknown as O
}

/**
 * What became of a message that a check had been asked about, for checks that learn. `refused`: for
 * good and for a reason of policy, which is to say as spam (status 5.7.z, RFC 3463 §3.8);
 * `turned-away`: for any other reason, or only for now; `reported`: it lay in the inbox, and its
 * reader has called it spam.
 */
export type Fate = 'inbox' | 'junk' | 'refused' | 'turned-away' | 'reported'

/** A check as the list has it: `policy/index.ts`. */
export interface Check<State = unknown> {
  readonly id: CheckId
  /** What people call it. */
  readonly title: string
  /** The standard or the program that it follows: `RFC 5782 §2.1`, `postgrey 1.37`. */
  readonly source: string
  readonly stage: CheckStage
  /** It is about the session and not about mail: an objection does not wait for RCPT. */
  readonly neverPutOff?: boolean
  readonly options: readonly OptionSpec[]
  /** Whether it is asked at all under these options. */
  isOn(options: CheckOptions): boolean
  /** Its first state at a site: plain data. */
  create(): State
  evaluate(q: Question, state: State, options: CheckOptions): Finding
  /**
   * Hears what became of the message, unless that was its own objection; left out where a check
   * does not learn.
   */
  learn?(q: Question, state: State, options: CheckOptions, fate: Fate): void
}

/** No objection. */
export function passes(reason: Reason, more: Partial<Finding> = NOTHING): Finding {
  return findingOf(reason, null, more)
}

/** An objection: this is said, and the recipient or the message is not accepted. */
export function objects(reason: Reason, reply: Reply, more: Partial<Finding> = NOTHING): Finding {
  return findingOf(reason, reply, more)
}

const NOTHING: Partial<Finding> = {}

/** Field by field: a check that is asked for every letter is no place to copy objects. */
function findingOf(reason: Reason, reply: Reply | null, more: Partial<Finding>): Finding {
  const { value = 0, threshold = 0, about = '', score = 0, folder = 'inbox' } = more
  return { reason, value, threshold, about, score, reply, folder }
}
