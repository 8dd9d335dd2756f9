/**
 * The recipient's mail exchanger (RFC 5598 §4.3.2: the MTA at the border), with the mailboxes of
 * its domains behind it. Delivery into a mailbox takes no time: simplified.
 *
 * It may be set up wrongly and take the mailboxes to be elsewhere: then it passes mail on, and finds
 * itself in the DNS (RFC 5321 §5.1), or sends it in a circle (RFC 5321 §6.3). One that is not always
 * online asks its backup for mail whenever it is.
 */
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Host } from '../../network/host.ts'
import { greylisting, newGreylist, type GreylistState } from '../../policy/greylisting/check.ts'
import { recipient, relaying } from '../../policy/recipient/check.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import type { Connection } from '../../transfer/connection.ts'
import { PORT } from '../../facts/fact.ts'
import type { Context } from '../../transfer/context.ts'
import { fetchMail } from '../../transfer/fetch.ts'
import { putInMailbox, takeBaton } from '../../transfer/ledger.ts'
import { newQueueId } from '../../transfer/queue.ts'
import { acceptedRecipients, questionOf, refusedBy } from '../../transfer/site.ts'
import { configOf, stateOf } from '../config.ts'
import {
  isLooping,
  newServerState,
  queueHandlers,
  serverOwner,
  stationOf,
  takeIn,
  type ServerState,
} from '../mail-server.ts'
import { receiverConfig } from '../server-config.ts'
import { MX_OPTIONS, type MxConfig } from './options.ts'
import { dropsAt, troubleAt } from './trouble.ts'

interface MxState extends ServerState {
  readonly greylist: GreylistState
  /** Acceptances of which the sender has not heard. */
  lost: number
}

const hasMailboxes = (host: Host): boolean => configOf<MxConfig>(host).takesMailboxes === 'here'

const owner = serverOwner({
  isFinal: hasMailboxes,
  holds: () => false,
  sendsBack: (host) => configOf<MxConfig>(host).takesMailboxes === 'at-backup',
})
const handlers = queueHandlers(owner)

/** The checks at RCPT in the order that the option says; the first objection counts. */
function firstObjection(
  ctx: Context,
  host: Host,
  c: Connection,
  forwardPath: string,
): Reply | null {
  const config = configOf<MxConfig>(host)
  const site = stateOf<MxState>(host)
  const q = questionOf(ctx, c, forwardPath)
  const denied = relaying(q, site)
  if (denied !== null) return refusedBy(ctx, c, forwardPath, denied)
  const checksFirst = config.order === 'recipient-first' && hasMailboxes(host)
  if (checksFirst) {
    const unknown = refusedBy(ctx, c, forwardPath, recipient(q, site))
    if (unknown !== null) return unknown
  }
  if (config.greylistOn) {
    const stranger = refusedBy(ctx, c, forwardPath, greylisting(q, site.greylist, config))
    if (stranger !== null) return stranger
  }
  if (checksFirst || !hasMailboxes(host)) return null
  return refusedBy(ctx, c, forwardPath, recipient(q, site))
}

/** Into the mailboxes, or on its way again where this host takes them to be elsewhere. */
function accept(ctx: Context, host: Host, c: Connection, recipients: readonly number[]): Reply {
  if (!hasMailboxes(host)) return takeIn(stationOf(ctx, host, owner), c, recipients)
  if (isLooping(host, c)) return reply(R.tooManyHops)
  takeBaton(ctx, host, c.message, { from: c.client, recipients })
  for (const one of recipients) putInMailbox(ctx, host, c.message, one)
  const { queue } = stateOf<MxState>(host)
  return reply(R.queued, '', newQueueId(host, ++queue.made))
}

/** Breaks the line with the 250 on it, for as many times as the option says. */
function loseAcknowledgement(host: Host, c: Connection): void {
  const site = stateOf<MxState>(host)
  if (site.lost >= configOf<MxConfig>(host).lostAcknowledgements) return
  site.lost++
  c.breaks = true
}

/** Online again: mail that its backup keeps is asked for, domain by domain. */
function cameBack(ctx: Context, host: Host): void {
  handlers.cameBack(ctx, host)
  const { fetch } = configOf<MxConfig>(host)
  if (fetch === 'none' || host.line.state !== 'up') return
  for (const domain of stateOf<MxState>(host).domains)
    fetchMail(ctx, host, domain, fetch === 'etrn' ? 'ETRN' : 'ATRN')
}

export const mx: AgentKind = {
  kind: 'mx',
  title: 'Mail server',
  options: MX_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [PORT.relay],
  server: {
    config: (host) => receiverConfig(host, 'relay-in', configOf<MxConfig>(host).sizeLimitOctets),
    login: () => false,
    objection: troubleAt,
    dropsAt,
    recipient: firstObjection,
    content(ctx, host, c, state) {
      const answer = accept(ctx, host, c, acceptedRecipients(ctx, c, state))
      if (answer.spec === R.queued) loseAcknowledgement(host, c)
      return answer
    },
    // RFC 1985 §5: it keeps no mail for others.
    turn: (_ctx, _host, _c, { domains }) => reply(R.etrnNotServed, domains[0] ?? ''),
    turned: ignore,
  },
  create: (setup): MxState => ({ ...newServerState(setup), greylist: newGreylist(), lost: 0 }),
  started: ignore,
  sendAgain: ignore,
  ...handlers,
  cameBack,
}
