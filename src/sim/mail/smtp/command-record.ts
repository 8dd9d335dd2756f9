/**
 * Commands as the tables see them: a verb and its one argument (RFC 5321 §4.1.1).
 * Reading and writing their text is `command.ts`.
 */
import type { ReplySpec } from '../reply-spec.ts'

/** What a client does. TLS and CONTENT are no commands but steps of the dialogue like them. */
export type Verb =
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'RSET'
  | 'NOOP'
  | 'VRFY'
  | 'QUIT'
  | 'UNKNOWN'
  /** The handshake after 220 to STARTTLS. */
  | 'TLS'
  /** The mail data, ended by <CRLF>.<CRLF>. */
  | 'CONTENT'
  /** Asks for the mail of a domain, over a connection of the server's own (RFC 1985). */
  | 'ETRN'
  /** Asks for it over this connection, turned round (RFC 2645). */
  | 'ATRN'

/** Every verb. Facts keep the position in this list, so new ones come last. */
export const VERBS: readonly Verb[] = [
  'EHLO',
  'HELO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'VRFY',
  'QUIT',
  'UNKNOWN',
  'TLS',
  'CONTENT',
  'ETRN',
  'ATRN',
]

/** One command. */
export interface Command {
  readonly verb: Verb
  /**
   * EHLO/HELO: the name. MAIL: the reverse-path, '' for the null one. RCPT: the forward-path.
   * AUTH: the user. VRFY: its argument. ETRN: the domain. ATRN: domains with commas between them,
   * '' for all that the user may have. UNKNOWN: the offending line. '' for the others.
   */
  readonly text: string
  /** MAIL: the SIZE parameter, 0 = none. CONTENT: octets with CRLFs, before dot-stuffing. */
  readonly octets: number
  /** AUTH: the password; '' for the others. */
  readonly secret: string
  /** The reply to a fault of syntax (500, 501, 502, 504, 555); null when the line was right. */
  readonly fault: ReplySpec | null
}

function bare(verb: Verb): Command {
  return { verb, text: '', octets: 0, secret: '', fault: null }
}

const BARE: Readonly<Record<Verb, Command>> = {
  EHLO: bare('EHLO'),
  HELO: bare('HELO'),
  STARTTLS: bare('STARTTLS'),
  AUTH: bare('AUTH'),
  MAIL: bare('MAIL'),
  RCPT: bare('RCPT'),
  DATA: bare('DATA'),
  RSET: bare('RSET'),
  NOOP: bare('NOOP'),
  VRFY: bare('VRFY'),
  QUIT: bare('QUIT'),
  UNKNOWN: bare('UNKNOWN'),
  TLS: bare('TLS'),
  CONTENT: bare('CONTENT'),
  ETRN: bare('ETRN'),
  ATRN: bare('ATRN'),
}

/** A command without fault. Without arguments it is a shared constant. */
export function command(verb: Verb, text = '', octets = 0): Command {
  if (text === '' && octets === 0) return BARE[verb]
  return { verb, text, octets, secret: '', fault: null }
}

/** `AUTH PLAIN` for that user. */
export function authCommand(user: string, secret: string): Command {
  return { verb: 'AUTH', text: user, octets: 0, secret, fault: null }
}

/** A line that the parser objects to, with the reply it deserves. */
export function faultyCommand(verb: Verb, text: string, fault: ReplySpec): Command {
  return { verb, text, octets: 0, secret: '', fault }
}
