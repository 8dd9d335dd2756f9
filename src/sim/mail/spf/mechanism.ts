/**
 * The mechanisms that look at the client: everything but `include`, which looks at a record.
 * Source: RFC 7208 §5.
 */
import { canonicalName, isWithin } from '../dns/name.ts'
import { clientNames } from './client-names.ts'
import { parseIp, samePrefix } from './ip-address.ts'
import { ask, isName, spendVoid } from './question.ts'
import type { Reply } from './question.ts'
import type { Place } from './target-name.ts'
import type { HostMechanism, Mechanism } from './term.ts'

/** More exchanges than this are an error (RFC 7208 §4.6.4). */
const MX_LIMIT = 10

/** What a mechanism can do (RFC 7208 §4.6.2), with a reason in a few words. */
export type Finding =
  | { readonly kind: 'match' | 'no match'; readonly reason: string }
  | { readonly kind: 'error'; readonly result: 'temperror' | 'permerror'; readonly reason: string }

/** A mechanism that is decided by the client alone. */
export type ClientMechanism = Exclude<Mechanism, { readonly name: 'include' }>

/** Reasons for a permerror when a limit of RFC 7208 §4.6.4 is exceeded. */
export const TOO_MANY_LOOKUPS = 'more than 10 terms ask the DNS'
export const TOO_MANY_VOIDS = 'more than 2 questions answered with nothing'
const TEMPORARY: Finding = { kind: 'error', result: 'temperror', reason: 'the DNS gave no answer' }
// RFC 7208 §4.8 leaves a malformed name open; here nothing lives at it.
const NO_NAME = noMatch('not a name that can be asked for')

/** Whether the mechanism asks the DNS, and so counts towards the limit (RFC 7208 §4.6.4). */
export function asksDns({ name }: Mechanism): boolean {
  return name !== 'all' && name !== 'ip4' && name !== 'ip6'
}

/** Holds a mechanism against the client. `target` is the name it speaks of, expanded. */
export function examine(mechanism: ClientMechanism, target: string, place: Place): Finding {
  switch (mechanism.name) {
    case 'all':
      return match('matches always')
    case 'ip4':
    case 'ip6':
      return samePrefix(place.check.ip, mechanism.network, mechanism.bits)
        ? match('the client is in the network')
        : noMatch('the client is not in the network')
    case 'ptr':
      return examinePtr(target, place)
    case 'exists':
      return isName(target) ? examineExists(target, place) : NO_NAME
    case 'a':
    case 'mx':
      if (!isName(target)) return NO_NAME
      return mechanism.name === 'a'
        ? examineAddresses(mechanism, target, place)
        : examineExchanges(mechanism, target, place)
  }
}

function examineExists(target: string, place: Place): Finding {
  // RFC 7208 §5.7: A records, even if the client speaks IPv6
  const reply = ask(place.check, place.log, target, 'A')
  return (
    trouble(reply, place) ??
    (reply.kind === 'found' ? match('it exists') : noMatch('it does not exist'))
  )
}

function examineAddresses(mechanism: HostMechanism, host: string, place: Place): Finding {
  const { ip } = place.check
  const bits = ip.family === 4 ? mechanism.bits4 : mechanism.bits6
  const reply = ask(place.check, place.log, host, ip.family === 4 ? 'A' : 'AAAA')
  const error = trouble(reply, place)
  if (error !== null) return error
  const isOurs = reply.records.some((record) => {
    const address = 'address' in record ? parseIp(record.address) : null
    return address !== null && samePrefix(ip, address, bits)
  })
  return isOurs
    ? match(`${host} has the client’s address`)
    : noMatch('the client’s address is not there')
}

function examineExchanges(mechanism: HostMechanism, target: string, place: Place): Finding {
  const reply = ask(place.check, place.log, target, 'MX')
  const error = trouble(reply, place)
  if (error !== null) return error
  // RFC 7208 §4.6.4: more than ten are an error, even if the first would match
  if (reply.records.length > MX_LIMIT) return permerror('more than 10 exchanges')
  // RFC 7208 §5.4: without MX records nothing matches; the domain's own address does not count
  for (const record of reply.records) {
    const exchange = record.type === 'MX' ? canonicalName(record.exchange) : ''
    // RFC 7505 §3: the null MX is no host
    if (!isName(exchange)) continue
    const finding = examineAddresses(mechanism, exchange, place)
    if (finding.kind !== 'no match') return finding
  }
  return noMatch('no exchange has the client’s address')
}

function examinePtr(target: string, { check, log }: Place): Finding {
  const { names, isVoid } = clientNames(check, log)
  if (!spendVoid(check, isVoid)) return permerror(TOO_MANY_VOIDS)
  const wanted = canonicalName(target)
  // RFC 7208 §5.5: the name itself or one below it. A failed question finds no names.
  const found = isName(wanted) && names.find((name) => isWithin(canonicalName(name), wanted))
  return typeof found === 'string' ? match(`the client is ${found}`) : noMatch('no name fits')
}

/** The error that an answer means, if it means one (RFC 7208 §5). */
function trouble(reply: Reply, { check }: Place): Finding | null {
  if (reply.kind === 'failed') return TEMPORARY
  return spendVoid(check, reply.kind === 'nothing') ? null : permerror(TOO_MANY_VOIDS)
}

function match(reason: string): Finding {
  return { kind: 'match', reason }
}

function noMatch(reason: string): Finding {
  return { kind: 'no match', reason }
}

/** The finding that ends a check for good. */
export function permerror(reason: string): Finding {
  return { kind: 'error', result: 'permerror', reason }
}
