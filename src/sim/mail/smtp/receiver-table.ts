/**
 * The server's side as a table: which commands are in order in each phase, and where they lead.
 * `receiver.ts` carries it out.
 */
import type { Verb } from './command-record.ts'
import type { ReceiverPhase } from './receiver-state.ts'

/** Phase → command → phase once it is accepted. No entry: 503 5.5.1. */
export const RECEIVER: Readonly<Record<ReceiverPhase, Partial<Record<Verb, ReceiverPhase>>>> = {
  connected: {
    EHLO: 'ready',
    HELO: 'ready',
    TLS: 'connected',
    RSET: 'connected',
    NOOP: 'connected',
    VRFY: 'connected',
    QUIT: 'closed',
  },
  ready: {
    EHLO: 'ready',
    HELO: 'ready',
    // RFC 3207 §4.2: what the client said before does not count any more
    STARTTLS: 'connected',
    AUTH: 'ready',
    MAIL: 'mail',
    // RFC 1985 §5: whenever no transaction is under way
    ETRN: 'ready',
    // RFC 2645 §5.3: the roles are reversed; what comes now is a session of its own
    ATRN: 'closed',
    RSET: 'ready',
    NOOP: 'ready',
    VRFY: 'ready',
    QUIT: 'closed',
  },
  mail: {
    // RFC 5321 §4.1.4: EHLO in the middle is RSET and EHLO
    EHLO: 'ready',
    HELO: 'ready',
    RCPT: 'rcpt',
    // every recipient was refused: in order, but 554 (RFC 5321 §4.1.1.4)
    DATA: 'mail',
    RSET: 'ready',
    NOOP: 'mail',
    VRFY: 'mail',
    QUIT: 'closed',
  },
  rcpt: {
    EHLO: 'ready',
    HELO: 'ready',
    RCPT: 'rcpt',
    DATA: 'data',
    RSET: 'ready',
    NOOP: 'rcpt',
    VRFY: 'rcpt',
    QUIT: 'closed',
  },
  data: {
    // accepted or not, the transaction is over (RFC 5321 §4.1.1.4)
    CONTENT: 'ready',
  },
  // RFC 5321 §3.1: after 554 for a greeting the server waits for QUIT
  refused: {
    QUIT: 'closed',
  },
  closed: {},
}
