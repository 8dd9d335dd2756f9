/**
 * The recipient's mail exchanger (RFC 5598 §4.3.2: the MTA at the border), with the mailboxes of
 * its domains behind it. Delivery into a mailbox takes no time: simplified.
 */
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { Host } from '../../network/host.ts'
import { greylisting, newGreylist, type GreylistState } from '../../policy/greylisting/check.ts'
import { recipient, relaying } from '../../policy/recipient/check.ts'
import { ignore, type AgentKind, type AgentSetup } from '../../transfer/agent.ts'
import type { Connection } from '../../transfer/connection.ts'
import type { Context } from '../../transfer/context.ts'
import { putInMailbox, takeBaton } from '../../transfer/ledger.ts'
import { newQueueId } from '../../transfer/queue.ts'
import { acceptedRecipients, questionOf, refusedBy } from '../../transfer/site.ts'
import { configOf, stateOf } from '../config.ts'
import { receiverConfig } from '../server-config.ts'
import { MX_OPTIONS, type MxConfig } from './options.ts'

interface MxState extends AgentSetup {
  readonly greylist: GreylistState
  /** Messages accepted, for their queue ids. */
  accepted: number
}

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
  if (config.order === 'recipient-first') {
    const unknown = refusedBy(ctx, c, forwardPath, recipient(q, site))
    if (unknown !== null) return unknown
  }
  if (config.greylistOn) {
    const stranger = refusedBy(ctx, c, forwardPath, greylisting(q, site.greylist, config))
    if (stranger !== null) return stranger
  }
  if (config.order === 'recipient-first') return null
  return refusedBy(ctx, c, forwardPath, recipient(q, site))
}

export const mx: AgentKind = {
  kind: 'mx',
  title: 'Mail server',
  options: MX_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [25],
  server: {
    config: (host) => receiverConfig(host, 'relay-in', configOf<MxConfig>(host).sizeLimitOctets),
    login: () => false,
    recipient: firstObjection,
    content(ctx, host, c, state) {
      const site = stateOf<MxState>(host)
      takeBaton(ctx, host, c.message, c.client)
      for (const one of acceptedRecipients(ctx, c, state)) putInMailbox(ctx, host, c.message, one)
      return reply(R.queued, '', newQueueId(host, ++site.accepted))
    },
  },
  create: (setup): MxState => ({ ...setup, greylist: newGreylist(), accepted: 0 }),
  started: ignore,
  originate: ignore,
  timer: ignore,
  attemptEnded: ignore,
  cameBack: ignore,
  sendAgain: ignore,
}
