/**
 * What a site can find out about a session when a check asks. Each thing is found out once in a
 * session, and what it costs in questions to the DNS delays the reply that waits for it.
 */
import type { DnsAnswer } from '../mail/dns/answer.ts'
import type { DnsblFailure } from '../mail/dns/dnsbl.ts'
import type { RecordType } from '../mail/dns/record.ts'
import type { Mailboxes } from './mailboxes.ts'

/** The chain from an address to its name and back (RFC 8601 §3, iprev). */
export interface ReverseName {
  /** `permerror`: no PTR record; `fail`: its name does not point back; `temperror`: no answer. */
  readonly result: 'pass' | 'fail' | 'temperror' | 'permerror'
  /** The name that points back, or else the first that the PTR records give; '' for none. */
  readonly name: string
}

/** What a list in the DNS says of an address (RFC 5782). */
export interface Listing {
  readonly listed: boolean
  /** The first A record: 127.0.0.2 and the like; '' when not listed. */
  readonly code: string
  /** The TXT record; '' for none. */
  readonly reason: string
  /** Why the list could not say anything; null when it has answered. */
  readonly failed: DnsblFailure | null
}

/** What SPF says of the session (RFC 7208). */
export interface SpfFinding {
  readonly result: 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror'
  /** The domain that was asked about. */
  readonly domain: string
  /** The mechanism that decided, such as `-all`; '' for none. */
  readonly mechanism: string
  /** Terms of the record that asked the DNS; ten are allowed (RFC 7208 §4.6.4). */
  readonly lookups: number
}

/** What one signature gives (RFC 6376); results as RFC 8601 §2.7.1 names them. */
export interface DkimFinding {
  readonly result: 'none' | 'pass' | 'fail' | 'policy' | 'neutral' | 'temperror' | 'permerror'
  /** d= and s=; '' without a signature. */
  readonly domain: string
  readonly selector: string
  /** Why, in a few words; '' for pass. */
  readonly because: string
}

/** What DMARC says of the author's domain (RFC 9989). */
export interface DmarcFinding {
  readonly result: 'none' | 'pass' | 'fail' | 'temperror' | 'permerror'
  readonly domain: string
  /** What the domain asks for when it does not pass. */
  readonly policy: 'none' | 'quarantine' | 'reject'
  readonly spfAligned: boolean
  readonly dkimAligned: boolean
}

export interface Inquiry {
  ask(name: string, type: RecordType): DnsAnswer
  reverseName(): ReverseName
  /** @param zone of the list, such as `dnsbl.example` */
  listing(zone: string): Listing
  spf(): SpfFinding
  /** One entry for each signature; empty for none. Only once the data has come. */
  dkim(): readonly DkimFinding[]
  dmarc(): DmarcFinding
  mailboxes(): Mailboxes
  /** Sessions that this client has open at this server, this one included. */
  openSessions(): number
  /** An integer from 0 up to and without n, the same for the same message and purpose. */
  draw(purpose: string, n: number): number
}
