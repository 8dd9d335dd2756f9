/**
 * Trouble that a server may be in, whatever it thinks of a message: replies at a stage of the
 * session, a line that is dropped, an acknowledgement that is lost. To see what senders make of it.
 */
import type { Verb } from '../../mail/smtp/command-record.ts'
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { ReplySpec } from '../../mail/reply-spec.ts'
import type { Host } from '../../network/host.ts'
import type { OptionSpec } from '../../policy/options.ts'
import type { Stage } from '../../transfer/agent.ts'
import { configOf } from '../config.ts'

export interface TroubleConfig {
  /** A key of `TROUBLES`, `hello-drop` or `none`. */
  readonly trouble: string
  /** How many acceptances, from the first one on, the sender never hears of. */
  readonly lostAcknowledgements: number
}

/** What is said at which stage; the names are the option's values. */
const TROUBLES: Readonly<Record<string, { stage: Stage; says: ReplySpec }>> = {
  'greeting-421': { stage: 'greeting', says: R.shuttingDown },
  'greeting-554': { stage: 'greeting', says: R.noService },
  'hello-421': { stage: 'hello', says: R.shuttingDown },
  'hello-450': { stage: 'hello', says: R.heloUnknown },
  'hello-550': { stage: 'hello', says: R.heloRefused },
  'mail-451': { stage: 'mail', says: R.senderLater },
  'mail-550': { stage: 'mail', says: R.senderRefused },
  'rcpt-452': { stage: 'rcpt', says: R.mailboxFull },
  'rcpt-550': { stage: 'rcpt', says: R.userUnknown },
  'data-451': { stage: 'data', says: R.dataLater },
  'data-554': { stage: 'data', says: R.dataRefused },
  'content-451': { stage: 'content', says: R.queueFileError },
  'content-554': { stage: 'content', says: R.contentRefused },
}

export const TROUBLE_OPTIONS: readonly OptionSpec[] = [
  {
    path: 'trouble',
    key: 'trouble',
    about: 'Trouble of the server: the stage of a session, and what it says there',
    live: true,
    type: 'choice',
    initial: 'none',
    values: ['none', ...Object.keys(TROUBLES), 'hello-drop'],
  },
  {
    path: 'lost-acknowledgements',
    key: 'lostAcknowledgements',
    about: 'Receipts that get lost: of so many acceptances the sender never hears',
    live: true,
    type: 'count',
    unit: 'acceptances',
    initial: 0,
    range: [0, 20],
  },
]

/** The reply of a server in trouble at this stage; null when it is not. */
export function troubleAt(host: Host, stage: Stage, about: string): Reply | null {
  const trouble = TROUBLES[configOf<TroubleConfig>(host).trouble]
  return trouble?.stage === stage ? reply(trouble.says, about) : null
}

/** Whether it hangs up without a word. */
export function dropsAt(host: Host, verb: Verb): boolean {
  if (configOf<TroubleConfig>(host).trouble !== 'hello-drop') return false
  return verb === 'EHLO' || verb === 'HELO'
}
