/**
 * Does anybody vouch for the domain in the From field, and what does it ask for if nobody does?
 * SPF or DKIM has to pass for a domain of the same organization (RFC 9989 §5.3). The policy is its
 * owner's wish; doing it is the receiver's decision (RFC 9989 §5.4). Nobody should refuse for that wish
 * alone (RFC 9989 §7.4), since lists and forwarders suffer from it; `apply` is what many do all the same,
 * and in `score` the wish is one reason among others.
 *
 * A finding rests on the author's domain and on what vouches for it, or what is asked for:
 * `school.example dkim`, `school.example spf+dkim`, `school.example p=reject`.
 */
import { reply, type Reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import type { DmarcFinding, Inquiry } from '../inquiry.ts'
import { DMARC_OPTIONS, type DmarcOptions } from './options.ts'

/**
 * rspamd's DMARC_POLICY_ALLOW; and, when it fails, DMARC_POLICY_SOFTFAIL, _QUARANTINE and _REJECT
 * (its policies_group.conf). Tenths of a point.
 */
const ALLOW = -5
const FAILED = { none: 1, quarantine: 15, reject: 20 } as const

export const dmarc: Check<null> = {
  id: 'dmarc',
  title: 'DMARC',
  source: 'RFC 9989 §5, rspamd policies_group.conf',
  stage: 'content',
  options: DMARC_OPTIONS,
  isOn: (options) => options['dmarc'] !== undefined && options['dmarc'] !== 'off',
  create: () => null,
  evaluate: (q, _state, options) => judge(q, optionsAs<DmarcOptions>(options)),
}

function judge(q: Question, options: DmarcOptions): Finding {
  const found = q.inquiry.dmarc()
  const { result, policy, domain } = found
  const more = { about: aboutOf(found), score: options.dmarc === 'note' ? 0 : scoreOf(found) }
  if (result === 'temperror' && options.dmarcTemperror === 'defer')
    return objects('dmarc-temperror', reply(R.dmarcLater), more)
  const isApplied = result === 'fail' && options.dmarc === 'apply'
  // RFC 9989 §4.7, tag p: quarantine is to be treated as suspicious
  if (isApplied && policy === 'quarantine')
    return passes('dmarc-quarantine', { ...more, folder: 'junk' })
  if (isApplied && policy === 'reject')
    return objects('dmarc-reject', refusal(q.inquiry, domain), more)
  return passes(`dmarc-${result}`, more)
}

function aboutOf({ result, domain, policy, spfAligned, dkimAligned }: DmarcFinding): string {
  if (result === 'fail') return `${domain} p=${policy}`
  if (result !== 'pass') return domain
  const by = [spfAligned ? 'spf' : '', dkimAligned ? 'dkim' : ''].filter((one) => one !== '')
  return `${domain} ${by.join('+')}`
}

function scoreOf({ result, policy }: DmarcFinding): number {
  if (result === 'pass') return ALLOW
  return result === 'fail' ? FAILED[policy] : 0
}

/** RFC 7372 §3.4: one status of its own says that more than one method has failed. */
function refusal(inquiry: Inquiry, domain: string): Reply {
  const failed = [inquiry.spf(), ...inquiry.dkim()].filter(({ result }) => result === 'fail')
  return reply(failed.length > 1 ? R.dmarcReject : R.dmarcRejectOnce, domain)
}
