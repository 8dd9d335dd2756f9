/**
 * The provider's outgoing server: submission (RFC 6409) and relay in one host, with one queue and
 * one Received field. What it has answered 250 to is its job until it is delivered or reported.
 *
 * It also has the mailboxes of its own domains, so that failure reports reach their sender.
 */
import { hasMailbox, isLocalDomain } from '../../policy/mailboxes.ts'
import { judgeRecipient, relaying } from '../../policy/recipient/check.ts'
import { SUBMISSION_OPTIONS, type SubmissionConfig } from './options.ts'
import { beyondQuota, type QuotaState } from './quota.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import { PORT } from '../../facts/fact.ts'
import { sign } from '../../transfer/signing.ts'
import { acceptedRecipients, refusedBy } from '../../transfer/site.ts'
import type { Instant } from '../../units.ts'
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

const owner = serverOwner({
  isFinal: () => true,
  holds: () => false,
  sendsBack: () => false,
})

/** Whether strangers may still have mail passed on. */
const isOpen = ({ openRelay, openForMs }: SubmissionConfig, now: Instant): boolean =>
  openRelay && (openForMs === 0 || now < openForMs)

export const submission: AgentKind = {
  kind: 'submission',
  title: 'Outgoing server',
  options: SUBMISSION_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [PORT.relay, PORT.submission],
  server: {
    config: (host, port) => {
      const service = port === PORT.submission ? 'submission' : 'relay-in'
      return receiverConfig(host, service, configOf<SubmissionConfig>(host).sizeLimitOctets)
    },
    login: (_ctx, host, user) => {
      const site = stateOf<ServerState>(host)
      return isLocalDomain(user, site) && hasMailbox(user, site)
    },
    objection: (ctx, host, c, stage, about) =>
      stage === 'mail' ? beyondQuota(ctx, host, c, about) : null,
    dropsAt: () => false,
    recipient(ctx, host, c, path) {
      const site = stateOf<ServerState>(host)
      const config = configOf<SubmissionConfig>(host)
      // RFC 6409 §4.3: who has logged in may send to anybody. An open relay asks nobody.
      const mayRelay = c.port === PORT.submission || isOpen(config, ctx.kernel.now)
      const finding = mayRelay ? null : relaying(path, site, config.relayDenied === '554')
      if (finding !== null) return refusedBy(ctx, c, path, finding)
      if (!isLocalDomain(path, site)) return null
      return refusedBy(ctx, c, path, judgeRecipient(path, site))
    },
    content(ctx, host, c, state) {
      // RFC 6376 §5.1: it answers for whoever has logged in here, and for nobody else.
      if (c.receiver.user !== '' && !isLooping(host, c)) sign(ctx, host, c.message)
      return takeIn(stationOf(ctx, host, owner), c, acceptedRecipients(ctx, c, state))
    },
    ...KEEPS_NO_MAIL,
  },
  create: (setup): ServerState & QuotaState => ({ ...newServerState(setup), sent: new Map() }),
  started: ignore,
  sendAgain: ignore,
  ...queueHandlers(owner),
}
