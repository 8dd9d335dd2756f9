/**
 * The operator of a block list (RFC 5782). Its domains have no people: nobody has ever asked for mail
 * there, so who writes to them has not asked anybody. Each RCPT to one of them counts against the
 * address that it comes from, whatever is answered, and after a while the address is on the list.
 *
 * The list is a zone in the DNS that this host keeps: it changes while the run is under way. Its own
 * names have to stand in another zone. When the operator is down, nobody answers.
 *
 * Simplified: every letter to a trap counts alike, also a report that was sent to a forged sender; the
 * list has IPv4 addresses only; nobody writes to get an address off the list.
 */
import { KIND, LISTING_EVENTS, PORT, type ListingEvent } from '../../facts/fact.ts'
import { addressOctets } from '../../mail/dns/ip-address.ts'
import { dnsblName } from '../../mail/dns/dnsbl.ts'
import type { DnsRecord } from '../../mail/dns/record.ts'
import type { Zone } from '../../mail/dns/zone.ts'
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { isRunning, type Host } from '../../network/host.ts'
import { isLocalDomain } from '../../policy/mailboxes.ts'
import { judgeRecipient, relaying } from '../../policy/recipient/check.ts'
import { ignore, type AgentKind, type AgentSetup } from '../../transfer/agent.ts'
import type { Connection } from '../../transfer/connection.ts'
import { nameIndexOf, type Context } from '../../transfer/context.ts'
import { EVENT } from '../../transfer/events.ts'
import { putInMailbox, takeBaton } from '../../transfer/ledger.ts'
import { newQueueId } from '../../transfer/queue.ts'
import { acceptedRecipients, refusedBy } from '../../transfer/site.ts'
import { configOf, stateOf } from '../config.ts'
import { KEEPS_NO_MAIL } from '../mail-server.ts'
import { receiverConfig } from '../server-config.ts'
import type { Instant, Millis } from '../../units.ts'
import { BLOCKLIST_OPTIONS, type BlocklistConfig } from './options.ts'
import { changesDue, noteHit, type Entry, type Register } from './register.ts'

interface BlocklistState extends AgentSetup {
  readonly register: Register
  /** Messages taken in so far, for their queue ids. */
  taken: number
}

/** A trap takes letters of any size. */
const NO_SIZE_LIMIT = 0

/** By which everybody can see that the list works (RFC 5782 §5); the code is the usual one (§2.1). */
const TEST_ADDRESS = '127.0.0.2'
const CODE = '127.0.0.2'

/** The zone that this host keeps; '' where the scenario names none. */
function originOf({ setting }: Context, { index }: Host): string {
  return setting.liveZones.find(({ host }) => host === index)?.origin ?? ''
}

/** All that the list has at this name, as of now. */
function zone(ctx: Context, host: Host, name: string): Zone {
  const origin = originOf(ctx, host)
  const { ttlMs, negativeTtlMs } = configOf<BlocklistConfig>(host)
  const names: Record<string, readonly DnsRecord[]> = {
    [dnsblName(TEST_ADDRESS, origin)]: recordsFor(TEST_ADDRESS, origin),
  }
  const address = addressIn(name, origin)
  if (stateOf<BlocklistState>(host).register.get(address)?.isListed === true)
    names[name] = recordsFor(address, origin)
  return { origin, ttlMs, negativeTtlMs, names, hasWildcards: false }
}

/** `99.2.0.192.dnsbl.example` → `192.0.2.99`; '' for what is no such name. */
function addressIn(name: string, origin: string): string {
  const labels = name.slice(0, -origin.length - 1).split('.')
  const address = labels.toReversed().join('.')
  return addressOctets(address)?.length === 4 ? address : ''
}

const recordsFor = (address: string, origin: string): readonly DnsRecord[] => [
  { type: 'A', address: CODE },
  { type: 'TXT', strings: [`Listed for the simulation, see https://${origin}/?${address}`] },
]

/** @param inMs how long until the next thing that is planned for this address; 0 for nothing */
function note(
  ctx: Context,
  host: Host,
  event: ListingEvent,
  about: { readonly address: string; readonly inMs: Millis },
): void {
  const name = nameIndexOf(ctx.chronicle, about.address)
  const which = LISTING_EVENTS.indexOf(event)
  const { kernel, chronicle } = ctx
  chronicle.facts.add(kernel.now, KIND.listing, host.index, name, which, about.inMs)
}

/** Somebody writes to a trap. */
function hit(ctx: Context, host: Host, address: string): void {
  const { now } = ctx.kernel
  const { register } = stateOf<BlocklistState>(host)
  const wasPlanned = (register.get(address)?.listAt ?? -1) >= 0
  const entry = noteHit(register, address, now, configOf<BlocklistConfig>(host))
  note(ctx, host, 'hit', { address, inMs: entry.listAt < 0 ? 0 : entry.listAt - now })
  if (entry.listAt >= 0 && !wasPlanned) ctx.kernel.at(entry.listAt, EVENT.timer, host.index)
}

/** Lists and takes off what is due; a host that is down does it when it is back. */
function catchUp(ctx: Context, host: Host): void {
  if (!isRunning(host)) return
  const { now } = ctx.kernel
  const { register } = stateOf<BlocklistState>(host)
  for (const { address, entry, event } of changesDue(register, now)) {
    note(ctx, host, event, { address, inMs: event === 'listed' ? entry.forgetAt - now : 0 })
  }
  for (const entry of register.values()) if (entry.isListed) lookAgain(ctx, host, entry, now)
}

/** One look is planned at a time; who has been met again meanwhile is looked at later. */
function lookAgain(ctx: Context, host: Host, entry: Entry, now: Instant): void {
  if (entry.looksAt > now) return
  entry.looksAt = entry.forgetAt
  ctx.kernel.at(entry.looksAt, EVENT.timer, host.index)
}

function recipient(ctx: Context, host: Host, c: Connection, path: string): Reply | null {
  const site = stateOf<BlocklistState>(host)
  if (!isLocalDomain(path, site)) return refusedBy(ctx, c, path, relaying(path, site))
  hit(ctx, host, c.clientAddress)
  if (configOf<BlocklistConfig>(host).traps === 'take') return null
  return refusedBy(ctx, c, path, judgeRecipient(path, { domains: site.domains, mailboxes: [] }))
}

function content(ctx: Context, host: Host, c: Connection, recipients: readonly number[]): Reply {
  takeBaton(ctx, host, c.message, { from: c.client, recipients })
  for (const one of recipients) putInMailbox(ctx, host, c.message, one)
  return reply(R.queued, '', newQueueId(host, ++stateOf<BlocklistState>(host).taken))
}

export const blocklist: AgentKind = {
  kind: 'blocklist',
  title: 'Block list',
  options: BLOCKLIST_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [PORT.relay],
  server: {
    config: (host) => receiverConfig(host, 'relay-in', NO_SIZE_LIMIT),
    login: () => false,
    objection: () => null,
    dropsAt: () => false,
    recipient,
    content: (ctx, host, c, state) => content(ctx, host, c, acceptedRecipients(ctx, c, state)),
    ...KEEPS_NO_MAIL,
  },
  zone,
  create: (setup): BlocklistState => ({ ...setup, register: new Map(), taken: 0 }),
  started: ignore,
  originate: ignore,
  timer: catchUp,
  attemptEnded: ignore,
  cameBack: catchUp,
  flush: ignore,
  sendAgain: ignore,
}
