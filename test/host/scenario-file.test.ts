import { describe, expect, it } from 'vitest'
import { readScenario, readScenarioText } from '../../src/host/scenario-file.ts'
import { scenarioOf } from '../helpers/runs.ts'

type Json = Record<string, unknown>

/** The scenario with one field replaced; `path` as in the sentences. */
function changed(path: string, value: unknown): Json {
  const copy = JSON.parse(JSON.stringify(scenarioOf('try-again-later'))) as Json
  const keys = path.split('.')
  let place: Json = copy
  for (const key of keys.slice(0, -1)) place = place[key] as Json
  const last = keys.at(-1)!
  if (value === undefined) delete place[last]
  else place[last] = value
  return copy
}

describe('a scenario file', () => {
  it.each([
    ['format', 2, 'format: expected format 1.'],
    ['id', 'No Spaces', 'id: expected a short name: lower-case letters'],
    ['seed', 1.5, 'seed: expected a whole number.'],
    ['startsAt', 'tomorrow', 'startsAt: expected an instant such as'],
    ['hosts', [], 'hosts: expected at least one host.'],
    ['hosts.0.kind', 'router', 'hosts.0.kind: expected one of mua, submission, backup, mx'],
    ['hosts.0.addresses.0', '999.1.1.1', 'hosts.0.addresses.0: expected an IPv4 address'],
    ['hosts.1.id', 'laptop', 'hosts.1.id: expected a name that no other host has.'],
    ['hosts.1.addresses', ['203.0.113.25'], 'hosts: expected each address once, but 203.0.113.25'],
    ['links.0.between.1', 'moon', 'links.0.between.1: expected one of laptop, relay'],
    ['links.0.delay', 'fast', 'links.0.delay: expected a duration such as 40 ms, at most 1 min.'],
    ['links.0.delay', '30 d', 'links.0.delay: expected a duration such as 40 ms, at most 1 min.'],
    ['mail.0.host', 'mx', 'mail.0.host: expected one of laptop'],
    ['mail.0.subject', 'a\nReceived: b', 'mail.0.subject: expected a subject without control'],
    ['zones.0.ttl', 'long', 'zones.0.ttl: expected a duration such as 1 h.'],
    ['mail.0.from', 'alice', 'mail.0.from: expected a mailbox such as'],
    ['mail.0.to', [], 'mail.0.to: expected a recipient.'],
    ['mail.0.host', 'phone2', 'mail.0.host: expected one of laptop'],
    ['mail.1.at', '-5 s', 'mail.1.at: expected a duration'],
    ['settings', { 'mx.colour': 'red' }, 'settings.mx.colour: expected one of laptop.road'],
    [
      'settings',
      { 'mx.greylist.delay': '9 weeks' },
      'settings.mx.greylist.delay: expected 0 to 86400 s.',
    ],
    ['variants.0.id', 'direct', 'variants.0.id: expected a name other than direct'],
    [
      'checks.0.anyOf.0.0.reading',
      'relayed.alice-1.mood',
      'checks.0.anyOf: expected a reading such as',
    ],
    [
      'checks.0.anyOf.0.2.atLeast',
      'soon',
      'checks.0.anyOf: expected a bound such as 900 s, not soon.',
    ],
    ['lesson.title', 'A title', 'lesson.title: expected three texts'],
    ['lesson.bets.0.answer.protocol', 7, 'lesson.bets.0.answer.protocol: expected a text.'],
    ['shows.reason', 'fashion', 'shows.reason: expected one of possible, server-down'],
    [
      'shows.direct',
      'relayed.alice-1.took',
      'shows.direct: expected a reading such as direct.alice-1.took.',
    ],
    ['shows.relayed', 'relayed.alice-1.mood', 'shows.relayed: expected a reading such as relayed.'],
    ['shows.relayed', 'send-again.alice-1.took', 'shows.relayed: expected a reading such as'],
    ['shows.direct', 'lead.alice-1', 'shows.direct: expected a reading such as direct.'],
    ['shows.what', 'Knocks', 'shows.what: expected three texts'],
    ['surprise', 1, 'surprise: expected'],
    [
      'mail.0.subject',
      'x'.repeat(300),
      'mail.0.subject: expected a subject of at most 200 characters.',
    ],
  ])('%s = %j is refused with the place and what is allowed', (path, value, sentence) => {
    const read = readScenario(changed(path, value))
    expect(read.ok).toBe(false)
    expect(read).toHaveProperty('problem', expect.stringContaining(sentence))
  })

  it.each([
    ['hosts.1.crowd', 'laptop', 'hosts.1.crowd: expected an earlier submission host'],
    ['hosts.1.crowd', 'relay', 'hosts.1.crowd: expected an earlier submission host'],
    ['hosts.1.crowd', 7, 'hosts.1.crowd: expected the id of a host.'],
    [
      'hosts.1.routes',
      { 'a.example': 'moon.example' },
      'hosts.1.routes.a.example: expected one of laptop.home.example, smtp.school.example',
    ],
    ['hosts.1.routes', { 'A B': 'mx.college.example' }, 'expected a domain name in lower case.'],
    ['roads', { direct: { 'mx.colour': 'red' } }, 'roads.direct.mx.colour: expected one of laptop'],
    [
      'roads',
      { relayed: { 'mx.greylist.delay': 'x' } },
      'roads.relayed.mx.greylist.delay: expected 0 to 86400 s.',
    ],
    ['roads', { both: {} }, 'roads.both: expected'],
    [
      'variants.0.zones',
      [{ origin: 'college.example', ttl: '1 h', negativeTtl: 'long', names: {} }],
      'variants.0.zones.0.negativeTtl: expected a duration such as 1 h.',
    ],
    ['variants.0.zones', [{ origin: 'No' }], 'expected a domain name in lower case.'],
    ['roadTitles', { relayed: 'Both' }, 'roadTitles.relayed: expected'],
    ['roadTitles', { lead: {} }, 'roadTitles.lead: expected'],
    ['stage', ['relayed'], 'stage.1: expected the id of a world.'],
    ['stage', ['relayed', 'fixed'], 'stage.1: expected one of direct, relayed, send-again.'],
    ['stage', ['direct', 'direct'], 'stage.1: expected a world other than the first.'],
    ['stage', ['direct', 'relayed', 'send-again'], 'expected two worlds.'],
  ])('%s = %j, which is optional, is judged as well', (path, value, sentence) => {
    expect(readScenario(changed(path, value))).toHaveProperty(
      'problem',
      expect.stringContaining(sentence),
    )
  })

  const SWEEP = {
    path: 'mx.greylist.delay',
    from: '0 s',
    to: '199 s',
    step: '1 s',
    reading: 'relayed.alice-1.took',
    seeds: 50,
    title: { everyday: 'a', technical: 'b', protocol: 'c' },
  }
  it.each([
    ['path', 'mx.greylist.on', 'sweep.path: expected one of '],
    ['from', 'soon', 'sweep.from: expected 0 to 86400 s.'],
    ['from', '60', 'sweep.from: expected a duration with its unit, such as 60 s.'],
    ['to', '2 d', 'sweep.to: expected 0 to 86400 s.'],
    ['from', '200 s', 'sweep.to: expected a duration that is not shorter than sweep.from.'],
    ['to', '200 s', 'sweep.step: expected a duration that makes at most 200 values.'],
    ['step', '0 s', 'sweep.step: expected a duration longer than nothing.'],
    ['step', 'x', 'sweep.step: expected a duration with its unit, such as 60 s.'],
    ['reading', 'relayed.alice-1.mood', 'sweep.reading: expected a reading such as'],
    ['reading', 'lead.alice-1', 'sweep.reading: expected a reading such as'],
    ['seeds', 0, 'sweep.seeds: expected 1 seed or more.'],
    ['seeds', 51, 'sweep.seeds: expected at most 50 seeds.'],
  ])('a sweep with %s = %j is refused', (field, value, sentence) => {
    expect(readScenario(changed('sweep', { ...SWEEP, [field]: value }))).toHaveProperty(
      'problem',
      expect.stringContaining(sentence),
    )
  })

  it('takes a crowd, routes, a road of its own, another stage and a sweep', () => {
    const { hosts } = scenarioOf('try-again-later')
    const relay = hosts.find(({ id }) => id === 'relay')!
    const other = { ...relay, id: 'other', addresses: ['192.0.2.26'], crowd: 'relay' }
    const more = {
      id: '250-means-mine',
      hosts: [...hosts, { ...other, routes: { 'a.example': 'mx.college.example' } }],
      roads: { relayed: { 'mx.greylist.delay': '90 s' } },
      roadTitles: { relayed: { everyday: 'a', technical: 'b', protocol: 'c' } },
      stage: ['relayed', 'send-again'],
      sweep: SWEEP,
    }
    expect(readScenario({ ...scenarioOf('try-again-later'), ...more })).toMatchObject({ ok: true })
  })

  it('may leave out what is optional, and nothing else', () => {
    expect(readScenario(changed('hosts.0.person', undefined)).ok).toBe(true)
    expect(readScenario(changed('hosts.0.name', undefined)).ok).toBe(false)
  })

  it('that is not JSON, or not an object, is refused in one sentence', () => {
    expect(readScenarioText('{')).toEqual({ ok: false, problem: 'The file is not JSON.' })
    expect(readScenarioText('[]').ok).toBe(false)
    expect(readScenarioText('"x"'.padEnd(6_000_000)).ok).toBe(false)
  })

  it('keeps a hostile text a text', () => {
    const read = readScenario(changed('mail.0.subject', '<img src=x onerror=alert(1)>'))
    expect(read.ok && read.scenario.mail[0]!.subject).toBe('<img src=x onerror=alert(1)>')
  })
})

