/**
 * Is this recipient ours, and does the user exist? RFC 5321 §3.6.2 and §7.9 on relaying, §3.3 on
 * refusing a mailbox at RCPT.
 */
import { domainOf } from '../../mail/address.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Finding, Question } from '../check.ts'

export interface Mailboxes {
  readonly domains: readonly string[]
  /** Local parts; `*` means that every one exists. */
  readonly mailboxes: readonly string[]
}

const FOUND: Finding = { check: 'recipient', reason: 'recipient-known', waited: 0, reply: null }

export function isLocalDomain(forwardPath: string, site: Mailboxes): boolean {
  return site.domains.includes(domainOf(forwardPath).toLowerCase())
}

export function hasMailbox(forwardPath: string, site: Mailboxes): boolean {
  if (site.mailboxes.includes('*')) return true
  const local = forwardPath.slice(0, forwardPath.lastIndexOf('@')).toLowerCase()
  // RFC 5321 §4.5.1: postmaster exists everywhere.
  return local === 'postmaster' || site.mailboxes.includes(local)
}

/** Mail for others is not relayed for strangers: 454 by default, as Postfix's safety net. */
export function relaying(q: Question, site: Mailboxes): Finding | null {
  if (isLocalDomain(q.forwardPath, site)) return null
  const no = reply(R.relayDeniedForNow, q.forwardPath)
  return { check: 'recipient', reason: 'relay-denied', waited: 0, reply: no }
}

export function recipient(q: Question, site: Mailboxes): Finding {
  if (hasMailbox(q.forwardPath, site)) return FOUND
  const no = reply(R.userUnknown, q.forwardPath)
  return { check: 'recipient', reason: 'recipient-unknown', waited: 0, reply: no }
}
