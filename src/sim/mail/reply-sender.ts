/**
 * Refusals that speak of who sends, at other places than the usual ones: a part of the catalogue, see
 * `reply-catalogue.ts`. Sources stand in the line before an entry.
 */
import type { ReplySpec } from './reply-spec.ts'

type Say = (name: string, code: number, enhanced: string | null, text: string) => ReplySpec

/** Adds them to the catalogue, in this order. */
export const senderReplies = (say: Say) => ({
  // at MAIL, RFC 7208 §8.4; the text that is recorded at RCPT
  spfFailSender: say(
    'spfFailSender',
    550,
    '5.7.23',
    '<{about}>: Sender address rejected: Message rejected due to: SPF fail - not authorized',
  ),
  // after the data, RFC 9989 §7.2; one method failed, so RFC 7372 §3.4 does not fit
  dmarcRejectOnce: say('dmarcRejectOnce', 550, '5.7.1', 'Rejected by the DMARC policy of {about}'),
  // after the data, RFC 9989 §7.2; RFC 3463 §3.8
  dmarcLater: say('dmarcLater', 451, '4.7.0', 'DMARC cannot be evaluated now, try again later'),
  // the name of the client's line, confirmed or not; Postfix, check_reverse_client_hostname_access
  // with a text
  customersLine: say(
    'customersLine',
    554,
    '5.7.1',
    '<{about}>: Unverified Client host rejected: ' +
      "mail from a customer's line comes by its provider's server",
  ),
})
