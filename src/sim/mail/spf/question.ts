/**
 * Asking the DNS during a check, and the limits on it. Answers are read with care: a resolver may
 * hand over aliases beside or instead of what was asked for, and records that make no sense.
 * Source: RFC 7208 §4.6.4 (limits), §5 (errors), RFC 1034 §3.6.2 (aliases).
 */
import type { DnsAnswer, DnsAnswerCode } from '../dns/answer.ts'
import { canonicalName } from '../dns/name.ts'
import type { DnsRecord, RecordType } from '../dns/record.ts'
import type { IpAddress } from './ip-address.ts'
import type { SpfQuestion } from './spf.ts'

/** Whom a check asks. Called with canonical names and with types out of `RecordType`. */
export type Resolve = (name: string, type: string) => DnsAnswer

/** So many terms of one check may ask the DNS (RFC 7208 §4.6.4). */
export const LOOKUP_LIMIT = 10

/** So many questions may be answered with nothing (RFC 7208 §4.6.4). */
export const VOID_LIMIT = 2

/** So many aliases are followed if the resolver does not do it. Our limit, no RFC's. */
export const ALIAS_LIMIT = 8

/** One call of `checkHost`: what it was asked, and what it has used up so far. */
export interface Check {
  readonly ip: IpAddress
  /** The values of the macros that stay the same throughout, by letter. */
  readonly values: Readonly<Record<string, string>>
  readonly resolve: Resolve
  /** Terms that asked the DNS. */
  lookups: number
  /** Questions of such terms that were answered with nothing. */
  voidLookups: number
  /** The names of the client, once somebody asked for them. */
  clientNames: ClientNames | null
}

/** The names that an address says it has, and that say the same of it (RFC 7208 §5.5). */
export interface ClientNames {
  readonly names: readonly string[]
  /** Whether the question for the names was answered with nothing. */
  readonly isVoid: boolean
}

/** What a question led to. `failed`: ask again later. `nothing`: no such name, or no such data. */
export interface Reply {
  readonly kind: 'found' | 'nothing' | 'failed'
  /** Of the type asked for. */
  readonly records: readonly DnsRecord[]
}

const DOT = 46
const NOTHING: Reply = { kind: 'nothing', records: [] }
const FAILED: Reply = { kind: 'failed', records: [] }

/** Asks and writes it down in `log`. Follows aliases that the resolver left to us. */
export function ask(check: Check, log: SpfQuestion[], name: string, type: RecordType): Reply {
  let owner = canonicalName(name)
  for (let aliases = 0; aliases <= ALIAS_LIMIT && isName(owner); aliases++) {
    const { rcode, records } = readAnswer(check.resolve(owner, type))
    const matching = records.filter((record) => record.type === type)
    log.push({ name: owner, type, rcode, count: matching.length })
    if (rcode === 'SERVFAIL' || rcode === 'TIMEOUT') return FAILED
    // RFC 7208 §5: no such name is the same as no records
    if (rcode === 'NXDOMAIN') return NOTHING
    if (matching.length > 0) return { kind: 'found', records: matching }
    const alias = records.findLast((record) => record.type === 'CNAME')
    if (alias?.type !== 'CNAME') return NOTHING
    owner = canonicalName(alias.name)
  }
  return isName(owner) ? FAILED : NOTHING
}

/** Counts a term that asks the DNS; false when there were too many (RFC 7208 §4.6.4). */
export function spendLookup(check: Check): boolean {
  if (check.lookups >= LOOKUP_LIMIT) return false
  check.lookups++
  return true
}

/** Counts the answer if it was nothing; false when there were too many (RFC 7208 §4.6.4). */
export function spendVoid(check: Check, isVoid: boolean): boolean {
  if (isVoid) check.voidLookups++
  return check.voidLookups <= VOID_LIMIT
}

/** Whether the DNS can be asked for a name: labels of 1 to 63 characters, 253 in all, ASCII. */
export function isName(name: string): boolean {
  if (name.length > 253) return false
  let length = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code === DOT && length === 0) return false
    length = code === DOT ? 0 : length + 1
    if (length > 63 || code < 0x20 || code > 0x7e) return false
  }
  return length > 0
}

/** Makes an answer out of whatever the resolver gave. What is none counts as a failure. */
function readAnswer(answer: unknown): DnsAnswer {
  if (!isObject(answer)) return { rcode: 'SERVFAIL', records: [] }
  const { rcode, records } = answer
  if (!isCode(rcode)) return { rcode: 'SERVFAIL', records: [] }
  return { rcode, records: Array.isArray(records) ? records.filter(isRecord) : [] }
}

function isCode(code: unknown): code is DnsAnswerCode {
  return code === 'NOERROR' || code === 'NXDOMAIN' || code === 'SERVFAIL' || code === 'TIMEOUT'
}

/** Whether it has the fields of its type, and they are what they should be. */
function isRecord(value: unknown): value is DnsRecord {
  if (!isObject(value)) return false
  switch (value['type']) {
    case 'A':
    case 'AAAA':
      return typeof value['address'] === 'string'
    case 'MX':
      return typeof value['exchange'] === 'string'
    case 'PTR':
    case 'CNAME':
      return typeof value['name'] === 'string'
    case 'TXT':
      return isTexts(value['strings'])
    default:
      return false
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
