/**
 * What a receiving session is: its phase, how its server is set up, what it remembers and whom it
 * asks. The rules are in `receiver.ts`.
 */
import type { Reply } from '../reply.ts'

/**
 * `connected`: nothing said yet, or all forgotten after STARTTLS. `ready`: greeted, no transaction.
 * `mail`: sender accepted. `rcpt`: at least one recipient accepted. `data`: 354 said. `refused`: 554
 * said instead of the greeting.
 */
export type ReceiverPhase = 'connected' | 'ready' | 'mail' | 'rcpt' | 'data' | 'refused' | 'closed'

/** How a server is set up. */
export interface ReceiverConfig {
  readonly hostName: string
  /**
   * `relay-in`: port 25. `submission`: port 587, demands STARTTLS and then AUTH. `odmr`: port 366,
   * on-demand mail relay, nothing but EHLO, AUTH, ATRN and QUIT (RFC 2645 §5.4).
   */
  readonly service: 'relay-in' | 'submission' | 'odmr'
  /** message_size_limit, 10,240,000 in Postfix; 0 = none. */
  readonly sizeLimitOctets: number
  /** smtpd_recipient_limit, 1000 in Postfix; RFC 5321 §4.5.3.1.8 asks for 100 at least. */
  readonly recipientLimit: number
  /** smtpd_soft_error_limit, 10 in Postfix: from then on every reply comes a second late. */
  readonly softErrorLimit: number
  /** smtpd_hard_error_limit, 20 in Postfix: from then on 421. */
  readonly hardErrorLimit: number
  /** Whether PIPELINING is offered. */
  readonly pipelining: boolean
  /** Whether ETRN is offered; what Postfix prints from the start. No matter to `odmr`. */
  readonly etrn: boolean
}

/** One session. Plain data; a copy of it is a snapshot. */
export interface ReceiverState {
  phase: ReceiverPhase
  /** What the client called itself, '' before it did. */
  helo: string
  /** It said EHLO rather than HELO. */
  esmtp: boolean
  tls: boolean
  /** 220 was said to STARTTLS; the handshake must come next. */
  tlsPending: boolean
  /** Who logged in, '' if nobody. */
  user: string
  /** MAIL's mailbox, '' for the null reverse-path; see `hasSender`. */
  reversePath: string
  hasSender: boolean
  /** SIZE at MAIL, 0 = none. */
  declaredOctets: number
  /** The accepted recipients of this transaction, in order. */
  recipients: string[]
  /** Refused commands since the last accepted message. */
  errors: number
}

/**
 * What the site decides. Null = no objection. The state is for reading only and only during the
 * call: `recipients` is emptied after `content`, so copy what is to stay.
 */
export interface ReceiverSite {
  /** Said instead of the greeting: a 421 or a 554 (RFC 5321 §3.1). */
  greeting(): Reply | null
  /** Asked at EHLO and HELO, for the name that the client gives itself. */
  hello(state: ReceiverState, name: string): Reply | null
  sender(state: ReceiverState, reversePath: string): Reply | null
  recipient(state: ReceiverState, forwardPath: string): Reply | null
  /** Asked at DATA, when there are recipients. */
  data(state: ReceiverState): Reply | null
  /** Asked when the content is complete and not too big: `queued`, or a 4yz or 5yz. */
  content(state: ReceiverState, octets: number): Reply
  login(user: string, secret: string): boolean
  /**
   * Asked for the mail of these domains; none at ATRN: all that the user may have. After a 250 to
   * ATRN this session is closed, and the transport begins one in the other direction.
   */
  turn(state: ReceiverState, verb: 'ETRN' | 'ATRN', domains: readonly string[]): Reply
}

/** A session that has just been connected. */
export function newReceiver(): ReceiverState {
  return {
    phase: 'connected',
    helo: '',
    esmtp: false,
    tls: false,
    tlsPending: false,
    user: '',
    reversePath: '',
    hasSender: false,
    declaredOctets: 0,
    recipients: [],
    errors: 0,
  }
}
