/**
 * Limits on one client, as Postfix has them: they protect the server from whoever is too busy, and
 * say nothing about the mail. So they are never put off to RCPT (Postfix: smtpd.c asks anvil when
 * the client has connected and at MAIL). Every connection and every MAIL counts, refused or not.
 *
 * Simplified: Postfix keeps one minute for both counts of a client; here each has its own.
 */
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import { countOne, type Rate } from '../rate.ts'
import { CONNECTION_OPTIONS, MESSAGE_OPTIONS, type LimitOptions } from './options.ts'

type Rates = Map<string, Rate>

/** When the client has connected, instead of the greeting. */
export const connectionLimit: Check<Rates> = {
  id: 'connection-limit',
  title: 'Limit on connections',
  source: 'Postfix 3.7, smtpd and anvil',
  stage: 'greeting',
  neverPutOff: true,
  options: CONNECTION_OPTIONS,
  isOn: (options) => {
    const { limitSessions, limitConnectionsPerMinute } = optionsAs<LimitOptions>(options)
    return limitSessions > 0 || limitConnectionsPerMinute > 0
  },
  create: () => new Map(),
  evaluate: (q, rates, options) => judgeConnection(q, rates, optionsAs<LimitOptions>(options)),
}

function judgeConnection(q: Question, rates: Rates, options: LimitOptions): Finding {
  const { limitSessions, limitConnectionsPerMinute } = options
  const rate = countOne(rates, q.clientAddress, q.now)
  const open = limitSessions === 0 ? 0 : q.inquiry.openSessions()
  const full = (reason: string, value: number, threshold: number): Finding =>
    objects(reason, reply(R.tooManyConnections), { value, threshold })
  if (open > limitSessions) return full('too-many-sessions', open, limitSessions)
  if (limitConnectionsPerMinute > 0 && rate > limitConnectionsPerMinute)
    return full('too-many-connections', rate, limitConnectionsPerMinute)
  if (limitConnectionsPerMinute === 0)
    return passes('sessions-within-limit', { value: open, threshold: limitSessions })
  return passes('connections-within-limit', { value: rate, threshold: limitConnectionsPerMinute })
}

/** At MAIL. */
export const messageLimit: Check<Rates> = {
  id: 'message-limit',
  title: 'Limit on messages',
  source: 'Postfix 3.7, smtpd and anvil',
  stage: 'mail',
  neverPutOff: true,
  options: MESSAGE_OPTIONS,
  isOn: (options) => optionsAs<LimitOptions>(options).limitMessagesPerMinute > 0,
  create: () => new Map(),
  evaluate(q, rates, options) {
    const { limitMessagesPerMinute: threshold } = optionsAs<LimitOptions>(options)
    const value = countOne(rates, q.clientAddress, q.now)
    if (value <= threshold) return passes('messages-within-limit', { value, threshold })
    return objects('too-many-messages', reply(R.tooMuchMail), { value, threshold })
  },
}
