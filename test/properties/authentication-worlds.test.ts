/**
 * Random worlds in which mail is signed, forwarded, distributed and checked, with records in the DNS
 * that make sense and with others. Nothing that anybody publishes or writes breaks a run; and what
 * is found out agrees with what happened.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../src/host/crypto.ts'
import { messageSource } from '../../src/sim/artefacts/source.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import type { FindingReading } from '../../src/sim/facts/findings.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import { domainOf } from '../../src/sim/mail/address.ts'
import type { DnsRecord } from '../../src/sim/mail/dns/record.ts'
import type { MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { factsOf, INVARIANTS } from '../helpers/invariants.ts'
import { letterRoads, verdicts, ZONES } from '../helpers/letter-roads.ts'
import { worldFor } from '../helpers/runs.ts'

const txt = (text: string): DnsRecord => ({ type: 'TXT', strings: [text] })

const SPF_TERMS = [
  '-all',
  '~all',
  '?all',
  '+all',
  'all',
  'a',
  'mx',
  'ptr',
  'ip4:192.0.2.0/24',
  'ip4:1.2',
  'ip6:::1',
  'include:school.example',
  'include:esp.example',
  'include:nowhere.example',
  'redirect=college.example',
  'redirect=school.example',
  'exists:%{i}.esp.example',
  'exists:%{',
  'a:%{d}%{d}%{d}%{d}%{d}%{d}%{d}%{d}',
  'unknown=x',
  '!!',
  '',
] as const

const words = (list: readonly string[], between: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...list), { maxLength: 12 }).map((terms) => terms.join(between))

const record: fc.Arbitrary<DnsRecord> = fc.oneof(
  words(SPF_TERMS, ' ').map((terms) => txt(`v=spf1 ${terms}`)),
  words(
    ['p=reject', 'p=quarantine', 'p=none', 'p=', 'sp=x', 't=y', 'adkim=s', ';', 'psd=y'],
    '; ',
  ).map((tags) => txt(`v=DMARC1; ${tags}`)),
  words(['k=ed25519', 'k=rsa', 'p=lab:x', 'p=', 'p=!', 't=y:s', 'h=sha1', 's=*', '='], '; ').map(
    (tags) => txt(`v=DKIM1; ${tags}`),
  ),
  fc.string({ maxLength: 60, unit: 'binary' }).map(txt),
  fc.constantFrom<DnsRecord>(
    { type: 'CNAME', name: 'school.example' },
    { type: 'TXT', strings: [] },
    { type: 'MX', preference: 0, exchange: '' },
    { type: 'A', address: 'not an address' },
  ),
)

/** Names at which somebody looks for records about senders. */
const NAMES = ZONES.flatMap(({ names }) => Object.keys(names)).filter((name) => {
  return !name.startsWith('mx.') && !name.startsWith('smtp.') && name !== 'college.example'
})

const letter: fc.Arbitrary<Partial<MailSpec>> = fc.record({
  host: fc.constantFrom('laptop', 'laptop', 'relay', 'esp', 'bot'),
  from: fc.constantFrom('alice@school.example', 'bounce@esp.example', 'x@news.school.example', ''),
  author: fc.constantFrom('alice@school.example', 'alice@SCHOOL.example', 'ceo@sch00l.example'),
  to: fc.constantFrom(
    ['bob@college.example'],
    ['bob@alumni.example'],
    ['tea@club.example'],
    ['tea@club.example', 'bob@alumni.example', 'bob@college.example'],
  ),
  subject: fc
    .string({ maxLength: 20, unit: 'grapheme' })
    .map((text) => text.replace(/\p{Cc}/gu, ' ')),
  body: fc.string({ maxLength: 40, unit: 'binary' }),
})

const onOff = fc.constantFrom('on', 'off')
const settings: fc.Arbitrary<Record<string, string>> = fc.record({
  'relay.sign': onOff,
  'relay.sign.selector': fc.constantFrom('s1', 's1', 's2'),
  'relay.sign.as': fc.constantFrom('author', 'own'),
  'laptop.sign': onOff,
  'esp.sign': onOff,
  'esp.sign.as': fc.constantFrom('author', 'own'),
  'bot.sign': onOff,
  'bot.forge-results': onOff,
  'tea.footer': onOff,
  'tea.subject-tag': onOff,
  'tea.rewrite-from': onOff,
  'tea.sign': onOff,
  'alumni.srs': onOff,
})

/** What the exchanger does about what it finds. */
const doings: fc.Arbitrary<Record<string, string>> = fc.record({
  'mx.spf': fc.constantFrom('note', 'score', 'refuse'),
  'mx.spf.temperror': fc.constantFrom('accept', 'defer'),
  'mx.spf.permerror': fc.constantFrom('note', 'refuse'),
  'mx.dkim': fc.constantFrom('note', 'score'),
  'mx.dmarc': fc.constantFrom('note', 'score', 'apply'),
  'mx.dmarc.temperror': fc.constantFrom('accept', 'defer'),
})

function withRecords(of: ScenarioFile, changes: readonly (readonly [string, DnsRecord])[]) {
  const zones = of.zones.map((zone) => {
    const names = { ...zone.names }
    for (const [name, one] of changes) if (name in names) names[name] = [...names[name]!, one]
    return { ...zone, names }
  })
  return { ...of, zones }
}

