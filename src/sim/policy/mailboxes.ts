/** The mailboxes behind a server. */
import { domainOf } from '../mail/address.ts'

export interface Mailboxes {
  readonly domains: readonly string[]
  /** Local parts; `*` means that every one exists. */
  readonly mailboxes: readonly string[]
}

export function isLocalDomain(forwardPath: string, site: Mailboxes): boolean {
  return site.domains.includes(domainOf(forwardPath).toLowerCase())
}

export function hasMailbox(forwardPath: string, site: Mailboxes): boolean {
  if (site.mailboxes.includes('*')) return true
  const local = forwardPath.slice(0, forwardPath.lastIndexOf('@')).toLowerCase()
  // RFC 5321 §4.5.1: postmaster exists everywhere.
  return local === 'postmaster' || site.mailboxes.includes(local)
}
