/**
 * Does the client dial from a customer's line? Providers list the ranges from which no mail server is
 * meant to speak, and the names of such lines look alike. Neither says anything about this client or
 * this message: it is a rule of the house, and the customer's way out is the provider's own server
 * (RFC 6409), which is why mail that somebody has logged in for is never asked about.
 */
import { judgeName } from '../../mail/dns/generic-name.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import { listWords } from '../list-words.ts'
import { DYNAMIC_OPTIONS } from './options.ts'

/** The provider's list of ranges: an ordinary zone of a scenario. */
const RANGES_ZONE = 'pbl.example'

/** Tenths of a point: rspamd gives 2 for such a list, and 0.5 to 3 for a name (its hfilter). */
const LISTED_POINTS = 20
const NAMED_POINTS = 10

export interface DynamicOptions {
  readonly dynamicAction: 'off' | 'score' | 'refuse'
  readonly dynamicBy: 'list' | 'name' | 'either'
}

export const dynamic: Check<null> = {
  id: 'dynamic',
  title: "A customer's line",
  source: 'RFC 5782 §2.1; rspamd, hfilter',
  stage: 'hello',
  options: DYNAMIC_OPTIONS,
  isOn: ({ dynamicAction }) => dynamicAction !== 'off',
  create: () => null,
  evaluate: (q, _state, options) => judge(q, optionsAs<DynamicOptions>(options)),
}

function judge(q: Question, { dynamicAction, dynamicBy }: DynamicOptions): Finding {
  const signs: Finding[] = []
  for (const look of SIGNS[dynamicBy]) {
    const sign = look(q)
    // Who is refused already need not be looked up a second time.
    if (sign.score > 0 && dynamicAction === 'refuse') return refused(sign)
    signs.push(sign)
  }
  const told = signs.find(({ score }) => score > 0) ?? signs[0] ?? passes('line-not-listed')
  const score = signs.reduce((sum, one) => sum + one.score, 0)
  return score === told.score ? told : { ...told, score }
}

function refused({ reason, about }: Finding): Finding {
  const says = reason === 'line-listed' ? R.blocklisted : R.customersLine
  return objects(reason, reply(says, about), { about })
}

const SIGNS: Readonly<Record<DynamicOptions['dynamicBy'], readonly ((q: Question) => Finding)[]>> =
  {
    list: [byList],
    name: [byName],
    either: [byList, byName],
  }

function byList({ inquiry }: Question): Finding {
  const { listed, reason, failed } = inquiry.listing(RANGES_ZONE)
  // A list that is down says nothing against anybody.
  if (failed !== null) return passes('list-silent', { about: RANGES_ZONE })
  if (!listed) return passes('line-not-listed', { about: RANGES_ZONE })
  return passes('line-listed', { about: listWords(RANGES_ZONE, reason), score: LISTED_POINTS })
}

/** Who has no name at all is the business of the check of reverse names. */
function byName({ inquiry, clientAddress }: Question): Finding {
  const { name } = inquiry.reverseName()
  if (name === '') return passes('line-without-name')
  if (!judgeName(name, clientAddress).generic) return passes('line-well-named', { about: name })
  return passes('line-named', { about: name, score: NAMED_POINTS })
}
