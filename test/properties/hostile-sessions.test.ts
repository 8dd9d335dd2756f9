/**
 * Clients that say anything, from addresses and domains whose records are anything: the checks answer,
 * and nothing breaks.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { findingsOf } from '../../src/sim/facts/findings.ts'
import { dialogue } from '../../src/sim/facts/transcript.ts'
import { checkDnsbl } from '../../src/sim/mail/dns/dnsbl.ts'
import { checkIprev } from '../../src/sim/mail/dns/iprev.ts'
import type { DnsRecord } from '../../src/sim/mail/dns/record.ts'
import { CHECKS } from '../../src/sim/policy/index.ts'
import type { Question } from '../../src/sim/policy/check.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf } from '../../src/sim/run.ts'
import type { ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { BOT_HOST } from '../../src/sim/scenarios/school.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { questionAbout } from '../helpers/question.ts'
import { runOf, scenarioOf } from '../helpers/runs.ts'
import { anyAnswer } from '../sim/mail/dns/answers.ts'

/** The checks that look at who the client is and whose mail it says it brings. */
const LOOKING = ['dnsbl', 'dynamic', 'reverse-dns', 'helo', 'sender-domain']
const checks = CHECKS.filter(({ id }) => LOOKING.includes(id))

/** Every combination that the options of a check have. */
const optionsOf = (check: (typeof CHECKS)[number]) =>
  fc.record(
    Object.fromEntries(
      check.options.map((spec) => [
        spec.key,
        spec.type === 'choice' ? fc.constantFrom(...spec.values) : fc.boolean(),
      ]),
    ),
  )

const said = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4().map((ip) => `[${ip}]`),
  fc.constantFrom('', '.', '..', '[', '[]', '@', 'a@', '@b', 'localhost', 'mx.college.example'),
)

describe('a check alone', () => {
  it.each(checks.map((check) => [check.id, check] as const))('%s never throws', (id, check) => {
    const property = fc.property(
      fc.record({ helo: said, path: said, address: said, name: said }),
      fc.array(anyAnswer, { minLength: 1, maxLength: 4 }),
      optionsOf(check),
      ({ helo, path, address, name }, answers, options) => {
        let asked = 0
        const ask = () => answers[asked++ % answers.length]!
        const inquiry: Partial<Question['inquiry']> = {
          ask,
          listing: (zone) => {
            const { codes, ...found } = checkDnsbl({ address, zone }, ask)
            return { ...found, code: codes[0] ?? '' }
          },
          reverseName: () => ({ result: checkIprev(address, ask).result, name }),
        }
        const q = questionAbout({ helo, reversePath: path, clientAddress: address, inquiry })
        const finding = check.evaluate(q, check.create(), options)
        expect(finding.reason).toMatch(/^[a-z-]+$/)
        expect(Number.isInteger(finding.score)).toBe(true)
        // Points or a refusal, never both; whoever only counts never refuses.
        expect(finding.reply === null || finding.score === 0).toBe(true)
        const counts = Object.values(options).includes('score')
        expect(counts && finding.reply !== null).toBe(false)
      },
    )
    expect(LOOKING).toContain(id)
    fc.assert(property, { numRuns: 400 })
  })
})

const text = fc.string({ maxLength: 60 })
const name = fc.oneof(fc.domain(), text, fc.constantFrom('.', '', 'loop.example', 'x..y'))
const record: fc.Arbitrary<DnsRecord> = fc.oneof(
  fc.oneof(fc.ipV4(), text, fc.constant('127.0.0.2')).map((address) => ({
    type: 'A' as const,
    address,
  })),
  fc.oneof(fc.ipV6(), text).map((address) => ({ type: 'AAAA' as const, address })),
  name.map((to) => ({ type: 'PTR' as const, name: to })),
  name.map((to) => ({ type: 'CNAME' as const, name: to })),
  fc.record({ type: fc.constant('MX' as const), preference: fc.nat(3), exchange: name }),
  fc
    .array(fc.string({ maxLength: 255 }), { maxLength: 3 })
    .map((strings) => ({ type: 'TXT' as const, strings })),
)
const records = fc.array(record, { maxLength: 4 })

