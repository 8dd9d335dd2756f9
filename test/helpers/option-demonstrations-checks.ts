/**
 * Demonstrations of the checks that look at who the client is and whose mail it says it brings, and of
 * the block list that some of them ask.
 */
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import type { Demonstration, Demonstrations } from './option-demonstrations-shared.ts'
import { BOT_HOST } from '../../src/sim/scenarios/school.ts'
import { a } from './day.ts'
import { scenarioOf, type Wanted } from './runs.ts'
import { TRAP, TRAP_HOST, TRAP_ZONES } from './trap.ts'

const zone = (origin: string, names: ZoneSpec['names']): ZoneSpec => ({
  origin,
  ttl: '1 h',
  negativeTtl: '60 s',
  names,
})

interface Change {
  readonly laptop?: Partial<HostSpec>
  readonly zones?: readonly ZoneSpec[]
  readonly letter?: Partial<MailSpec>
  readonly set?: NonNullable<Wanted['set']>
}

/** Alice's laptop dials Bob's exchanger itself, from 203.0.113.25, an address without a name. */
function laptopDials(values: Demonstration['values'], change: Change = {}): Demonstration {
  const base = scenarioOf('two-roads')
  const of: ScenarioFile = {
    ...base,
    hosts: base.hosts.map((host) => (host.id === 'laptop' ? { ...host, ...change.laptop } : host)),
    zones: [...base.zones, ...(change.zones ?? [])],
    mail: [{ ...base.mail[0]!, ...change.letter }],
  }
  const wanted = { set: { 'laptop.retry': 'never', ...change.set } }
  return { values, host: 'mx', world: 'direct', of, wanted, shows: 'messages' }
}

/** A bot dials it from 203.0.113.66, another address without a name, and says `HELO localhost`. */
function botDials(values: Demonstration['values'], change: Change = {}): Demonstration {
  const shown = laptopDials(values, { ...change, letter: { ...change.letter, host: 'bot' } })
  return { ...shown, of: { ...shown.of, hosts: [...shown.of.hosts, BOT_HOST] } }
}

const LISTED = [
  zone('dnsbl.example', {
    '25.113.0.203.dnsbl.example': [a('127.0.0.2')],
    '66.113.0.203.dnsbl.example': [a('127.0.0.2')],
  }),
]

const RANGES = [zone('pbl.example', { '*.113.0.203.pbl.example': [a('127.0.0.10')] })]

/** Of an exchanger, by the option's path. */
export const CHECK_DEMONSTRATIONS: Demonstrations = {
  'dnsbl.action': laptopDials(['off', 'refuse'], { zones: LISTED }),
  'dynamic.action': laptopDials(['off', 'refuse'], { zones: RANGES }),
  'dynamic.by': laptopDials(['list', 'name'], {
    zones: RANGES,
    set: { 'mx.dynamic.action': 'refuse' },
  }),
  'reverse-dns.action': laptopDials(['off', 'needs-name']),
  'helo.action': laptopDials(['off', 'refuse'], { laptop: { name: 'localhost' } }),
  'helo.own-name': laptopDials(['off', 'on'], {
    laptop: { name: 'college.example' },
    set: { 'mx.helo.action': 'refuse' },
  }),
  'helo.unknown': laptopDials(['off', 'on'], { set: { 'mx.helo.action': 'refuse' } }),
  'sender-domain.action': laptopDials(['off', 'refuse'], {
    letter: { from: 'alice@nosuchdomain.example' },
  }),
  // At once, the refusal comes before the sender and the recipient have been named.
  'delay-reject': botDials(['on', 'off'], {
    zones: LISTED,
    set: { 'mx.dnsbl.action': 'refuse' },
  }),
}

/** A letter of the bot's: to a trap, unless it says otherwise. */
type BotLetter = Partial<Pick<MailSpec, 'at' | 'to'>>

const TO_BOB = { to: ['bob@college.example'] } as const

/** A bot writes these letters, and Bob's exchanger asks the operator's list. */
function atTheTrap(
  values: Demonstration['values'],
  letters: readonly BotLetter[],
  own: Readonly<Record<string, string>> = {},
): Demonstration {
  const base = scenarioOf('two-roads')
  const mail = letters.map((one): MailSpec => ({
    ...base.mail[0]!,
    host: 'bot',
    kind: 'spam',
    to: [TRAP],
    ...one,
  }))
  const of: ScenarioFile = {
    ...base,
    hosts: [...base.hosts, BOT_HOST, TRAP_HOST],
    zones: [...base.zones, ...TRAP_ZONES],
    mail,
  }
  const ours = Object.entries(own).map(([path, value]) => [`operator.${path}`, value] as const)
  const wanted = { set: { 'mx.dnsbl.action': 'refuse', ...Object.fromEntries(ours) } }
  return { values, host: 'operator', world: 'direct', of, wanted, shows: 'messages' }
}

const THEN_BOB: readonly BotLetter[] = [{}, { at: '1 h', ...TO_BOB }]

/** Of the operator of a block list. */
export const BLOCKLIST_DEMONSTRATIONS: Demonstrations = {
  traps: atTheTrap(['refuse', 'take'], [{}]),
  hits: atTheTrap(['1', '2'], THEN_BOB),
  lag: atTheTrap(['1800', '7200'], THEN_BOB),
  'lists-for': atTheTrap(['604800', '600'], THEN_BOB, { lag: '60' }),
  // Once listed, once taken off again: who remembers the first answer does not notice.
  ttl: atTheTrap(['60', '86400'], [...THEN_BOB, { at: '3 h', ...TO_BOB }], {
    'lists-for': '7200',
  }),
  'negative-ttl': atTheTrap(['60', '86400'], [{ ...TO_BOB }, { at: '10 s' }, ...THEN_BOB.slice(1)]),
  'outage.from': atTheTrap(['0', '1000'], [{}], { 'outage.lasts': '100' }),
  'outage.lasts': atTheTrap(['0', '100'], [{}]),
  'outage.kind': atTheTrap(['refused', 'unreachable'], [{}], { 'outage.lasts': '100' }),
}