describe('addresses whose mail goes on', () => {
  const forwarding = (forwards: unknown, kind = 'forwarder', domains = ['alumni.example']) => {
    const base = scenarioOf('two-roads')
    const words = { everyday: 'x', technical: 'x', protocol: 'x' }
    const host = { id: 'f', kind, name: 'f.example', label: words, admd: words, domains, forwards }
    return readScenario({
      ...base,
      hosts: [...base.hosts, { ...host, addresses: ['198.51.100.20'] }],
    })
  }

  it.each([
    [{ 'bob@alumni.example': ['bob@college.example'] }, ''],
    [{ bob: ['bob@college.example'] }, 'bob: expected a mailbox whose domain is one of alumni'],
    [{ 'bob@other.example': ['bob@college.example'] }, 'expected a mailbox whose domain is one of'],
    [{ 'bob@alumni.example': [] }, 'bob@alumni.example: expected at least one mailbox.'],
    [{ 'bob@alumni.example': ['bob'] }, 'bob@alumni.example.0: expected a mailbox such as'],
    [{ 'bob@alumni.example': 'bob@college.example' }, 'expected a list of mailboxes'],
  ])('%j: %s', (forwards, problem) => {
    const read = forwarding(forwards)
    expect(read.ok ? '' : read.problem).toContain(problem)
    expect(read.ok).toBe(problem === '')
  })

  it('are a forwarder’s or a list’s', () => {
    const forwards = { 'bob@alumni.example': ['bob@college.example'] }
    expect(forwarding(forwards, 'list').ok).toBe(true)
    expect(forwarding(forwards, 'mx')).toMatchObject({
      problem: expect.stringContaining('forwards: expected nothing: only a forwarder or a list'),
    })
  })
})
