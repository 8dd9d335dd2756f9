/**
 * A host asks the DNS: what it remembers, what the zones say, and lists that change by the minute.
 */
import { present } from '../assert.ts'
import type { DnsAnswer } from '../mail/dns/answer.ts'
import { resolve, type Resolution } from '../mail/dns/cache.ts'
import { canonicalName, isWithin } from '../mail/dns/name.ts'
import type { RecordType } from '../mail/dns/record.ts'
import type { Zone } from '../mail/dns/zone.ts'
import { delayBetween, isRunning, type Host } from '../network/host.ts'
import { seconds, type Millis } from '../units.ts'
import { agentOf, hostAt, type Context } from './context.ts'

/** How long a resolver tries before it gives up on servers that do not answer: an assumption. */
const RESOLVER_GIVES_UP: Millis = seconds(10)

/** An unreachable host has no resolver either, beyond what it still remembers. */
export function question(ctx: Context, host: Host, name: string, type: RecordType): Resolution {
  const cache = present(ctx.world.caches[host.index], 'cache')
  const { now } = ctx.kernel
  if (host.power === 'unreachable' || host.line.state !== 'up')
    return resolve(cache, UNANSWERED, now, name, type)
  return resolve(cache, liveZone(ctx, name) ?? ctx.setting.zones, now, name, type)
}

/** The whole name space, and nobody answers. */
const UNANSWERED: readonly Zone[] = [
  { origin: '', ttlMs: 0, negativeTtlMs: 0, names: {}, failure: 'TIMEOUT' },
]

/** The zone of a list that a host of this world keeps, as it is now; null where the name is elsewhere. */
function liveZone(ctx: Context, name: string): readonly Zone[] | null {
  for (const { origin, host } of ctx.setting.liveZones) {
    if (!isWithin(canonicalName(name), origin)) continue
    const keeper = hostAt(ctx, host)
    if (!isRunning(keeper) || keeper.power === 'unreachable') return UNANSWERED
    const zone = agentOf(ctx, keeper).zone?.(ctx, keeper, canonicalName(name))
    return zone === undefined ? null : [zone]
  }
  return null
}

/** How long a host waits for an answer that it does not remember. */
export function costOf(ctx: Context, host: Host, rcode: DnsAnswer['rcode']): Millis {
  if (rcode === 'TIMEOUT') return RESOLVER_GIVES_UP
  const { nameServer, links } = ctx.setting
  return nameServer < 0 ? 0 : 2 * delayBetween(links, host.index, nameServer)
}
