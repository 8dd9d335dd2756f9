/**
 * Greylisting as rspamd does it: only who looks suspicious is told to come back, and so it is asked
 * when the data has come and all points are known. Most strangers wait for nothing.
 *
 * Who is known goes by two keys: the sender, recipients and network of the client; and the content.
 * One of them that is old enough lets the message in (rspamd: greylist.lua).
 */
import { keyOf } from '../../engine/random.ts'
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { addressOctets } from '../../mail/dns/ip-address.ts'
import { days, type Instant, type Millis } from '../../units.ts'
import { objects, optionsAs, passes, type Check, type Question } from '../check.ts'
import { BY_SCORE_OPTIONS } from './options.ts'

interface ByScoreOptions {
  readonly greylistOn: boolean
  readonly greylistWhen: 'stranger' | 'score'
  readonly greylistScore: number
  readonly greylistDelayMs: Millis
}

/** When each key was met first. Plain world state. */
type Seen = Map<string, Instant>

/** rspamd: `expire`. */
const EXPIRES: Millis = days(1)
/** Addresses of a /19, which is rspamd's `ipv4_mask`. */
const NETWORK_SIZE = 8192

export const greylistingByScore: Check<Seen> = {
  id: 'greylisting-by-score',
  title: 'Greylisting by score',
  source: 'rspamd, greylist.lua',
  stage: 'content',
  options: BY_SCORE_OPTIONS,
  isOn: ({ greylistOn, greylistWhen }) => greylistOn === true && greylistWhen === 'score',
  create: () => new Map(),
  evaluate(q, seen, options) {
    const { greylistScore, greylistDelayMs: threshold } = optionsAs<ByScoreOptions>(options)
    if (q.score < 10 * greylistScore)
      return passes('score-unsuspicious', {
        value: Math.max(0, q.score),
        threshold: 10 * greylistScore,
      })
    const keys = keysOf(q)
    const known = keys.flatMap((key) => seen.get(key) ?? []).filter((at) => q.now - at <= EXPIRES)
    for (const key of keys) {
      const at = seen.get(key)
      if (at === undefined || q.now - at > EXPIRES) seen.set(key, q.now)
    }
    const first = known.reduce((a, b) => Math.min(a, b), q.now)
    const value = q.now - first
    if (value >= threshold) return passes('suspect-passed', { value, threshold })
    const reason = known.length === 0 ? 'suspect-new' : 'suspect-early'
    return objects(reason, reply(R.contentLater), { value, threshold })
  },
}

/** Sender, recipients and network; and the text with its author and recipients. */
function keysOf({ letter, reversePath, recipients, clientAddress }: Question): string[] {
  const to = recipients.join(',').toLowerCase()
  const meta = `${reversePath.toLowerCase()}/${to}/${networkOf(clientAddress)}`
  if (letter === null) return [meta]
  const text = `${letter.author}\n${letter.subject}\n${letter.body}\n${to}`
  return [meta, `body ${keyOf(text)}`]
}

/** The number of the /19 of an IPv4 address. */
function networkOf(address: string): number {
  const octets = addressOctets(address) ?? []
  const number = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  return Math.floor(number / NETWORK_SIZE)
}