function faults(
  of: ScenarioFile,
  set: Readonly<Record<string, string>>,
  seen: Set<string>,
): string[] {
  const wrong: string[] = []
  for (const world of ['direct', 'relayed']) {
    const { index, simulation, run } = worldFor(of, world, { set })
    for (const [name, check] of Object.entries(INVARIANTS))
      for (const one of check(index, factsOf(index), simulation, run)) wrong.push(`${name}: ${one}`)
    wrong.push(
      ...verdicts(index)
        .filter(isStrange)
        .map(({ reason, value }) => `${reason} ${value}`),
    )
    for (const { reason } of verdicts(index)) seen.add(reason)
    for (const { message, recipient } of journeys(index, Infinity))
      for (const crypto of [null, dkimCrypto])
        if (messageSource(index, message, recipient, Infinity, crypto)?.text === '')
          wrong.push('no text')
  }
  return wrong
}

const RESULTS: Readonly<Record<string, string>> = {
  spf: 'none neutral pass fail softfail temperror permerror',
  dkim: 'none pass fail policy neutral temperror permerror',
  dmarc: 'none pass fail temperror permerror quarantine reject',
}

/** A result that does not exist, or more questions to the DNS than RFC 7208 §4.6.4 allows. */
function isStrange({ check, reason, value, threshold }: FindingReading): boolean {
  const [method = '', result = ''] = reason.split('-')
  if (method !== check || !RESULTS[check]?.split(' ').includes(result)) return true
  return check === 'spf' && (threshold !== 10 || value > 10)
}

describe('records, settings and letters of any kind', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom(...NAMES), record), { maxLength: 6 })

  it('break no run and no source', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(letter, settings, doings, changes, (one, set, done, records) => {
        expect(faults(withRecords(letterRoads(one), records), { ...set, ...done }, seen)).toEqual(
          [],
        )
      }),
      { numRuns: 120 },
    )
    // Otherwise nothing would be shown.
    for (const reason of ['spf-permerror', 'spf-pass', 'dkim-pass', 'dmarc-none', 'dmarc-reject'])
      expect(seen).toContain(reason)
  })
})

/** The three findings of one session at the exchanger. */
interface Session {
  readonly spf: FindingReading
  readonly dkim: FindingReading
  readonly dmarc: FindingReading
  readonly message: number
}

function sessionsOf(index: FactIndex): Session[] {
  const found = verdicts(index)
  return found.flatMap((dmarc) => {
    if (dmarc.check !== 'dmarc') return []
    const of = (check: string): FindingReading =>
      found.findLast((one) => one.connection === dmarc.connection && one.check === check)!
    const attempt = index.connections[dmarc.connection]?.attempt ?? -1
    const message = index.attempts[attempt]?.message ?? -1
    return [{ spf: of('spf'), dkim: of('dkim'), dmarc, message }]
  })
}

/** Every domain here is two labels below the root, so that the last two are the organization. */
const organization = (domain: string): string => domain.toLowerCase().split('.').slice(-2).join('.')

/** DMARC by hand (RFC 9989 §5.3), out of the other two findings. */
function isVouchedFor(index: FactIndex, { spf, dkim, message }: Session): boolean {
  const { author, reversePath, host } = index.record.messages[message]!
  const ours = organization(domainOf(author))
  const helo = index.record.hosts[host]!.name
  const sender = organization(reversePath === '' ? helo : domainOf(reversePath))
  if (spf.reason === 'spf-pass' && sender === ours) return true
  return dkim.about.split(', ').some((one) => {
    const [result, domain = ''] = one.split(' ')
    return result === 'pass' && organization(domain) === ours
  })
}

describe('in a world in which everybody publishes what is right', () => {
  const world = fc.tuple(letter, settings, fc.constantFrom('direct', 'relayed'))

  it('DMARC passes exactly if SPF or DKIM vouches for the domain in From', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(world, ([one, set, road]) => {
        const { index } = worldFor(letterRoads(one), road, { set })
        for (const session of sessionsOf(index)) {
          const expected = isVouchedFor(index, session) ? 'dmarc-pass' : 'dmarc-fail'
          expect(session.dmarc.reason).toBe(expected)
          seen.add(expected)
        }
      }),
      { numRuns: 150 },
    )
    expect([...seen].sort()).toEqual(['dmarc-fail', 'dmarc-pass'])
  })

  const plain = {
    host: 'laptop',
    from: 'alice@school.example',
    author: 'alice@school.example',
  } as const

  it('DMARC passes behind a forwarder, whose copy is signed as before', () => {
    fc.assert(
      fc.property(letter, onOff, ({ subject, body }, srs) => {
        const of = letterRoads({
          subject: subject!,
          body: body!,
          ...plain,
          to: ['bob@alumni.example'],
        })
        const set = { 'relay.sign': 'on', 'alumni.srs': srs }
        const { index } = worldFor(of, 'relayed', { set })
        const [session] = sessionsOf(index)
        expect(session?.spf.reason).toBe(srs === 'on' ? 'spf-pass' : 'spf-fail')
        expect(session?.dmarc).toMatchObject({ reason: 'dmarc-pass', about: 'school.example dkim' })
      }),
      { numRuns: 40 },
    )
  })

  it('DMARC fails behind a list that adds a footer and leaves From alone', () => {
    fc.assert(
      fc.property(letter, onOff, onOff, ({ subject, body }, tag, signs) => {
        const of = letterRoads({
          subject: subject!,
          body: body!,
          ...plain,
          to: ['tea@club.example'],
        })
        const own = { 'tea.subject-tag': tag, 'tea.sign': signs, 'tea.sign.as': 'own' }
        const { index } = worldFor(of, 'relayed', { set: { 'relay.sign': 'on', ...own } })
        const [session] = sessionsOf(index)
        expect(session?.spf.reason).toBe('spf-pass')
        expect(session?.dkim.about).toContain('fail school.example s1')
        expect(session?.dmarc.reason).toBe('dmarc-fail')
      }),
      { numRuns: 40 },
    )
  })
})
