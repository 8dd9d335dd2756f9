/**
 * A second mail exchanger, at another provider: it takes mail for domains whose mailboxes are
 * elsewhere and passes it on to the better exchanger (RFC 5321 §5.1), as soon as that is there, or
 * when that asks for it (ETRN, ODMR). It does not know which mailboxes exist: what the real server
 * refuses later, it has to return to the sender.
 */
import { relaying } from '../../policy/recipient/check.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import { PORT } from '../../facts/fact.ts'
import { answerTurn, sendTurned } from '../../transfer/flush.ts'
import { acceptedRecipients, refusedBy } from '../../transfer/site.ts'
import { configOf, stateOf } from '../config.ts'
import {
  newServerState,
  queueHandlers,
  serverOwner,
  stationOf,
  takeIn,
  type ServerState,
} from '../mail-server.ts'
import { receiverConfig } from '../server-config.ts'
import { BACKUP_OPTIONS, type BackupConfig } from './options.ts'

const owner = serverOwner({
  isFinal: () => false,
  holds: (host) => configOf<BackupConfig>(host).hold === 'until-asked',
  sendsBack: () => false,
})

export const backup: AgentKind = {
  kind: 'backup',
  title: 'Backup mail server',
  options: BACKUP_OPTIONS,
  manners: { usesEhlo: true, pipelines: true, quits: true },
  ports: [PORT.relay, PORT.odmr],
  server: {
    config: (host, port) => {
      const service = port === PORT.odmr ? 'odmr' : 'relay-in'
      const { sizeLimitOctets } = configOf<BackupConfig>(host)
      return receiverConfig(host, service, sizeLimitOctets)
    },
    // RFC 2645 §5.1: a customer logs in, here under the name of its domain.
    login: (_ctx, host, user) => stateOf<ServerState>(host).domains.includes(user),
    objection: () => null,
    dropsAt: () => false,
    recipient(ctx, host, c, path) {
      return refusedBy(ctx, c, path, relaying(path, stateOf<ServerState>(host)))
    },
    content: (ctx, host, c, state) =>
      takeIn(stationOf(ctx, host, owner), c, acceptedRecipients(ctx, c, state)),
    turn(ctx, host, c, request) {
      // RFC 2645 §5.3: only for the domains of whoever has logged in
      const { user } = c.receiver
      const domains = request.verb === 'ATRN' ? [user] : stateOf<ServerState>(host).domains
      return answerTurn(stationOf(ctx, host, owner), domains, request)
    },
    turned: (ctx, host, c) => sendTurned(stationOf(ctx, host, owner), c, c.receiver.user),
  },
  create: newServerState,
  started: ignore,
  sendAgain: ignore,
  ...queueHandlers(owner),
}
