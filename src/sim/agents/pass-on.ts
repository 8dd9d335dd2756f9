/**
 * What forwarders and lists have in common: mail for an address here goes on to mailboxes elsewhere,
 * as a message of its own (RFC 5321 §3.9). Postfix makes a new queue file of it, too: `forwarded`.
 *
 * A message that comes back to an address it has been through is not passed on again, as Postfix
 * tells by its Delivered-To fields; the Received fields bound what escapes that.
 */
import { networkCode } from '../facts/write.ts'
import { domainOf } from '../mail/address.ts'
import { reply, type Reply } from '../mail/reply.ts'
import { R } from '../mail/reply-catalogue.ts'
import type { Host } from '../network/host.ts'
import { objects, passes } from '../policy/check.ts'
import { hasMailbox } from '../policy/mailboxes.ts'
import { relaying } from '../policy/recipient/check.ts'
import { ignore, type AgentKind, type ServerSide } from '../transfer/agent.ts'
import { openOutcome, type RecipientOutcome } from '../transfer/attempt.ts'
import type { Connection } from '../transfer/connection.ts'
import { messageAt, type Context } from '../transfer/context.ts'
import { endMessage, makeMessage, noteLocalDelivery } from '../transfer/ledger.ts'
import { enqueue, type QueueEntry, type Station } from '../transfer/queue.ts'
import { keepSignatures, sign } from '../transfer/signing.ts'
import { acceptedRecipients, refusedBy } from '../transfer/site.ts'
import type { MessageRecord } from '../facts/message.ts'
import { PORT } from '../facts/fact.ts'
import { stateOf } from './config.ts'
import {
  KEEPS_NO_MAIL,
  newServerState,
  queueHandlers,
  serverOwner,
  stationOf,
  takeIn,
  type ServerState,
} from './mail-server.ts'
import { receiverConfig } from './server-config.ts'

/** What becomes of a message that is passed on; what is left out stays as it was. */
export interface Copy extends Partial<
  Pick<MessageRecord, 'reversePath' | 'author' | 'subject' | 'body' | 'octets'>
> {
  readonly to: readonly string[]
}

/** How a host passes mail on. */
export interface Passing {
  /** null: mail for this address goes nowhere, and is returned. */
  copy(ctx: Context, host: Host, message: number, path: string): Copy | null
  /** Whether mail for this address of its own is taken at all. */
  takes(ctx: Context, host: Host, path: string): boolean
}

/** Where mail for an address here goes on to; none where it is no address of that kind. */
export function targetsOf(ctx: Context, host: Host, path: string): readonly string[] {
  return ctx.setting.forwards[host.index]?.get(path.toLowerCase()) ?? []
}

function passOn(
  station: Station,
  entry: QueueEntry,
  to: number,
  passing: Passing,
): RecipientOutcome | null {
  const { ctx, host } = station
  const one = messageAt(ctx, entry.message)
  const path = one.recipients[to] ?? ''
  if (!passing.takes(ctx, host, path) || hasMailbox(path, stateOf<ServerState>(host))) return null
  const copy = hasBeenAt(ctx, entry.message, path)
    ? null
    : passing.copy(ctx, host, entry.message, path)
  const code = networkCode(copy === null ? 'mail loops back' : 'forwarded')
  const outcome: RecipientOutcome = { ...openOutcome(to), code, class: copy === null ? 5 : 2 }
  noteLocalDelivery(ctx, host, entry.message, outcome)
  if (copy === null) return outcome
  endMessage(ctx, entry.message, to, 'delivered')
  const { to: recipients, ...changes } = copy
  const { kind, reversePath, author, subject, body, octets, about, action, claims } = one
  const kept = { kind, reversePath, author, subject, body, octets, about, action }
  const claimed = claims === undefined ? {} : { claims }
  const made = { ...kept, ...claimed, ...changes, recipients, origin: entry.message }
  const message = makeMessage(ctx, host, host.id, made)
  keepSignatures(ctx, entry.message, message)
  sign(ctx, host, message)
  // Its own server puts a Received field on it, as on everything that it writes.
  enqueue(station, { message, recipients: recipients.map((_, i) => i), hops: entry.hops + 1 })
  return outcome
}

/** Whether the message has been passed on at this address before (Postfix: Delivered-To). */
function hasBeenAt(ctx: Context, message: number, path: string): boolean {
  const lower = path.toLowerCase()
  for (let at = messageAt(ctx, message).origin; at >= 0; at = messageAt(ctx, at).origin)
    if (messageAt(ctx, at).recipients.some((one) => one.toLowerCase() === lower)) return true
  return false
}

/** Whether it takes mail for this address; what for others it does not relay. */
function judge(
  ctx: Context,
  host: Host,
  c: Connection,
  path: string,
  passing: Passing,
): Reply | null {
  const site = stateOf<ServerState>(host)
  const denied = relaying(path, site)
  if (denied !== null) return refusedBy(ctx, c, path, denied)
  const isKnown = passing.takes(ctx, host, path) || hasMailbox(path, site)
  const finding = isKnown
    ? passes('recipient-known')
    : objects('recipient-unknown', reply(R.userUnknown, path))
  return refusedBy(ctx, c, path, finding)
}

/** All of an agent that takes mail only to pass it on, but its name and its options. */
export function passingAgent(passing: Passing): Omit<AgentKind, 'kind' | 'title' | 'options'> {
  const owner = serverOwner({
    isFinal: () => true,
    holds: () => false,
    sendsBack: () => false,
    passOn: (station, entry, to) => passOn(station, entry, to, passing),
  })
  const server: ServerSide = {
    config: (host) => receiverConfig(host, 'relay-in', Number(host.config['sizeLimitOctets'])),
    login: () => false,
    objection: () => null,
    dropsAt: () => false,
    recipient: (ctx, host, c, path) => judge(ctx, host, c, path, passing),
    content: (ctx, host, c, state) =>
      takeIn(stationOf(ctx, host, owner), c, acceptedRecipients(ctx, c, state)),
    ...KEEPS_NO_MAIL,
  }
  return {
    manners: { usesEhlo: true, pipelines: true, quits: true },
    ports: [PORT.relay],
    server,
    create: newServerState,
    started: ignore,
    sendAgain: ignore,
    ...queueHandlers(owner),
  }
}

/** The two parts of a mailbox; the domain in lower case. */
export function partsOf(path: string): { readonly local: string; readonly domain: string } {
  return { local: path.slice(0, path.lastIndexOf('@')), domain: domainOf(path).toLowerCase() }
}
