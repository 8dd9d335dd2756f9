/**
 * What a sending session is: the steps of the dialogue, the plan for one message and what the
 * session remembers. The rules are in `sender.ts`.
 */
import type { Reply } from '../reply.ts'

/** The steps of a session. `content` is the mail data with its final dot. */
export type SenderStep =
  | 'greeting'
  | 'ehlo'
  | 'helo'
  | 'starttls'
  | 'tls'
  | 'ehlo-again'
  | 'auth'
  | 'etrn'
  | 'atrn'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'content'
  | 'rset'
  | 'quit'
  | 'closed'

/** What is to be sent, and how this program goes about it. Does not change in a session. */
export interface SenderPlan {
  readonly heloName: string
  /** '' = the null reverse-path. */
  readonly reversePath: string
  /** At least one; none where the session only asks for mail. */
  readonly recipients: readonly string[]
  /** Octets of the content with CRLFs, before dot-stuffing; declared as SIZE where offered. */
  readonly octets: number
  /** Demands STARTTLS and logs in. */
  readonly submission: boolean
  /** '' = does not log in. */
  readonly user: string
  readonly secret: string
  /** Says EHLO first; simple programs say HELO. */
  readonly usesEhlo: boolean
  /** Sends groups of commands where the server offers PIPELINING. */
  readonly pipelines: boolean
  /** Says RSET and QUIT at the end; bots may hang up instead. */
  readonly quits: boolean
  /**
   * The session carries no message but asks for the mail of a domain: ETRN (RFC 1985) or, after
   * AUTH, ATRN (RFC 2645). Null for a session with a message.
   */
  readonly asks: { readonly verb: 'ETRN' | 'ATRN'; readonly domain: string } | null
}

/** One session. Plain data; a copy of it is a snapshot. */
export interface SenderState {
  /** The step whose reply is awaited or, with none outstanding, that comes next. */
  step: SenderStep
  /** What the server offered last (mask of `EXT`); 0 after HELO. */
  extensions: number
  /** Steps sent in the present group, in order; the first `answered` of them have their reply. */
  readonly awaiting: SenderStep[]
  /** How many of `awaiting` are of the present group; what lies behind them is old. */
  sent: number
  answered: number
  /** Index of the recipient that the next RCPT is for. */
  nextRecipient: number
  /** Index of the recipient that the next reply to a RCPT is for. */
  repliedRecipients: number
  /** Reply to each RCPT; null: not sent, not answered, or not heeded since MAIL was refused. */
  recipientReplies: (Reply | null)[]
  acceptedCount: number
  /** The reply that decided for all whom no reply to RCPT had refused; null before that. */
  deciding: Reply | null
  /** The step that `deciding` answered. */
  decidedAt: SenderStep | null
  /** The content was accepted: the server answers for it from now on (RFC 5321 §6.1). */
  delivered: boolean
}

/**
 * What became of one recipient. `retry`: may be tried again later. `failed`: for good.
 * `undecided`: the session is not that far.
 */
export type Fate = 'delivered' | 'retry' | 'failed' | 'undecided'

/** The result for one recipient. */
export interface RecipientResult {
  /** The reply that decided: to RCPT if that refused, else the one for the whole message. */
  readonly reply: Reply | null
  readonly delivered: boolean
  readonly fate: Fate
  /** The step that `reply` answered. */
  readonly step: SenderStep | null
  /** Whether Postfix would try the next mail exchanger at once. */
  readonly triesNextHost: boolean
}

/** A session that has just been connected: the greeting is awaited. */
export function newSender(plan: SenderPlan): SenderState {
  const recipientReplies: (Reply | null)[] = []
  for (let i = 0; i < plan.recipients.length; i++) recipientReplies.push(null)
  return {
    step: 'greeting',
    extensions: 0,
    // Room for MAIL, RCPT and DATA in one group: an array that grows costs more than the rest.
    awaiting: ['greeting', 'greeting', 'greeting'],
    sent: 1,
    answered: 0,
    nextRecipient: 0,
    repliedRecipients: 0,
    recipientReplies,
    acceptedCount: 0,
    deciding: null,
    decidedAt: null,
    delivered: false,
  }
}
