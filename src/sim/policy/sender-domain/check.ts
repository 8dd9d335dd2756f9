/**
 * Could the sender be answered? A domain without an exchanger and without an address takes no mail, so
 * nobody writes from there, and a report could never be returned. As Postfix
 * (`reject_unknown_sender_domain`): not known is put off, a domain that says that it takes no mail
 * (RFC 7505) is refused for good.
 *
 * The null reverse-path is how reports come (RFC 5321 §4.5.5): it has no domain and is never refused.
 */
import { domainOf, isNullPath } from '../../mail/address.ts'
import { isTemporary } from '../../mail/dns/answer.ts'
import { isNullMx } from '../../mail/dns/mail-exchange.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import type { ReplySpec } from '../../mail/reply-spec.ts'
import {
  objects,
  passes,
  type Check,
  type CheckOptions,
  type Finding,
  type Question,
} from '../check.ts'
import type { Inquiry } from '../inquiry.ts'
import { SENDER_DOMAIN_OPTIONS } from './options.ts'

/** Tenths of a point: rspamd's HFILTER_FROMHOST_NORES_A_OR_MX. */
const POINTS = 15

export const senderDomain: Check<null> = {
  id: 'sender-domain',
  title: "Sender's domain",
  source: 'RFC 5321 §5.1, RFC 7505 §4.2; Postfix, reject_unknown_sender_domain',
  stage: 'mail',
  options: SENDER_DOMAIN_OPTIONS,
  isOn: ({ senderDomainAction }) => senderDomainAction !== 'off',
  create: () => null,
  evaluate: judge,
}

function judge(q: Question, _state: null, { senderDomainAction }: CheckOptions): Finding {
  const { reversePath, inquiry } = q
  if (isNullPath(reversePath)) return passes('null-sender')
  const domain = domainOf(reversePath)
  // RFC 5321 §4.1.3: an address literal is no name to look up.
  if (domain === '' || domain.startsWith('[')) return passes('sender-without-domain')
  const reason = lookUp(domain, inquiry)
  const says = OBJECTIONS[reason]
  if (says === undefined) return passes(reason, { about: domain })
  if (senderDomainAction === 'refuse')
    return objects(reason, reply(says, reversePath), { about: domain })
  return passes(reason, { about: domain, score: reason === 'dns-trouble' ? 0 : POINTS })
}

/** What is said to what was found; Postfix says the same when the DNS has not answered. */
const OBJECTIONS: Readonly<Record<string, ReplySpec>> = {
  'domain-unknown': R.senderDomainUnknown,
  'dns-trouble': R.senderDomainUnknown,
  'null-mx': R.senderNullMx,
}

function lookUp(domain: string, { ask }: Pick<Inquiry, 'ask'>): string {
  const exchangers = ask(domain, 'MX')
  if (isTemporary(exchangers)) return 'dns-trouble'
  if (isNullMx(exchangers.records)) return 'null-mx'
  if (exchangers.records.length > 0) return 'domain-known'
  // RFC 5321 §5.1: without an exchanger the domain's own address takes its mail.
  const addresses = [ask(domain, 'A')]
  if (addresses[0]?.records.length === 0) addresses.push(ask(domain, 'AAAA'))
  if (addresses.some(({ records }) => records.length > 0)) return 'domain-known'
  return addresses.some(isTemporary) ? 'dns-trouble' : 'domain-unknown'
}
