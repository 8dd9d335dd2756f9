/**
 * What is the name worth that the client gives in HELO or EHLO? As Postfix: no name at all is a 501
 * (`reject_invalid_helo_hostname`), one without a domain a 504 (`reject_non_fqdn_helo_hostname`); if
 * asked for, a stranger by our own name is refused, and a name that the DNS does not know is put off
 * (`reject_unknown_helo_hostname`).
 *
 * RFC 5321 §4.1.4 forbids to refuse mail only because the name is not that of the client. So that is
 * not asked, and what the DNS does not know is off by default.
 *
 * Simplified: our own names are the server's and its domains', not its address.
 */
import { isTemporary } from '../../mail/dns/answer.ts'
import { canonicalName } from '../../mail/dns/name.ts'
import { judgeHelo } from '../../mail/helo.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { ReplySpec } from '../../mail/reply-spec.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import type { Inquiry } from '../inquiry.ts'
import { HELO_OPTIONS, type HeloOptions } from './options.ts'

export const helo: Check<null> = {
  id: 'helo',
  title: 'Name in HELO',
  source: 'RFC 5321 §4.1.4; Postfix, reject_invalid_helo_hostname',
  stage: 'hello',
  options: HELO_OPTIONS,
  isOn: ({ heloAction }) => heloAction !== 'off',
  create: () => null,
  evaluate: (q, _state, options) => judge(q, optionsAs<HeloOptions>(options)),
}

function judge(q: Question, options: HeloOptions): Finding {
  const about = q.helo
  const reason = reasonFor(q, options)
  const fault = FAULTS[reason]
  if (fault === undefined) return passes(reason, { about })
  if (options.heloAction === 'score') return passes(reason, { about, score: fault.points })
  return objects(reason, reply(fault.says, about), { about })
}

/** What is said, and tenths of a point: rspamd has 2 for a name without a domain (its hfilter). */
const FAULTS: Readonly<Record<string, { says: ReplySpec; points: number }>> = {
  'helo-ours': { says: R.heloRefused, points: 30 },
  'helo-invalid': { says: R.heloInvalid, points: 30 },
  'helo-not-qualified': { says: R.heloNotQualified, points: 20 },
  'helo-unknown': { says: R.heloUnknown, points: 10 },
  // Postfix puts off in the same words when the DNS cannot tell.
  'dns-trouble': { says: R.heloUnknown, points: 0 },
}

function reasonFor(q: Question, options: HeloOptions): string {
  if (options.heloOwnName && isOurs(q)) return 'helo-ours'
  switch (judgeHelo(q.helo)) {
    case 'invalid-name':
      return 'helo-invalid'
    case 'not-fqdn':
      return 'helo-not-qualified'
    case 'address-literal':
      return 'helo-literal'
    case 'valid':
      return options.heloUnknown ? lookUp(q.helo, q.inquiry) : 'helo-valid'
  }
}

function isOurs({ helo, receiver, inquiry }: Question): boolean {
  const name = canonicalName(helo)
  return name === canonicalName(receiver) || inquiry.mailboxes().domains.includes(name)
}

function lookUp(name: string, { ask }: Pick<Inquiry, 'ask'>): string {
  let isOpen = false
  for (const type of ['A', 'AAAA', 'MX'] as const) {
    const answer = ask(name, type)
    if (answer.records.length > 0) return 'helo-known'
    isOpen ||= isTemporary(answer)
  }
  return isOpen ? 'dns-trouble' : 'helo-unknown'
}
