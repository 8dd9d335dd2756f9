/**
 * Does the user exist? RFC 5321 §3.3 on refusing a mailbox at RCPT. Whether the domain is ours at all
 * (§3.6.2 and §7.9 on relaying) is asked before any check, since it is about all mail.
 */
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, passes, type Check, type Finding, type Question } from '../check.ts'
import { hasMailbox, isLocalDomain, type Mailboxes } from '../mailboxes.ts'
import { RECIPIENT_OPTIONS } from './options.ts'

/**
 * Mail for others is not relayed for strangers: 454 by default, as Postfix's safety net
 * (defer_unauth_destination), or for good with 554 (reject_unauth_destination).
 */
export function relaying(forwardPath: string, site: Mailboxes, isFinal = false): Finding | null {
  if (isLocalDomain(forwardPath, site)) return null
  const denied = isFinal ? R.relayDenied : R.relayDeniedForNow
  return objects('relay-denied', reply(denied, forwardPath))
}

export function judgeRecipient(forwardPath: string, site: Mailboxes): Finding {
  if (hasMailbox(forwardPath, site)) return passes('recipient-known')
  return objects('recipient-unknown', reply(R.userUnknown, forwardPath))
}

export const recipient: Check<null> = {
  id: 'recipient',
  title: 'Recipient',
  source: 'RFC 5321 §3.3',
  stage: 'rcpt',
  options: RECIPIENT_OPTIONS,
  isOn: ({ recipientCheck }) => recipientCheck === 'at-rcpt',
  create: () => null,
  evaluate: (q: Question) => judgeRecipient(q.forwardPath, q.inquiry.mailboxes()),
}
