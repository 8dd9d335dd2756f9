/**
 * The replies to ETRN and ATRN: a part of the catalogue, see `reply-catalogue.ts`. Sources stand in
 * the line before an entry. Neither RFC gives status codes, and Postfix sends none to ETRN either.
 */
import type { ReplySpec } from './reply-spec.ts'

type Say = (name: string, code: number, enhanced: string | null, text: string) => ReplySpec

/** Adds them to the catalogue, in this order. */
export const turnReplies = (say: Say) => ({
  // Postfix
  etrnStarted: say('etrnStarted', 250, null, 'Queuing started'),
  // RFC 1985 §5
  etrnNothing: say('etrnNothing', 251, null, 'OK, no messages waiting'),
  // Postfix
  etrnUnable: say('etrnUnable', 458, null, 'Unable to queue messages'),
  // Postfix
  etrnNotServed: say('etrnNotServed', 459, null, '<{about}>: service unavailable'),
  // Postfix
  syntaxEtrn: say('syntaxEtrn', 500, null, 'Syntax: ETRN domain'),
  // Postfix
  badEtrn: say('badEtrn', 501, null, 'Error: invalid parameter syntax'),
  // RFC 2645 §6
  atrnReversing: say('atrnReversing', 250, null, 'OK now reversing the connection'),
  // RFC 2645 §7
  atrnRefused: say('atrnRefused', 450, null, 'ATRN request refused'),
  // RFC 2645 §7
  atrnNotNow: say('atrnNotNow', 451, null, 'Unable to process ATRN request now'),
  // RFC 2645 §7
  atrnNoMail: say('atrnNoMail', 453, null, 'You have no mail'),
  // RFC 2645 §5.2
  syntaxAtrn: say('syntaxAtrn', 501, '5.5.4', 'Syntax: ATRN [domain[,domain]]'),
})
