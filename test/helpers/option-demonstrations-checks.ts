/** Demonstrations of the checks that look at who the client is and whose mail it says it brings. */
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
