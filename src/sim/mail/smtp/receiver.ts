/**
 * The receiving side of SMTP.
 *
 * Theory of operation. A session is plain data (`ReceiverState`). `receive` takes one command,
 * changes the state and answers with exactly one reply, in the order in which commands came; that
 * is all that pipelining asks of a server (RFC 2920 §3.2). What comes next is in ONE table,
 * `RECEIVER`: for each phase the commands that are in order there and the phase they lead to when
 * they are accepted. A refused command leaves the phase as it is. A command without an entry
 * answers 503 and leaves the transaction alone (RFC 5321 §4.1.4).
 *
 * What a site thinks of senders, recipients, contents and passwords it says through
 * `ReceiverSite`; this file knows only the protocol.
 *
 * Simplified: a session of 25 offers no STARTTLS; there is one AUTH mechanism; a server that had
 * enough says 421 in answer to the next command, where Postfix adds it to the reply before.
 */
import type { Reply } from '../reply.ts'
import { reply } from '../reply.ts'
import { R } from '../reply-catalogue.ts'
import type { ReplySpec } from '../reply-spec.ts'
import type { Command, Verb } from './command-record.ts'
import { mustEncryptFirst, offeredExtensions, outOfOrder } from './receiver-rules.ts'
import type {
  ReceiverConfig,
  ReceiverPhase,
  ReceiverSite,
  ReceiverState,
} from './receiver-state.ts'

export type {
  ReceiverConfig,
  ReceiverPhase,
  ReceiverSite,
  ReceiverState,
} from './receiver-state.ts'
export { newReceiver } from './receiver-state.ts'

/** Phase → command → phase once it is accepted. No entry: 503 5.5.1. */
export const RECEIVER: Readonly<Record<ReceiverPhase, Partial<Record<Verb, ReceiverPhase>>>> = {
  connected: {
    EHLO: 'ready',
    HELO: 'ready',
    TLS: 'connected',
    RSET: 'connected',
    NOOP: 'connected',
    VRFY: 'connected',
    QUIT: 'closed',
  },
  ready: {
    EHLO: 'ready',
    HELO: 'ready',
    // RFC 3207 §4.2: what the client said before does not count any more
    STARTTLS: 'connected',
    AUTH: 'ready',
    MAIL: 'mail',
    RSET: 'ready',
    NOOP: 'ready',
    VRFY: 'ready',
    QUIT: 'closed',
  },
  mail: {
    // RFC 5321 §4.1.4: EHLO in the middle is RSET and EHLO
    EHLO: 'ready',
    HELO: 'ready',
    RCPT: 'rcpt',
    // every recipient was refused: in order, but 554 (RFC 5321 §4.1.1.4)
    DATA: 'mail',
    RSET: 'ready',
    NOOP: 'mail',
    VRFY: 'mail',
    QUIT: 'closed',
  },
  rcpt: {
    EHLO: 'ready',
    HELO: 'ready',
    RCPT: 'rcpt',
    DATA: 'data',
    RSET: 'ready',
    NOOP: 'rcpt',
    VRFY: 'rcpt',
    QUIT: 'closed',
  },
  data: {
    // accepted or not, the transaction is over (RFC 5321 §4.1.1.4)
    CONTENT: 'ready',
  },
  closed: {},
}

/** What the server says first (RFC 5321 §3.1). Who will not serve says 421 or 554 instead. */
export function greet(_config: ReceiverConfig): Reply {
  return reply(R.greeting)
}

/** Whether each further reply should come one second late (smtpd_error_sleep_time). */
export function isSlow(state: ReceiverState, config: ReceiverConfig): boolean {
  return state.errors >= config.softErrorLimit
}

/** Ends the session from the server's side: `timeoutExceeded` or `shuttingDown` (RFC 5321 §3.8). */
export function hangUp(state: ReceiverState, spec: ReplySpec): Reply {
  resetTransaction(state)
  state.phase = 'closed'
  return reply(spec)
}

/** Takes one command, changes the state, answers. A closed session answers 421 and stays closed. */
export function receive(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  if (state.phase === 'closed') return reply(R.shuttingDown)
  if (state.errors >= config.hardErrorLimit) return hangUp(state, R.tooManyErrors)
  const answer = answerTo(state, c, config, site)
  if (answer.spec.code >= 400) state.errors += 1
  // RFC 5321 §3.8: 421 closes the channel, whoever chose it
  if (answer.spec.code === 421) return closeWith(state, answer)
  return answer
}

function closeWith(state: ReceiverState, answer: Reply): Reply {
  resetTransaction(state)
  state.phase = 'closed'
  return answer
}

