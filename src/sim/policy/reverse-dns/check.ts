/**
 * Does the client's address have a name, and does the name lead back to it (RFC 8601 §3, iprev)? A
 * mail server has an operator who has seen to that; a line that a provider gives to anybody often has
 * not. As Postfix: `reject_unknown_reverse_client_hostname` asks for any name,
 * `reject_unknown_client_hostname` for a confirmed one. `needs-confirmed` asks for both, one after the
 * other, so that whoever is turned away hears which of the two is missing.
 */
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, passes, type Check, type Finding, type Question } from '../check.ts'
import type { ReverseName } from '../inquiry.ts'
import { REVERSE_DNS_OPTIONS } from './options.ts'

/** Tenths of a point: rspamd's RDNS_NONE, and half of it for a name that does not lead back. */
const NO_NAME_POINTS = 20
const UNCONFIRMED_POINTS = 10

type Demand = 'score' | 'needs-name' | 'needs-confirmed' | 'strict'

export const reverseDns: Check<null> = {
  id: 'reverse-dns',
  title: 'Reverse name',
  source: 'RFC 8601 §3; Postfix, reject_unknown_client_hostname',
  stage: 'hello',
  options: REVERSE_DNS_OPTIONS,
  isOn: ({ reverseDnsAction }) => reverseDnsAction !== 'off',
  create: () => null,
  evaluate: (q, _state, { reverseDnsAction }) => judge(q, reverseDnsAction as Demand),
}

function judge({ inquiry }: Question, demand: Demand): Finding {
  const found = inquiry.reverseName()
  const { name } = found
  const reason = reasonOf(found)
  const no = objectionTo(found, demand)
  if (no !== null) return objects(reason, no, { about: name })
  return passes(reason, { about: name, score: demand === 'score' ? pointsOf(found) : 0 })
}

function reasonOf({ result, name }: ReverseName): string {
  if (result === 'pass') return 'name-confirmed'
  if (result === 'temperror') return 'dns-trouble'
  return name === '' ? 'no-name' : 'name-unconfirmed'
}

function pointsOf({ result, name }: ReverseName): number {
  if (result === 'pass' || result === 'temperror') return 0
  return name === '' ? NO_NAME_POINTS : UNCONFIRMED_POINTS
}

function objectionTo({ result, name }: ReverseName, demand: Demand): Reply | null {
  if (demand === 'score' || result === 'pass') return null
  if (name === '' && demand !== 'strict') return reply(R.noReverseName)
  if (demand === 'needs-name') return null
  // RFC 8601 §3: when the DNS cannot tell now, asking again may help. No is never said for good.
  const isFinal = demand === 'strict' && result !== 'temperror'
  return reply(isFinal ? R.unconfirmedNameStrict : R.unconfirmedName)
}
