/** The methods that our servers report, each with the properties that belong to it. */
import type { DmarcVerdict } from '../dmarc/evaluate.ts'
import type { DmarcPolicy } from '../dmarc/record.ts'
import type { IprevVerdict } from '../dns/iprev.ts'
import { domainOf, isNullPath } from '../address.ts'
import type { MethodResult, ResultProperty } from './results.ts'

/**
 * SPF: of the envelope sender, or of the HELO name when that is empty (RFC 8601 §2.7.2). Only of the
 * domain: a record says something of single mailboxes by its macros, and ours have none of those.
 */
export function spfMethod(result: string, reversePath: string, heloName: string): MethodResult {
  const sender = isNullPath(reversePath)
    ? property('smtp', 'helo', heloName)
    : property('smtp', 'mailfrom', domainOf(reversePath) || reversePath)
  return { ...BARE, method: 'spf', result, properties: [sender] }
}

/** A signature as the report names it. */
export interface ReportedSignature {
  readonly result: string
  /** The tags d=, s= and b=; '' leaves a property out. */
  readonly domain: string
  readonly selector: string
  readonly signature: string
  /** Why it did not verify; '' if it did. */
  readonly reason: string
}

/** So many characters of a signature tell it from others of the same signer (RFC 8601 §2.7.1). */
const SIGNATURE_LENGTH = 8

/** One DKIM signature. */
export function dkimMethod(signed: ReportedSignature): MethodResult {
  const { result, domain, selector, signature, reason } = signed
  const properties = [
    property('header', 'd', domain),
    property('header', 's', selector),
    property('header', 'b', signature.replace(/\s+/g, '').slice(0, SIGNATURE_LENGTH)),
  ].filter(({ value }) => value !== '')
  return { method: 'dkim', result, comment: '', reason, properties }
}

/**
 * DMARC. `disposition` is what the receiver does, which need not be what the owner asks for: the
 * comment has both, in the shape that OpenDMARC made common, `p=REJECT sp=REJECT dis=NONE`.
 */
export function dmarcMethod(verdict: DmarcVerdict, disposition: DmarcPolicy): MethodResult {
  const { result, record, authorDomain } = verdict
  const from = authorDomain === '' ? [] : [property('header', 'from', authorDomain)]
  const policies = record?.policies ?? null
  if (policies === null) return { ...BARE, method: 'dmarc', result, properties: from }
  const { p, sp } = policies
  const comment = `p=${p} sp=${sp ?? p} dis=${disposition}`.replace(/=\w+/g, (set) => {
    return set.toUpperCase()
  })
  return { method: 'dmarc', result, comment, reason: '', properties: from }
}

/** iprev of a client's address (RFC 8601 §2.7.3); the confirmed name as a comment. */
export function iprevMethod({ result, name }: IprevVerdict, address: string): MethodResult {
  const properties = [property('policy', 'iprev', address)]
  return { method: 'iprev', result, comment: name, reason: '', properties }
}

/** Somebody has logged in (RFC 8601 §2.7.4). */
export function authMethod(user: string): MethodResult {
  return { ...BARE, method: 'auth', result: 'pass', properties: [property('smtp', 'auth', user)] }
}

/** Nothing for people. */
const BARE = { comment: '', reason: '' } as const

function property(type: string, name: string, value: string): ResultProperty {
  return { type, name, value }
}
