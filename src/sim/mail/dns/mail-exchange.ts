import { isTemporary } from './answer.ts'
import type { DnsAnswer, DnsAnswerCode } from './answer.ts'
import type { Resolution } from './cache.ts'
import { inOrder, isOwnName, ownPreference } from './exchange-order.ts'
import type { Shuffle } from './exchange-order.ts'
import { canonicalName } from './name.ts'
import type { DnsRecord, MxRecord, RecordType } from './record.ts'

/** One address to dial, with the exchange it belongs to. The implicit MX has preference 0. */
export interface ExchangeHost {
  readonly name: string
  readonly address: string
  readonly preference: number
}

/**
 * Where mail for a domain goes. `hosts` is never empty and stands in the order to try.
 * `permanent` bounces at once, `temporary` stays in the queue; the status is the enhanced code of
 * the bounce or of the deferral (RFC 3463 §3.5; 5.1.10 for null MX, RFC 7505 §4.2).
 */
export type MailRoute =
  | { readonly kind: 'hosts'; readonly hosts: readonly ExchangeHost[]; readonly implicit: boolean }
  | {
      readonly kind: 'permanent'
      readonly status: '5.1.10' | '5.4.4' | '5.4.6'
      readonly reason: 'null-mx' | 'no-such-domain' | 'no-address' | 'loops-back'
    }
  | { readonly kind: 'temporary'; readonly status: '4.4.3'; readonly reason: 'dns-failure' }

/** One question that was asked on the way, in order; `count` is the number of records. */
export interface LookupRecord {
  readonly name: string
  readonly type: RecordType
  readonly rcode: DnsAnswerCode
  readonly count: number
  readonly cached: boolean
}

/**
 * What is to be routed. `domain` is a domain, not an address literal: those need no DNS.
 * `ownNames` are the names of the asking host, by which a backup MX finds itself in the list.
 * `addressLimit` bounds the addresses per attempt (Postfix `smtp_mx_address_limit`: 5; 0: none).
 */
export interface RouteQuestion {
  readonly domain: string
  readonly ownNames: readonly string[]
  readonly addressLimit: number
}

/** A route and the questions it took. */
export interface MailRouting {
  readonly route: MailRoute
  readonly lookups: readonly LookupRecord[]
}

/** Asks one question, usually of a cache. */
export type Resolve = (name: string, type: RecordType) => Resolution

interface Asking {
  readonly resolve: Resolve
  readonly limit: number
  readonly lookups: LookupRecord[]
}

const NULL_MX: MailRoute = { kind: 'permanent', status: '5.1.10', reason: 'null-mx' }
const NO_DOMAIN: MailRoute = { kind: 'permanent', status: '5.4.4', reason: 'no-such-domain' }
const NO_ADDRESS: MailRoute = { kind: 'permanent', status: '5.4.4', reason: 'no-address' }
const LOOPS_BACK: MailRoute = { kind: 'permanent', status: '5.4.6', reason: 'loops-back' }
const DNS_FAILURE: MailRoute = { kind: 'temporary', status: '4.4.3', reason: 'dns-failure' }

/**
 * Finds the hosts that take mail for a domain, by RFC 5321 §5.1 and RFC 7505.
 *
 * `shuffle(k, n)` is a uniform integer in [0, n); k counts the draws of this route from 0, and
 * only groups of equal preference draw. The addresses of one host keep the order of the answer.
 *
 * Simplifications: mail is sent over IPv4 only, so a host with nothing but AAAA has no address;
 * hosts beyond `addressLimit` are not looked up; a host knows itself by name, not by address; an
 * aliased domain without MX keeps the name it was asked by as the name of its implicit MX.
 */
export function mailRoute(q: RouteQuestion, resolve: Resolve, shuffle: Shuffle): MailRouting {
  const asking: Asking = { resolve, limit: q.addressLimit, lookups: [] }
  return { route: findRoute(q, asking, shuffle), lookups: asking.lookups }
}

function findRoute(q: RouteQuestion, asking: Asking, shuffle: Shuffle): MailRoute {
  const domain = canonicalName(q.domain)
  const answer = ask(asking, domain, 'MX')
  if (isTemporary(answer)) return DNS_FAILURE
  if (answer.rcode === 'NXDOMAIN') return NO_DOMAIN
  // RFC 5321 §5.1: the domain's own address counts only if there is no MX record at all.
  if (answer.records.length === 0) {
    if (isOwnName(domain, q.ownNames)) return LOOPS_BACK
    return dialled([{ type: 'MX', preference: 0, exchange: domain }], true, asking)
  }
  if (isNullMx(answer.records)) return NULL_MX
  // RFC 5321 §5.1: who finds itself in the list drops itself and all that is not better.
  const own = ownPreference(answer.records, q.ownNames)
  const exchanges = inOrder(answer.records, own, shuffle)
  if (exchanges.length === 0 && own !== Infinity) return LOOPS_BACK
  return dialled(exchanges, false, asking)
}

/** RFC 7505 §3: exactly one MX record, of preference 0, that names the root. */
export function isNullMx(records: readonly DnsRecord[]): boolean {
  const only = records.length === 1 ? records[0] : undefined
  if (only?.type !== 'MX') return false
  return only.preference === 0 && canonicalName(only.exchange) === ''
}

/** Looks up the exchanges in turn until there are enough addresses. */
function dialled(exchanges: readonly MxRecord[], implicit: boolean, asking: Asking): MailRoute {
  const hosts: ExchangeHost[] = []
  let failed = false
  for (const { exchange, preference } of exchanges) {
    const name = canonicalName(exchange)
    const answer = ask(asking, name, 'A')
    if (isTemporary(answer)) failed = true
    for (const record of answer.records) {
      if (record.type !== 'A') continue
      hosts.push({ name, address: record.address, preference })
      if (hosts.length === asking.limit) return { kind: 'hosts', hosts, implicit }
    }
  }
  if (hosts.length > 0) return { kind: 'hosts', hosts, implicit }
  // RFC 5321 §5.1: as long as one exchange might still get an address, the mail waits.
  return failed ? DNS_FAILURE : NO_ADDRESS
}

function ask(asking: Asking, name: string, type: RecordType): DnsAnswer {
  const { answer, cached } = asking.resolve(name, type)
  const { rcode, records } = answer
  asking.lookups.push({ name, type, rcode, count: records.length, cached })
  return answer
}
