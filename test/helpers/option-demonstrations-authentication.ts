/** Demonstrations of what has to do with who a message is from: signing, passing on, checking. */
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import { spfRecord } from '../../src/sim/scenarios/mail-records.ts'
import { letterRoads, ZONES } from './letter-roads.ts'
import type { Demonstration, Demonstrations } from './option-demonstrations-shared.ts'
import { SIGNED, silent } from './survival-roads.ts'

interface Needs {
  readonly letter?: Partial<MailSpec>
  readonly world?: 'direct' | 'relayed'
  readonly set?: Readonly<Record<string, string>>
  readonly of?: (scenario: ScenarioFile) => ScenarioFile
  readonly shows?: Demonstration['shows']
}

/** On the stage of `letter-roads.ts`, to an exchanger that does what DMARC asks for. */
function shown(host: string, values: Demonstration['values'], needs: Needs = {}): Demonstration {
  const { letter = {}, world = 'relayed', set = {}, of, shows = 'messages' } = needs
  const base = letterRoads(letter, { 'mx.dmarc': 'apply' })
  return { host, values, world, of: of?.(base) ?? base, wanted: { set }, shows }
}

const TO_ALUMNI = { to: ['bob@alumni.example'] } as const
const TO_LIST = { to: ['tea@club.example'] } as const
const FORGED = { host: 'bot', kind: 'spam', from: 'alice@school.example' } as const

const withHost =
  (id: string, change: Partial<HostSpec>) =>
  (of: ScenarioFile): ScenarioFile => ({
    ...of,
    hosts: of.hosts.map((host) => (host.id === id ? { ...host, ...change } : host)),
  })

/** The zones with other records of one name. */
const withRecords = (name: string, records: ZoneSpec['names'][string]) => (of: ScenarioFile) => ({
  ...of,
  zones: ZONES.map((zone) => {
    return name in zone.names ? { ...zone, names: { ...zone.names, [name]: records } } : zone
  }),
})

/** A key that the domain in From has nothing to do with comes first. */
const OTHER_KEY_FIRST = { keys: ['esp.example', 'school.example'] } as const

/** Signing by a host, on a road on which nothing but the signature vouches for the letter. */
function signing(host: string, published: string, needs: Needs): Demonstrations {
  const on = { ...needs, set: { ...needs.set, [`${host}.sign`]: 'on' } }
  const changed = withHost(host, OTHER_KEY_FIRST)
  const of = needs.of === undefined ? changed : (base: ScenarioFile) => changed(needs.of!(base))
  return {
    sign: shown(host, ['off', 'on'], { ...needs, of }),
    'sign.selector': shown(host, [published, 's2'], { ...on, of }),
    'sign.as': shown(host, ['author', 'own'], { ...on, of }),
  }
}

export const MUA_SIGNS = signing('laptop', 'laptop', { world: 'direct' })
export const RELAY_SIGNS = signing('relay', 's1', { letter: TO_ALUMNI })
export const BOT_SIGNS: Demonstrations = {
  ...signing('bot', 's1', { letter: FORGED }),
  'forge-results': shown('bot', ['off', 'on'], { letter: FORGED, shows: 'octetsOut' }),
}

export const FORWARDER_OWN: Demonstrations = {
  srs: shown('alumni', ['off', 'on'], {
    letter: TO_ALUMNI,
    set: { ...SIGNED, 'mx.spf': 'refuse' },
  }),
}

/** No SPF record names the list's server, so that only its signature can. */
const listAlone = withRecords('club.example', [
  { type: 'MX', preference: 10, exchange: 'lists.club.example' },
])
const REWRITTEN = { letter: TO_LIST, set: { 'tea.rewrite-from': 'on' }, of: listAlone } as const
const listKeys = withHost('tea', { keys: ['esp.example', 'club.example'] })
const listSigns: Needs = { ...REWRITTEN, set: { ...REWRITTEN.set, 'tea.sign': 'on' } }

export const LIST_OWN: Demonstrations = {
  footer: shown('tea', ['on', 'off'], {
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.subject-tag': 'off' },
  }),
  'subject-tag': shown('tea', ['on', 'off'], {
    letter: TO_LIST,
    set: { ...SIGNED, 'tea.footer': 'off' },
  }),
  'rewrite-from': shown('tea', ['off', 'on'], { letter: TO_LIST, set: SIGNED }),
  sign: shown('tea', ['off', 'on'], REWRITTEN),
  'sign.selector': shown('tea', ['list', 's2'], listSigns),
  'sign.as': shown('tea', ['author', 'own'], { ...listSigns, of: (of) => listKeys(listAlone(of)) }),
}

const OFF = { 'mx.spf': 'off', 'mx.dkim': 'off', 'mx.dmarc': 'off' } as const
const SCORED = { ...OFF, 'mx.score.on': 'on', 'mx.score.refuse': '1' } as const

export const AUTHENTICATION: Demonstrations = {
  spf: shown('mx', ['off', 'refuse'], { letter: FORGED, set: OFF }),
  'spf.temperror': shown('mx', ['accept', 'defer'], { letter: { host: 'relay' }, of: silent }),
  'spf.permerror': shown('mx', ['note', 'refuse'], {
    set: { 'mx.dmarc': 'off' },
    letter: { host: 'esp', from: 'bounce@news.school.example' },
    of: withRecords('news.school.example', [spfRecord('ip4:everybody', '-all')]),
  }),
  dkim: shown('mx', ['off', 'score'], { letter: TO_LIST, set: { ...SCORED, ...SIGNED } }),
  dmarc: shown('mx', ['note', 'apply'], { letter: FORGED }),
  'dmarc.temperror': shown('mx', ['accept', 'defer'], { letter: { host: 'relay' }, of: silent }),
}
