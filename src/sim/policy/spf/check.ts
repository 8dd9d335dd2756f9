/**
 * May this client send for the domain in the envelope? What SPF says (RFC 7208) is one thing, what
 * a receiver does with it another (RFC 7208 §8). Here: it is written down, it counts, or it decides.
 *
 * A finding about SPF measures the terms of the record that asked the DNS, out of the ten that are
 * allowed (RFC 7208 §4.6.4), and rests on the mechanism that decided.
 */
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { LOOKUP_LIMIT } from '../../mail/spf/question.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import type { SpfFinding } from '../inquiry.ts'
import { SPF_OPTIONS, type SpfOptions } from './options.ts'

/** rspamd's R_SPF_FAIL, R_SPF_SOFTFAIL, R_SPF_ALLOW (its policies_group.conf). Tenths of a point. */
const SCORES: Readonly<Partial<Record<SpfFinding['result'], number>>> = {
  fail: 10,
  softfail: 0,
  pass: -2,
}
/** rspamd's R_SPF_PLUSALL: a domain that lists everybody has said nothing for this one. */
const EVERYBODY = 40

export const spf: Check<null> = {
  id: 'spf',
  title: 'SPF',
  source: 'RFC 7208 §8, rspamd policies_group.conf',
  stage: 'mail',
  options: SPF_OPTIONS,
  isOn: (options) => options['spf'] !== undefined && options['spf'] !== 'off',
  create: () => null,
  evaluate: (q, _state, options) => judge(q, optionsAs<SpfOptions>(options)),
}

function judge(q: Question, options: SpfOptions): Finding {
  const found = q.inquiry.spf()
  const more = {
    value: found.lookups,
    threshold: LOOKUP_LIMIT,
    about: found.mechanism,
    score: options.spf === 'note' ? 0 : scoreOf(found),
  }
  const reason = `spf-${found.result}`
  const no = objection(q, found, options)
  return no === null ? passes(reason, more) : objects(reason, no, more)
}

function scoreOf({ result, mechanism }: SpfFinding): number {
  if (result === 'pass' && /^\+?all$/i.test(mechanism)) return EVERYBODY
  return SCORES[result] ?? 0
}

function objection(q: Question, { result }: SpfFinding, options: SpfOptions): Reply | null {
  switch (result) {
    // RFC 7208 §8.4: what to do with a fail is the receiver's choice
    case 'fail':
      return options.spf === 'refuse' ? refusal(q) : null
    // RFC 7208 §8.6: accept, or ask to come back
    case 'temperror':
      return options.spfTemperror === 'defer' ? reply(R.spfTempError) : null
    // RFC 7208 §8.7
    case 'permerror':
      return options.spfPermerror === 'refuse' ? reply(R.spfPermError) : null
    // RFC 7208 §8.5: a softfail is no reason to refuse on its own
    default:
      return null
  }
}

/** Said of the recipient, or of the sender where it does not wait for RCPT. */
function refusal({ forwardPath, reversePath }: Question): Reply {
  return forwardPath === '' ? reply(R.spfFailSender, reversePath) : reply(R.spfFail, forwardPath)
}