function answerTo(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  const { verb } = c
  if (verb === 'UNKNOWN') return reply(c.fault ?? R.unknownCommand)
  // RFC 3207 §4: after 220 nothing but the handshake
  if (state.tlsPending !== (verb === 'TLS')) return reply(R.badSequence)
  if (mustEncryptFirst(state, verb, config)) return reply(R.mustStartTls)
  const next = RECEIVER[state.phase][verb]
  if (next === undefined) return reply(outOfOrder(state.phase, verb))
  if (c.fault !== null) return reply(c.fault)
  switch (verb) {
    case 'EHLO':
      hello(state, c.text, true)
      return reply(R.ehlo, '', offeredExtensions(state, config))
    case 'HELO':
      hello(state, c.text, false)
      return reply(R.helo)
    case 'STARTTLS':
      return startTls(state, config)
    case 'TLS':
      state.tlsPending = false
      state.tls = true
      return reply(R.tlsDone)
    case 'AUTH':
      return authenticate(state, c, config, site)
    case 'MAIL':
      return mail(state, c, config, site)
    case 'RCPT':
      return recipient(state, c, config, site)
    case 'DATA':
      if (state.phase === 'mail') return reply(R.noValidRecipients)
      state.phase = next
      return reply(R.startContent)
    case 'CONTENT':
      return content(state, c.octets, config, site)
    case 'RSET':
      resetTransaction(state)
      state.phase = next
      return reply(R.ok)
    case 'NOOP':
      return reply(R.ok)
    case 'VRFY':
      return reply(R.cannotVerify, c.text)
    case 'QUIT':
      resetTransaction(state)
      state.phase = next
      return reply(R.bye)
  }
}

function hello(state: ReceiverState, name: string, esmtp: boolean): void {
  resetTransaction(state)
  state.phase = 'ready'
  state.helo = name
  state.esmtp = esmtp
}

function startTls(state: ReceiverState, config: ReceiverConfig): Reply {
  if (config.service !== 'submission') return reply(R.notImplemented)
  if (state.tls) return reply(R.tlsActive)
  resetTransaction(state)
  state.phase = 'connected'
  state.helo = ''
  state.esmtp = false
  state.user = ''
  state.tlsPending = true
  return reply(R.readyForTls)
}

function authenticate(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  if (config.service !== 'submission') return reply(R.authNotEnabled)
  // RFC 4954 §4: once only
  if (state.user !== '') return reply(R.alreadyAuthenticated)
  if (c.text === '' || !site.login(c.text, c.secret)) return reply(R.badCredentials)
  state.user = c.text
  return reply(R.authenticated)
}

function mail(state: ReceiverState, c: Command, config: ReceiverConfig, site: ReceiverSite): Reply {
  // RFC 4954 §6, RFC 6409 §4.3
  if (config.service === 'submission' && state.user === '') return reply(R.authRequired)
  // RFC 1870 §6.1
  if (config.sizeLimitOctets > 0 && c.octets > config.sizeLimitOctets) return reply(R.sizeExceeded)
  const objection = site.sender(state, c.text)
  if (objection !== null) return objection
  state.phase = 'mail'
  state.reversePath = c.text
  state.hasSender = true
  state.declaredOctets = c.octets
  return reply(R.senderOk)
}

function recipient(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  // RFC 5321 §4.5.3.1.10
  if (state.recipients.length >= config.recipientLimit) return reply(R.tooManyRecipients)
  const objection = site.recipient(state, c.text)
  if (objection !== null) return objection
  state.phase = 'rcpt'
  // The usual case is one recipient, and a literal takes less room than an array that grows.
  if (state.recipients.length === 0) state.recipients = [c.text]
  else state.recipients.push(c.text)
  return reply(R.recipientOk)
}

function content(
  state: ReceiverState,
  octets: number,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  // RFC 1870 §6.3: whatever was declared, the limit holds
  const tooBig = config.sizeLimitOctets > 0 && octets > config.sizeLimitOctets
  const answer = tooBig ? reply(R.messageTooBig) : site.content(state, octets)
  resetTransaction(state)
  state.phase = 'ready'
  if (answer.spec.code < 300) state.errors = 0
  return answer
}

/** RFC 5321 §4.1.1.5: sender, recipients and content are forgotten, who the client is stays. */
function resetTransaction(state: ReceiverState): void {
  state.reversePath = ''
  state.hasSender = false
  state.declaredOctets = 0
  if (state.recipients.length > 0) state.recipients = []
}