/** A zone with these names in it, or one that fails. */
const zoneOf = (origin: string, ...names: string[]): fc.Arbitrary<ZoneSpec> =>
  fc
    .record({
      of: fc.tuple(...names.map(() => records)),
      failure: fc.constantFrom(undefined, undefined, 'SERVFAIL' as const, 'TIMEOUT' as const),
      ttl: fc.constantFrom('0 s', '1 h'),
    })
    .map(({ of, failure, ttl }) => ({
      origin,
      ttl,
      negativeTtl: ttl,
      names: Object.fromEntries(names.map((one, i) => [one, of[i] ?? []])),
      ...(failure === undefined ? {} : { failure }),
    }))

const hostileZones = fc.tuple(
  zoneOf('dnsbl.example', '66.113.0.203.dnsbl.example'),
  zoneOf('pbl.example', '*.113.0.203.pbl.example', '66.113.0.203.pbl.example'),
  zoneOf('113.0.203.in-addr.arpa', '66.113.0.203.in-addr.arpa'),
  zoneOf('loop.example', 'loop.example', 'a.loop.example', '*.loop.example'),
  zoneOf('from.example', 'from.example'),
)

const settings = fc.record({
  'mx.dnsbl.action': fc.constantFrom('off', 'score', 'refuse'),
  'mx.dynamic.action': fc.constantFrom('off', 'score', 'refuse'),
  'mx.dynamic.by': fc.constantFrom('list', 'name', 'either'),
  'mx.reverse-dns.action': fc.constantFrom('off', 'score', 'needs-name', 'strict'),
  'mx.helo.action': fc.constantFrom('off', 'score', 'refuse'),
  'mx.helo.own-name': fc.constantFrom('on', 'off'),
  'mx.helo.unknown': fc.constantFrom('on', 'off'),
  'mx.sender-domain.action': fc.constantFrom('off', 'score', 'refuse'),
  'mx.delay-reject': fc.constantFrom('on', 'off'),
  'mx.order': fc.constantFrom('', 'helo,dnsbl', 'recipient,sender-domain,dynamic'),
})

/** Two recipients at once, one of whom nobody is, and then once more. */
function worldOf(helo: string, from: string, zones: readonly ZoneSpec[]): ScenarioFile {
  const base = scenarioOf('two-roads')
  const to = ['bob@college.example', 'ghost@college.example']
  const mail = ['0 s', '40 s'].map((at) => ({
    ...base.mail[0]!,
    host: 'bot',
    kind: 'spam' as const,
    at,
    from,
    to,
  }))
  const hosts = [...base.hosts, { ...BOT_HOST, name: helo }]
  const { roads: _roads, stage: _stage, sweep: _sweep, ...rest } = base
  return { ...rest, hosts, zones: [...base.zones, ...zones], mail, checks: [], variants: [] }
}

describe('a whole session', () => {
  it('ends, and is told to its end', () => {
    const from = fc.constantFrom('', 'x@from.example', 'x@loop.example', 'x@[203.0.113.66]', 'x@no')
    let findings = 0
    const property = fc.property(said, from, hostileZones, settings, (helo, path, zones, set) => {
      const run = runOf(worldOf(helo, path, zones), { set })
      const simulation = new Simulation(run, worldsOf(run.scenario, 'both')[0]!)
      simulation.run()
      expect(simulation.world.limit).toBe(-1)
      const index = new FactIndex(recordOf(run, simulation))
      const facts = factsOf(index)
      for (const check of Object.values(INVARIANTS))
        expect(check(index, facts, simulation, run)).toEqual([])
      for (const serial of index.connections.keys()) {
        expect(dialogue(index, serial, Infinity).lines.length).toBeGreaterThan(0)
        findings += findingsOf(index, serial).length
      }
    })
    fc.assert(property, { numRuns: 150 })
    expect(findings).toBeGreaterThan(100)
  })
})
