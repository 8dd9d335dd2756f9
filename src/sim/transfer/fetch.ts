/**
 * A host that is not always reachable asks its provider for its mail: ETRN, after which the provider
 * connects to it (RFC 1985), or ATRN, which turns the connection round (RFC 2645).
 */
import { resolve } from '../mail/dns/cache.ts'
import { inOrder } from '../mail/dns/exchange-order.ts'
import { canonicalName } from '../mail/dns/name.ts'
import type { Host } from '../network/host.ts'
import { present } from '../assert.ts'
import type { Millis } from '../units.ts'
import { beginFetch } from './attempts.ts'
import type { Context } from './context.ts'
import { delayBetween } from '../network/host.ts'

/**
 * Asks for the mail of a domain at the best of its exchangers that is not this host itself. Where
 * the DNS names none, nobody is asked. Simplified: the questions leave no facts of their own.
 */
export function fetchMail(ctx: Context, host: Host, domain: string, verb: 'ETRN' | 'ATRN'): void {
  const cache = present(ctx.world.caches[host.index], 'cache')
  const { zones, nameServer, links } = ctx.setting
  const { now } = ctx.kernel
  const { answer } = resolve(cache, zones, now, domain, 'MX')
  const [provider] = inOrder(answer.records, Infinity, () => 0).filter(
    ({ exchange }) => canonicalName(exchange) !== canonicalName(host.name),
  )
  if (provider === undefined) return
  const name = canonicalName(provider.exchange)
  const found = resolve(cache, zones, now, name, 'A').answer.records.find(
    ({ type }) => type === 'A',
  )
  if (found?.type !== 'A') return
  const cost: Millis = nameServer < 0 ? 0 : 2 * delayBetween(links, host.index, nameServer)
  beginFetch(ctx, host, domain, { verb, name, address: found.address, cost })
}
