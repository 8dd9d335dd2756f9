/**
 * A fire-and-forget spam bot: an infected PC that dials the mail exchanger itself, says HELO, sends
 * without pipelining, hangs up without QUIT, and never comes back.
 */
import { NETWORK_CODE } from '../../facts/write.ts'
import { domainOf } from '../../mail/address.ts'
import { ignore, type AgentKind } from '../../transfer/agent.ts'
import { beginAttempt } from '../../transfer/attempts.ts'
import { messageAt } from '../../transfer/context.ts'
import { endMessage } from '../../transfer/ledger.ts'
import { isRunning } from '../../network/host.ts'
import { configOf } from '../config.ts'
import { BOT_OPTIONS, type BotConfig } from './options.ts'

export const bot: AgentKind = {
  kind: 'bot',
  title: 'Infected PC',
  options: BOT_OPTIONS,
  manners: { usesEhlo: false, pipelines: false, quits: false },
  ports: [],
  server: null,
  create: () => ({}),
  started: ignore,
  originate(ctx, host, message) {
    if (!isRunning(host)) {
      // It keeps nothing for later.
      messageAt(ctx, message).recipients.forEach((_, i) => endMessage(ctx, message, i, 'lost'))
      return
    }
    messageAt(ctx, message).recipients.forEach((path, i) => {
      const domain = domainOf(path).toLowerCase()
      const firstOnly = configOf<BotConfig>(host).exchangers === 'first'
      const to = { recipients: [i], domain, aim: 'transfer', tag: 0, hops: 0 } as const
      const plain = { shuns: null, turnedBy: '', sendsBack: false }
      beginAttempt(ctx, host, message, { ...to, ...plain, firstOnly })
    })
  },
  timer: ignore,
  attemptEnded(ctx, _host, attempt) {
    for (const one of attempt.outcomes) {
      if (one.class === 2) continue
      const said = one.class === 5 && one.code < NETWORK_CODE
      endMessage(ctx, attempt.message, one.recipient, said ? 'refused' : 'lost')
    }
  },
  cameBack: ignore,
  flush: ignore,
  sendAgain: ignore,
}
