/**
 * Is the client's address on the list of an operator whose business it is to know spammers
 * (RFC 5782)? A list that does not answer counts as one that says nothing: mail is not refused
 * because somebody else's server is down.
 */
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import {
  objects,
  passes,
  type Check,
  type CheckOptions,
  type Finding,
  type Question,
} from '../check.ts'
import { listWords } from '../list-words.ts'
import { DNSBL_OPTIONS } from './options.ts'

/** The operator's zone; the host that keeps it says so by `list` in a scenario. */
const DNSBL_ZONE = 'dnsbl.example'

/** Tenths of a point: rspamd gives 4 for the operators' own lists (its rbl_group.conf). */
const POINTS = 40

export const dnsbl: Check<null> = {
  id: 'dnsbl',
  title: 'Block list',
  source: 'RFC 5782 §2.1; Postfix, reject_rbl_client',
  stage: 'hello',
  options: DNSBL_OPTIONS,
  isOn: ({ dnsblAction }) => dnsblAction !== 'off',
  create: () => null,
  evaluate: judge,
}

function judge({ inquiry }: Question, _state: null, { dnsblAction }: CheckOptions): Finding {
  const { listed, reason, failed } = inquiry.listing(DNSBL_ZONE)
  if (failed !== null) return passes('list-silent', { about: DNSBL_ZONE })
  if (!listed) return passes('not-listed', { about: DNSBL_ZONE })
  const about = listWords(DNSBL_ZONE, reason)
  if (dnsblAction === 'score') return passes('listed', { about, score: POINTS })
  return objects('listed', reply(R.blocklisted, about), { about })
}
