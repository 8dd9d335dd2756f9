/**
 * Demonstrations of the checks that count: how much a client sends, what a sender has sent before,
 * what a letter says, and what all points together lead to.
 */
import type { MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { BOB, BOT_HOST } from '../../src/sim/scenarios/school.ts'
import type { Demonstration, Demonstrations } from './option-demonstrations-shared.ts'
import { scenarioOf } from './runs.ts'

type Own = Readonly<Record<string, string>>

/** One letter: spam in so many words, or one without anything of the kind. */
const PLAIN = { subject: 'Sunday', body: 'Shall we go for a walk?' }
const LOUD = { subject: 'You have won', body: 'Claim your prize: lottery, casino, click here' }

/** So many letters a minute by Alice's laptop, straight to Bob's exchanger. */
const every = (seconds: number, count: number, letter: Partial<MailSpec> = {}): MailSpec[] =>
  Array.from({ length: count }, (_, i) => ({
    ...scenarioOf('two-roads').mail[0]!,
    ...PLAIN,
    at: `${i * seconds} s`,
    ...letter,
  }))

/** What the bot sends: it tries once. */
const fromBot = (seconds: number, count: number, letter: Partial<MailSpec> = {}): MailSpec[] =>
  every(seconds, count, { host: 'bot', kind: 'spam', from: 'win@prizes.example', ...letter })

/** Set for the exchanger, whose option it is; and nobody comes back. */
function shown(
  values: Demonstration['values'],
  mail: readonly MailSpec[],
  own: Own = {},
  set: Own = {},
): Demonstration {
  const base = scenarioOf('two-roads')
  const of: ScenarioFile = { ...base, hosts: [...base.hosts, BOT_HOST], mail }
  const ours = Object.entries(own).map(([path, value]) => [`mx.${path}`, value] as const)
  const wanted = { set: { 'laptop.retry': 'never', ...Object.fromEntries(ours), ...set } }
  return { values, host: 'mx', world: 'direct', of, wanted, shows: 'messages' }
}

const AT_ONCE = every(0, 3)
/** Loud letters go to the junk folder, so that their sender gets a name for them. */
const READS: Own = { 'content.action': 'score', 'score.on': 'on' }
const REMEMBERS: Own = { ...READS, 'reputation.action': 'refuse', 'reputation.minimum': '3' }

const LIMITS: Demonstrations = {
  'limits.sessions': shown(['0', '1'], AT_ONCE),
  'limits.connections': shown(['0', '1'], every(10, 3)),
  'limits.messages': shown(['0', '1'], every(10, 3)),
}

/** Loud, and then a letter without fault. */
const TURNING = [...fromBot(10, 6, LOUD), ...fromBot(0, 1, { at: '1 h' })]
/** Good ones first. */
const FALLING = [...fromBot(10, 4), ...fromBot(10, 5, { ...LOUD, at: '1 h' })]
const FRESH: Own = { 'reputation.cold-start': '2' }

const REPUTATION: Demonstrations = {
  'reputation.action': shown(['off', 'refuse'], TURNING, { ...READS, 'reputation.minimum': '3' }),
  // By its domain nobody can be known here: there is no record for it.
  'reputation.by': shown(['address', 'domain'], TURNING, REMEMBERS),
  'reputation.half-life': shown(
    ['168', '1'],
    [...fromBot(10, 6, LOUD), ...fromBot(0, 1, { at: '8 h' })],
    REMEMBERS,
  ),
  'reputation.minimum': shown(['3', '10'], TURNING, REMEMBERS),
  'reputation.threshold': shown(['300', '900'], [...FALLING, ...fromBot(0, 1, { at: '2 h' })], {
    ...REMEMBERS,
  }),
  'reputation.points': shown(['0', '50'], TURNING, { ...REMEMBERS, 'reputation.action': 'score' }),
  'reputation.cold-start': shown(['0', '2'], every(10, 4)),
  'reputation.warm-up': shown(
    ['0', '200'],
    [...every(10, 2), ...every(0, 6).map((one) => ({ ...one, at: '2 h' }))],
    FRESH,
  ),
}

/** A newsletter that everybody reports, and the one after it. */
const NEWS = [...every(10, 5), ...every(0, 2).map((one) => ({ ...one, at: '3 h' }))]
const CROSS: Own = {
  'complaints.good': '1000',
  'complaints.action': 'defer',
  'reputation.minimum': '3',
}
const SPAM_IN_INBOX = [...fromBot(10, 5), ...fromBot(0, 1, { at: '3 h' })]

const COMPLAINTS: Demonstrations = {
  'complaints.good': shown(['0', '1000'], NEWS, { ...CROSS, 'complaints.good': '0' }),
  'complaints.spam': shown(['0', '1000'], SPAM_IN_INBOX, { ...CROSS, 'complaints.good': '0' }),
  'complaints.after': shown(['60', '600'], NEWS, CROSS),
  'complaints.limit': shown(['3', '1000'], NEWS, { ...CROSS, 'complaints.good': '600' }),
  'complaints.action': shown(['note', 'defer'], NEWS, CROSS),
}

const SUSPECT = fromBot(0, 1, LOUD)

const POINTS: Demonstrations = {
  'content.action': shown(['off', 'score'], SUSPECT, { 'score.on': 'on' }),
  'score.on': shown(['off', 'on'], SUSPECT, READS),
  'score.junk': shown(['6', '0'], fromBot(0, 1, { subject: 'You have won a prize' }), READS),
  'score.refuse': shown(['15', '100'], SUSPECT, READS),
  'greylist.when': shown(['stranger', 'score'], every(0, 1), { 'greylist.on': 'on' }),
  'greylist.score': shown(['4', '50'], SUSPECT, {
    'content.action': 'score',
    'greylist.on': 'on',
    'greylist.when': 'score',
  }),
}

/** Of an exchanger, by the option's path. */
export const POINTS_DEMONSTRATIONS: Demonstrations = {
  ...LIMITS,
  ...REPUTATION,
  ...COMPLAINTS,
  ...POINTS,
}

/** Of a submission server: the second letter of an account is one too many. */
export const QUOTA_DEMONSTRATIONS: Demonstrations = {
  quota: { ...shown(['0', '1'], every(60, 2, { to: [BOB] })), host: 'relay', world: 'relayed' },
}
