/**
 * A receiver that asks everything: every check there is, each in its strictest way, for letters that
 * have nothing to fear. Everybody is a stranger to the greylist, so each letter comes twice.
 */
import { strictEqual } from 'node:assert/strict'
import { KIND, OUTCOMES } from '../../../src/sim/facts/fact.ts'
import { CHECKS } from '../../../src/sim/policy/index.ts'
import { worldsOf } from '../../../src/sim/run.ts'
import type { MailSpec, ScenarioFile, ZoneSpec } from '../../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../../src/sim/simulation.ts'
import { ZONES as SCHOOL_ZONES } from '../../../src/sim/scenarios/school.ts'
import { letterRoads, ZONES } from '../../helpers/letter-roads.ts'
import { figure, type Figure } from '../figure.ts'
import { costOf } from '../measure.ts'

const MESSAGES = 20_000
/** Time between two messages of the laptop: so that no limit is reached when they come again. */
const GAP_MS = 100

/** All on; limits and thresholds are never reached. */
const ALL_ON: Readonly<Record<string, string>> = {
  'relay.sign': 'on',
  'mx.limits.sessions': '1000',
  'mx.limits.connections': '10000',
  'mx.limits.messages': '10000',
  'mx.dnsbl.action': 'refuse',
  'mx.dynamic.action': 'refuse',
  'mx.dynamic.by': 'either',
  'mx.reverse-dns.action': 'strict',
  'mx.helo.action': 'refuse',
  'mx.helo.own-name': 'on',
  'mx.helo.unknown': 'on',
  'mx.sender-domain.action': 'refuse',
  'mx.spf': 'refuse',
  'mx.reputation.action': 'refuse',
  'mx.reputation.cold-start': '10000',
  'mx.reputation.warm-up': '10000',
  'mx.complaints.good': '1',
  'mx.greylist.on': 'on',
  'mx.content.action': 'score',
  'mx.dkim': 'score',
  'mx.dmarc': 'apply',
  'mx.score.on': 'on',
}
/** Two ways to greylist: one of them is asked. */
const INSTEAD_OF: Readonly<Record<string, string>> = { 'greylisting-by-score': 'greylisting' }

/** Addresses have names, and nobody is on a list. */
const MORE_ZONES: readonly ZoneSpec[] = [
  ...SCHOOL_ZONES.filter(({ origin }) => origin.endsWith('in-addr.arpa')),
  ...['dnsbl.example', 'pbl.example'].map((origin) => {
    return { origin, ttl: '1 h', negativeTtl: '60 s', names: {} }
  }),
]

function scenario(): ScenarioFile {
  const base = letterRoads({}, ALL_ON, [...ZONES, ...MORE_ZONES])
  const mail = Array.from({ length: MESSAGES }, (_, i): MailSpec => {
    const at = `${i * GAP_MS} ms`
    const to = [`user${i}@college.example`]
    const from = 'alice@school.example'
    return { at, host: 'laptop', kind: 'good', from, to, subject: `Letter ${i}`, body: 'Hello.' }
  })
  const hosts = base.hosts.map((host) => (host.id === 'mx' ? { ...host, mailboxes: ['*'] } : host))
  return { ...base, hosts, mail }
}

function simulate(of: ScenarioFile): Simulation {
  const plan = worldsOf(of, 'relayed')[0]
  if (plan === undefined) throw new Error('the scenario has no relayed world')
  const simulation = new Simulation({ scenario: of, seed: 1, interventions: [] }, plan)
  simulation.run()
  return simulation
}

/** Everything has arrived, and every check was asked, or it was another day's work. */
function findingsIn({ chronicle: { facts, messages }, world }: Simulation): number {
  const options = world.hosts.find(({ id }) => id === 'mx')?.config ?? {}
  const off = CHECKS.filter((check) => !check.isOn(options)).map(({ id }) => id)
  strictEqual(off.filter((id) => !(id in INSTEAD_OF)).join(), '')
  strictEqual(messages.length, MESSAGES)
  let delivered = 0
  let findings = 0
  for (let i = 0; i < facts.length; i++) {
    if (facts.kind(i) === KIND.finding) findings++
    if (facts.kind(i) === KIND.end && facts.lane(i, 2) === OUTCOMES.indexOf('delivered'))
      delivered++
  }
  strictEqual(delivered, MESSAGES)
  return findings
}

export function checks(): Figure[] {
  const all = scenario()
  const findings = findingsIn(simulate(all))
  const seconds = costOf(() => void simulate(all))
  return [
    figure('all checks on, relayed, greylisted once', MESSAGES / seconds, 'messages/s'),
    figure('all checks on, findings', findings / MESSAGES, 'findings/message'),
  ]
}
