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
import { CHECKS } from '../../policy/index.ts'
import { hasMailbox } from '../../policy/mailboxes.ts'
import { newBench, type Bench } from '../../policy/pipeline.ts'
import { relaying } from '../../policy/recipient/check.ts'
import { isReported } from '../../policy/reputation/complaints.ts'
import type { CheckStage } from '../../policy/check.ts'
import { ignore, type AgentKind, type Stage } from '../../transfer/agent.ts'
import type { Connection } from '../../transfer/connection.ts'
import { PORT } from '../../facts/fact.ts'
import { messageAt, type Context } from '../../transfer/context.ts'
import { fetchMail } from '../../transfer/fetch.ts'
import { putInMailbox, takeBaton } from '../../transfer/ledger.ts'
import { newQueueId } from '../../transfer/queue.ts'
import { SessionLook } from '../../transfer/checks.ts'
import { acceptedRecipients, refusedBy } from '../../transfer/site.ts'
import { configOf, stateOf } from '../config.ts'
import {
  KEEPS_NO_MAIL,
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
  readonly bench: Bench
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

/** What its checks say at this stage; what it takes to be mailboxes elsewhere it cannot look up. */
function look(ctx: Context, host: Host, c: Connection, stage: CheckStage, about = ''): SessionLook {
  return new SessionLook(ctx, host, c, siteOf(host), stage, about)
}

function siteOf(host: Host): MxState {
  const site = stateOf<MxState>(host)
  return hasMailboxes(host) ? site : { ...site, mailboxes: ANY_MAILBOX }
}
const ANY_MAILBOX: readonly string[] = ['*']

/** In trouble, or not willing: what is said at a stage before RCPT. */
function objection(
  ctx: Context,
  host: Host,
  c: Connection,
  stage: Stage,
  about: string,
): Reply | null {
  const trouble = troubleAt(host, stage, about)
  if (trouble !== null || stage === 'rcpt' || stage === 'data' || stage === 'content')
    return trouble
  return look(ctx, host, c, stage, about).objection()
}

function refuses(ctx: Context, host: Host, c: Connection, forwardPath: string): Reply | null {
  const denied = relaying(forwardPath, stateOf<MxState>(host))
  if (denied !== null) return refusedBy(ctx, c, forwardPath, denied)
  return look(ctx, host, c, 'rcpt', forwardPath).objection()
}

/** Into the mailboxes, or on its way again where this host takes them to be elsewhere. */
function accept(ctx: Context, host: Host, c: Connection, recipients: readonly number[]): Reply {
  if (isLooping(host, c)) return reply(R.tooManyHops)
  const judged = look(ctx, host, c, 'content')
  const no = judged.objection()
  if (no !== null) return no
  const station = stationOf(ctx, host, owner)
  const { recipients: paths } = messageAt(ctx, c.message)
  // RFC 5321 §6.1: who has said 250 and finds no mailbox afterwards has to report it, out of its
  // queue. Simplified: what goes through the queue because of one recipient goes into the inbox.
  const isKnown = (one: number): boolean => hasMailbox(paths[one] ?? '', siteOf(host))
  if (!hasMailboxes(host) || !recipients.every(isKnown)) return takeIn(station, c, recipients)
  takeBaton(ctx, host, c.message, { from: c.client, recipients })
  const folder = c.notes?.folder ?? 'inbox'
  for (const one of recipients) putInMailbox(ctx, host, c.message, one, folder)
  judged.tell(folder)
  const { kind } = messageAt(ctx, c.message)
  if (folder === 'inbox' && isReported(kind, judged.question().inquiry, host.config))
    judged.tell('reported')
  return reply(R.queued, '', newQueueId(host, ++station.queue.made))
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
    objection,
    dropsAt,
    recipient: refuses,
    content(ctx, host, c, state) {
      const answer = accept(ctx, host, c, acceptedRecipients(ctx, c, state))
      if (answer.spec === R.queued) loseAcknowledgement(host, c)
      return answer
    },
    ...KEEPS_NO_MAIL,
  },
  create: (setup): MxState => ({ ...newServerState(setup), bench: newBench(CHECKS), lost: 0 }),
  started: ignore,
  sendAgain: ignore,
  ...handlers,
  cameBack,
}
