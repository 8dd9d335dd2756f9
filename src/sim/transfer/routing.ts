/**
 * Which hosts an attempt dials: mail exchangers for a transfer, the configured server for a
 * submission. The DNS is asked at once and answers later: the cost of the questions is the time
 * after which the attempt goes on. A record that changes in between is not noticed.
 */
import { drawBelow, keyOf } from '../engine/random.ts'
import { writeLookup } from '../facts/write.ts'
import type { NetworkResult } from '../facts/fact.ts'
import { type Resolution } from '../mail/dns/cache.ts'
import {
  mailRoute,
  type ExchangeHost,
  type LookupRecord,
  type MailRouting,
} from '../mail/dns/mail-exchange.ts'
import type { RecordType } from '../mail/dns/record.ts'
import type { Host } from '../network/host.ts'
import { present } from '../assert.ts'
import type { Millis } from '../units.ts'
import type { Attempt, Delivery } from './attempt.ts'
import { messageAt, nameIndexOf, type Context } from './context.ts'
import { costOf, question } from './resolver.ts'

const MX_SHUFFLE = keyOf('mx-shuffle')

/** What the DNS gave: hosts to dial, or why there are none. */
export type Routing =
  | { readonly kind: 'hosts'; readonly hosts: readonly ExchangeHost[] }
  | { readonly kind: 'none'; readonly result: NetworkResult }

/** smtp_mx_address_limit */
const ADDRESSES_MAX = 5

const RESULT_OF_REASON: Readonly<Record<string, NetworkResult>> = {
  'null-mx': 'domain accepts no mail',
  'no-such-domain': 'no such domain',
  'no-address': 'no address for the domain',
  'loops-back': 'mail loops back',
  'dns-failure': 'DNS failure',
}

// oxlint-disable-next-line max-params -- who asks, for what, and what it was begun with
export function findRoute(
  ctx: Context,
  host: Host,
  attempt: Attempt,
  { sendsBack, nextHop }: Pick<Delivery, 'sendsBack' | 'nextHop'>,
): { routing: Routing; cost: Millis } {
  const ask = (name: string, type: RecordType): Resolution => question(ctx, host, name, type)
  if (attempt.aim === 'submission')
    return namedRoute(ctx, host, attempt, ask, ctx.setting.submissionServer)
  const fixed = nextHop ?? ctx.setting.routes[host.index]?.[attempt.domain]
  if (fixed !== undefined) return namedRoute(ctx, host, attempt, ask, fixed)
  // RFC 5321 §4.1.3: an address literal is dialled as it stands.
  const literal = /^\[([\d.]+)\]$/.exec(attempt.domain)?.[1]
  if (literal !== undefined) {
    const hosts = [{ name: attempt.domain, address: literal, preference: 0 }]
    return { routing: { kind: 'hosts', hosts }, cost: 0 }
  }
  const { route, lookups }: MailRouting = mailRoute(
    {
      domain: attempt.domain,
      ownNames: sendsBack ? [] : [host.name],
      addressLimit: ADDRESSES_MAX,
    },
    ask,
    (k, n) => shuffle(ctx, attempt, k, n),
  )
  const cost = record(ctx, host, attempt, lookups)
  if (route.kind === 'hosts') {
    const others = sendsBack ? route.hosts.filter(({ name }) => name !== host.name) : route.hosts
    if (others.length > 0) return { routing: { kind: 'hosts', hosts: others }, cost }
    return { routing: { kind: 'none', result: 'mail loops back' }, cost }
  }
  const result = present(RESULT_OF_REASON[route.reason], 'reason', route.reason)
  return { routing: { kind: 'none', result }, cost }
}

/** Keyed by the message and the instant: other traffic moves nobody's luck. */
function shuffle(ctx: Context, attempt: Attempt, k: number, n: number): number {
  const entity = keyOf(messageAt(ctx, attempt.message).id)
  return drawBelow(ctx.setting.seed, MX_SHUFFLE, entity, attempt.startedAt * 16 + k, n)
}

/** The address from which a connection was turned round: nothing to look up, nothing to dial. */
export function routeBack(address: string): { routing: Routing; cost: Millis } {
  const hosts = [{ name: address, address, preference: 0 }]
  return { routing: { kind: 'hosts', hosts }, cost: 0 }
}

/**
 * A host that is known by name needs only its address: the submission server of a mail program
 * (RFC 6409 §3.1), or the next hop that somebody has written down for a domain.
 */
// oxlint-disable-next-line max-params -- who asks, for what, how, and the name
function namedRoute(
  ctx: Context,
  host: Host,
  attempt: Attempt,
  ask: (name: string, type: RecordType) => Resolution,
  name: string,
): { routing: Routing; cost: Millis } {
  const { answer, cached } = ask(name, 'A')
  const count = answer.records.length
  const looked: LookupRecord = { name, type: 'A', rcode: answer.rcode, count, cached }
  const cost = record(ctx, host, attempt, [looked])
  const hosts: ExchangeHost[] = []
  for (const r of answer.records)
    if (r.type === 'A') hosts.push({ name, address: r.address, preference: 0 })
  if (hosts.length > 0) return { routing: { kind: 'hosts', hosts }, cost }
  const temporary = answer.rcode === 'SERVFAIL' || answer.rcode === 'TIMEOUT'
  const none = answer.rcode === 'NXDOMAIN' ? 'no such domain' : 'no address for the domain'
  return { routing: { kind: 'none', result: temporary ? 'DNS failure' : none }, cost }
}

/** Writes the questions that left the host, one after the other, and answers what they cost. */
function record(
  ctx: Context,
  host: Host,
  attempt: Attempt,
  lookups: readonly LookupRecord[],
): Millis {
  let cost = 0
  for (const one of lookups) {
    if (one.cached) continue
    const span = costOf(ctx, host, one.rcode)
    const name = nameIndexOf(ctx.chronicle, one.name)
    const asked = { type: one.type, rcode: one.rcode, startsAfter: cost, span }
    writeLookup(ctx.chronicle.facts, ctx.kernel.now, attempt.serial, name, asked)
    cost += span
  }
  return cost
}
