/**
 * What a receiving session is: its phase, how its server is set up, what it remembers and whom it
 * asks. The rules are in `receiver.ts`.
 */
import type { Reply } from '../reply.ts'

/**
 * `connected`: nothing said yet, or all forgotten after STARTTLS. `ready`: greeted, no transaction.
 * `mail`: sender accepted. `rcpt`: at least one recipient accepted. `data`: 354 said.
 */
export type ReceiverPhase = 'connected' | 'ready' | 'mail' | 'rcpt' | 'data' | 'closed'

/** How a server is set up. */
export interface ReceiverConfig {
  readonly hostName: string
  /** `relay-in`: port 25. `submission`: port 587, demands STARTTLS and then AUTH. */
  readonly service: 'relay-in' | 'submission'
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
  sender(state: ReceiverState, reversePath: string): Reply | null
  recipient(state: ReceiverState, forwardPath: string): Reply | null
  /** Asked when the content is complete and not too big: `queued`, or a 4yz or 5yz. */
  content(state: ReceiverState, octets: number): Reply
  login(user: string, secret: string): boolean
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
