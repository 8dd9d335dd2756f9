/**
 * What a site says of a sender that it knows, or does not know yet: a part of the catalogue, see
 * `reply-catalogue.ts`. The shape is Postfix's, for what a policy service tells it to say; the words
 * are ours. Status X.7.28, "mail flood detected", is in IANA's registry (RFC 5248), and large
 * receivers use it so.
 */
import type { ReplySpec } from './reply-spec.ts'

type Say = (name: string, code: number, enhanced: string | null, text: string) => ReplySpec

/** Adds them to the catalogue, in this order. */
export const experienceReplies = (say: Say) => ({
  reputationLater: say(
    'reputationLater',
    450,
    '4.7.28',
    '<{about}>: Recipient address rejected: Unusual amount of unsolicited mail from [{client}]',
  ),
  // RFC 3463 §3.8
  reputationRefused: say(
    'reputationRefused',
    550,
    '5.7.1',
    '<{about}>: Recipient address rejected: Low reputation of [{client}]',
  ),
  newcomerLater: say(
    'newcomerLater',
    450,
    '4.7.28',
    '<{about}>: Recipient address rejected: Too much mail from newcomer [{client}]',
  ),
  complaintsLater: say(
    'complaintsLater',
    450,
    '4.7.28',
    '<{about}>: Recipient address rejected: Too many complaints about mail from [{client}]',
  ),
  // at MAIL of a submission, as a policy service has Postfix say it
  quotaUsedUp: say(
    'quotaUsedUp',
    450,
    '4.7.1',
    '<{about}>: Sender address rejected: Quota of this account is used up, try again later',
  ),
})
