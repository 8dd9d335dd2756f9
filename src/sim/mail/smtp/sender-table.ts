/**
 * The dialogue as a table: what is sent at each step and where each class of reply leads.
 * `sender.ts` carries it out.
 */
import type { Millis } from '../../units.ts'
import { minutes, seconds } from '../../units.ts'
import type { Verb } from './command-record.ts'
import type { SenderStep } from './sender-state.ts'

/** One row of the dialogue. */
export interface SenderRow {
  /** What is sent; null = only listens. */
  readonly sends: Verb | null
  /** Class of the reply that means success. */
  readonly hopesFor: 2 | 3
  /** Where success leads. Steps that the plan or the server leaves out are jumped over. */
  readonly done: SenderStep
  /** Where a 4yz leads, and where a 5yz leads. 421 always leads to `closed`. */
  readonly notNow: SenderStep
  readonly no: SenderStep
  /** Whom a refusal decides for. */
  readonly decidesFor: 'all' | 'recipient' | 'nobody'
  /** Whether a 5yz is final; if not it is only this host that will not talk to us. */
  readonly finalNo: boolean
}

function row(
  sends: Verb | null,
  done: SenderStep,
  refused: SenderStep,
  decidesFor: SenderRow['decidesFor'],
  finalNo: boolean,
): SenderRow {
  return { sends, hopesFor: 2, done, notNow: refused, no: refused, decidesFor, finalNo }
}

/** The dialogue in the order of RFC 5321 §3. */
export const SENDER: Readonly<Record<SenderStep, SenderRow>> = {
  // smtp_skip_5xx_greeting: another host may be friendlier
  greeting: row(null, 'ehlo', 'quit', 'all', false),
  // RFC 5321 §3.2: a server that does not know EHLO is spoken to with HELO; Postfix: on 4yz too
  ehlo: row('EHLO', 'starttls', 'helo', 'nobody', false),
  // Postfix's smtp_site_fail: only the greeting's 5yz is taken for a 4yz
  helo: row('HELO', 'mail', 'quit', 'all', true),
  // RFC 8314 §3: a password never travels unencrypted
  starttls: row('STARTTLS', 'tls', 'quit', 'all', false),
  tls: row('TLS', 'ehlo-again', 'closed', 'all', false),
  // RFC 3207 §4.2
  'ehlo-again': row('EHLO', 'auth', 'quit', 'all', false),
  // smtp_sasl_auth_soft_bounce: the password may be put right
  auth: row('AUTH', 'mail', 'quit', 'all', false),
  // RFC 1985 §5: whatever the answer, the mail comes over another connection or not at all
  etrn: row('ETRN', 'quit', 'quit', 'all', false),
  // RFC 2645 §5.3: after 250 the connection goes on in the other direction
  atrn: row('ATRN', 'closed', 'quit', 'all', false),
  mail: row('MAIL', 'rcpt', 'rset', 'all', true),
  rcpt: row('RCPT', 'data', 'rset', 'recipient', true),
  data: { ...row('DATA', 'content', 'rset', 'all', true), hopesFor: 3 },
  content: row('CONTENT', 'quit', 'quit', 'all', true),
  rset: row('RSET', 'quit', 'quit', 'nobody', false),
  quit: row('QUIT', 'closed', 'closed', 'nobody', false),
  closed: row(null, 'closed', 'closed', 'nobody', false),
}

/** How long each reply is waited for: RFC 5321 §4.5.3.2 and the defaults of Postfix. */
export const SMTP_TIMEOUT: Readonly<Record<SenderStep, Millis>> = {
  greeting: minutes(5),
  ehlo: minutes(5),
  helo: minutes(5),
  starttls: minutes(5),
  tls: minutes(5),
  'ehlo-again': minutes(5),
  auth: minutes(5),
  etrn: minutes(5),
  // RFC 2645 §5.2: the provider may need the time for its queue
  atrn: minutes(10),
  mail: minutes(5),
  rcpt: minutes(5),
  data: minutes(2),
  content: minutes(10),
  rset: seconds(20),
  quit: minutes(5),
  closed: 0,
}
