/**
 * The receiving side of SMTP.
 *
 * Theory of operation. A session is plain data (`ReceiverState`). `receive` takes one command,
 * changes the state and answers with exactly one reply, in the order in which commands came; that
 * is all that pipelining asks of a server (RFC 2920 §3.2). What comes next is in ONE table,
 * `RECEIVER`: for each phase the commands that are in order there and the phase they lead to when
 * they are accepted. A refused command leaves the phase as it is. A command without an entry
 * answers 503 and leaves the transaction alone (RFC 5321 §4.1.4). Before the table is asked,
 * `obstacleTo` sorts out what this service does not do at all.
 *
 * What a site thinks of clients, senders, recipients, contents and passwords it says through
 * `ReceiverSite`; this file knows only the protocol.
 *
 * Simplified: a session of 25 offers no STARTTLS; there is one AUTH mechanism; a server that had
 * enough says 421 in answer to the next command, where Postfix adds it to the reply before. An
 * on-demand mail relay takes the password unencrypted, as in the days of dial-up lines, and by
 * PLAIN, where RFC 2645 §5.1 asks for a mechanism that hides it.
 */
import type { Reply } from '../reply.ts'
import { reply, replyClass } from '../reply.ts'
import { R } from '../reply-catalogue.ts'
import type { ReplySpec } from '../reply-spec.ts'
import type { Command } from './command-record.ts'
import { obstacleTo, offeredExtensions } from './receiver-rules.ts'
import type { ReceiverConfig, ReceiverSite, ReceiverState } from './receiver-state.ts'
import { RECEIVER } from './receiver-table.ts'

export type {
  ReceiverConfig,
  ReceiverPhase,
  ReceiverSite,
  ReceiverState,
} from './receiver-state.ts'
export { newReceiver } from './receiver-state.ts'
export { RECEIVER } from './receiver-table.ts'

/**
 * What the server says first (RFC 5321 §3.1). A site that will not serve says 421 instead, and the
 * session is closed, or 554, and nothing but QUIT is in order any more.
 */
export function greet(state: ReceiverState, _config: ReceiverConfig, site: ReceiverSite): Reply {
  const objection = site.greeting()
  if (objection === null) return reply(R.greeting)
  state.phase = objection.spec.code === 421 ? 'closed' : 'refused'
  return objection
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
  const next = RECEIVER[state.phase][c.verb]
  const obstacle = obstacleTo(state, c, config, next !== undefined)
  if (obstacle !== null || next === undefined) return reply(obstacle ?? R.badSequence)
  switch (c.verb) {
    case 'EHLO':
    case 'HELO':
      return hello(state, c, config, site)
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
      return data(state, site)
    case 'CONTENT':
      return content(state, c.octets, config, site)
    case 'RSET':
      resetTransaction(state)
      state.phase = next
      return reply(R.ok)
    case 'NOOP':
      return reply(R.ok)
    case 'ETRN':
    case 'ATRN':
      return turn(state, c.verb, c.text, config, site)
    case 'VRFY':
      return reply(R.cannotVerify, c.text)
    case 'QUIT':
      resetTransaction(state)
      state.phase = next
      return reply(R.bye)
    case 'UNKNOWN':
      return reply(R.unknownCommand)
  }
}

function hello(
  state: ReceiverState,
  c: Command,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  // RFC 5321 §4.1.4: a refused EHLO leaves everything as it was
  const objection = site.hello(state, c.text)
  if (objection !== null) return objection
  resetTransaction(state)
  state.phase = 'ready'
  state.helo = c.text
  state.esmtp = c.verb === 'EHLO'
  return state.esmtp ? reply(R.ehlo, '', offeredExtensions(state, config)) : reply(R.helo)
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
  if (config.service === 'relay-in') return reply(R.authNotEnabled)
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

function data(state: ReceiverState, site: ReceiverSite): Reply {
  if (state.phase === 'mail') return reply(R.noValidRecipients)
  const objection = site.data(state)
  if (objection !== null) return objection
  state.phase = 'data'
  return reply(R.startContent)
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

/** ETRN or ATRN; `names` are domains with commas between them. */
function turn(
  state: ReceiverState,
  verb: 'ETRN' | 'ATRN',
  names: string,
  config: ReceiverConfig,
  site: ReceiverSite,
): Reply {
  // RFC 2645 §5.2; RFC 6409 §4.3 for submission
  if (config.service !== 'relay-in' && state.user === '') return reply(R.authRequired)
  const answer = site.turn(state, verb, names === '' ? [] : names.split(','))
  return verb === 'ATRN' && replyClass(answer) === 2 ? closeWith(state, answer) : answer
}

/** RFC 5321 §4.1.1.5: sender, recipients and content are forgotten, who the client is stays. */
function resetTransaction(state: ReceiverState): void {
  state.reversePath = ''
  state.hasSender = false
  state.declaredOctets = 0
  if (state.recipients.length > 0) state.recipients = []
}
