/**
 * Mechanisms, not stories: each is met by changing only a record, an option or a behaviour, in
 * worlds that no scenario contains; what must come out was worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import type { DnsRecord } from '../../src/sim/mail/dns/record.ts'
import type { Act } from '../../src/sim/run.ts'
import type { ScenarioFile, ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { rowsFor, scenarioOf, worldFor, type Wanted } from '../helpers/runs.ts'
import { factsOf } from '../helpers/invariants.ts'
import type { MessageRow } from '../../src/sim/report.ts'

const MX = '192.0.2.130'
const mx = (preference: number, exchange: string): DnsRecord => ({
  type: 'MX',
  preference,
  exchange,
})
const a = (address: string): DnsRecord => ({ type: 'A', address })

/** The perfect day with other records for Bob's domain, or another letter. */
function day(
  names: ZoneSpec['names'] | 'SERVFAIL' | null,
  letter: Partial<ScenarioFile['mail'][number]> = {},
): ScenarioFile {
  const base = scenarioOf('two-roads')
  const others = base.zones.filter((zone) => zone.origin !== 'college.example')
  const zone = { origin: 'college.example', ttl: '1 h', negativeTtl: '60 s' }
  const own: ZoneSpec[] =
    names === 'SERVFAIL'
      ? [{ ...zone, failure: 'SERVFAIL', names: {} }]
      : names === null
        ? base.zones.filter((one) => one.origin === 'college.example')
        : [{ ...zone, names }]
  return { ...base, zones: [...others, ...own], mail: [{ ...base.mail[0]!, ...letter }] }
}

const outcome = (rows: readonly MessageRow[]): string =>
  rows
    .map((row) => `${row.kind} ${row.outcome} ${row.attempts.map((one) => one.reply).join(', ')}`)
    .join(' | ')

describe('mail exchangers', () => {
  const ONE_DAY: Wanted = { set: { 'relay.queue.lifetime': '1000' } }
  it.each<[string, Parameters<typeof day>[0], string, string]>([
    [
      'an implicit MX',
      { 'college.example': [a(MX)] },
      'good delivered 250 2.0.0',
      'good delivered 250 2.0.0',
    ],
    [
      'the better of two',
      {
        'college.example': [mx(20, 'no.college.example'), mx(10, 'yes.college.example')],
        'yes.college.example': [a(MX)],
        'no.college.example': [a('192.0.2.250')],
      },
      'good delivered 250 2.0.0',
      'good delivered 250 2.0.0',
    ],
    [
      'the next one when the best does not answer, in the same attempt',
      {
        'college.example': [mx(10, 'dead.college.example'), mx(20, 'mx.college.example')],
        'dead.college.example': [a('192.0.2.250')],
        'mx.college.example': [a(MX)],
      },
      'good delivered 250 2.0.0',
      'good delivered 250 2.0.0',
    ],
    [
      'an alias',
      {
        'college.example': [mx(10, 'www.college.example')],
        'www.college.example': [{ type: 'CNAME', name: 'mx.college.example' }],
        'mx.college.example': [a(MX)],
      },
      'good delivered 250 2.0.0',
      'good delivered 250 2.0.0',
    ],
    [
      'a null MX',
      { 'college.example': [mx(0, '.')] },
      'good refused domain accepts no mail',
      'good bounced domain accepts no mail | dsn delivered ',
    ],
    [
      'an MX without address, never the domain’s own',
      { 'college.example': [mx(10, 'gone.college.example'), a(MX)] },
      'good refused no address for the domain',
      'good bounced no address for the domain | dsn delivered ',
    ],
    [
      'neither MX nor address',
      { 'college.example': [{ type: 'TXT', strings: ['here'] }] },
      'good refused no address for the domain',
      'good bounced no address for the domain | dsn delivered ',
    ],
  ])('%s', (_, names, direct, relayed) => {
    expect(outcome(rowsFor(day(names), 'direct'))).toBe(direct)
    expect(outcome(rowsFor(day(names), 'relayed', ONE_DAY))).toBe(relayed)
  })

  it('a domain that does not exist is given up at once', () => {
    const rows = rowsFor(day(null, { to: ['bob@nowhere.example'] }), 'relayed')
    expect(outcome(rows)).toBe('good bounced no such domain | dsn delivered ')
  })

  it('a failing name server defers until the lifetime is over', () => {
    const rows = rowsFor(day('SERVFAIL'), 'relayed', ONE_DAY)
    expect(rows[0]!.outcome).toBe('bounced')
    expect(new Set(rows[0]!.attempts.map((one) => one.reply))).toEqual(new Set(['DNS failure']))
    expect(rows[0]!.attempts.length).toBeGreaterThan(2)
  })

  it('equal preferences share the load, by a draw of their own', () => {
    const names = {
      'college.example': [mx(10, 'one.college.example'), mx(10, 'two.college.example')],
      'one.college.example': [a(MX)],
      'two.college.example': [a('192.0.2.250')],
    }
    const dialled = Array.from({ length: 60 }, (_, seed) => {
      const { index } = worldFor(day(names), 'direct', { seed })
      return factsOf(index).filter((fact) => fact.kind === 'connect').length
    })
    // One connection when the living host came first, two when the dead one did.
    const first = dialled.filter((n) => n === 1).length
    expect(new Set(dialled)).toEqual(new Set([1, 2]))
    expect(first).toBeGreaterThan(15)
    expect(first).toBeLessThan(45)
  })

  it('the DNS is asked again only when the TTL is over', () => {
    const mail = ['0 s', '1800 s', '3599 s', '3601 s'].map((at) => ({ ...day(null).mail[0]!, at }))
    const { index } = worldFor({ ...day(null), mail }, 'direct')
    const asked = factsOf(index).filter((fact) => fact.kind === 'lookup')
    expect(asked.map((fact) => fact.at)).toEqual([0, 0, 3_601_000, 3_601_000])
  })
})

describe('refusals and reports', () => {
  it.each([
    [
      'an unknown user',
      { to: ['ghost@college.example'] },
      'good refused 550 5.1.1',
      'good bounced 550 5.1.1 | dsn delivered ',
    ],
    [
      'a letter that is too big for the exchanger',
      { octets: 9_000_000 },
      'good refused 552 5.3.4',
      'good bounced 552 5.3.4 | dsn delivered ',
    ],
    [
      'an unknown author has nobody to report to',
      { from: 'nobody@school.example' },
      'good delivered 250 2.0.0',
      'good lost ',
    ],
    [
      'a colleague at home',
      { to: ['carol@school.example'] },
      'good delivered 250 2.0.0',
      'good delivered ',
    ],
    [
      'an unknown colleague is refused at submission',
      { to: ['ghost@school.example'] },
      'good refused 550 5.1.1',
      'good refused ',
    ],
  ])('%s', (_, letter, direct, relayed) => {
    const set = { 'mx.size-limit': '5000000', 'laptop.retry': 'never' }
    expect(outcome(rowsFor(day(null, letter), 'direct', { set }))).toBe(direct)
    expect(outcome(rowsFor(day(null, letter), 'relayed', { set }))).toBe(relayed)
  })

  it('several recipients get each their own answer in one session', () => {
    const to = ['bob@college.example', 'ghost@college.example', 'dana@college.example']
    const rows = rowsFor(day(null, { to }), 'relayed')
    expect(rows.map((row) => `${row.to.split('@')[0]} ${row.outcome}`)).toEqual([
      'bob delivered',
      'ghost bounced',
      'dana delivered',
      'alice delivered',
    ])
  })

  it('one report names every recipient that failed', () => {
    const to = ['x@nowhere.example', 'y@nowhere.example']
    const rows = rowsFor(day(null, { to }), 'relayed')
    expect(rows.map((row) => row.kind)).toEqual(['good', 'good', 'dsn'])
  })

  it('a report that cannot be delivered is discarded and not reported on', () => {
    const base = day(null, { to: ['ghost@college.example'] })
    const hosts = base.hosts.map((host) =>
      host.id === 'relay' ? { ...host, mailboxes: ['*'], domains: ['other.example'] } : host,
    )
    // The author's domain is not the relay's: its report goes out, to a domain without a server.
    const mail = [{ ...base.mail[0]!, from: 'eve@other.example' }]
    const away = { ...base, hosts, mail }
    const acts: Wanted['acts'] = []
    const rows = rowsFor(away, 'relayed', { acts })
    expect(rows[0]).toMatchObject({ outcome: 'bounced' })
    expect(rows[1]).toMatchObject({ kind: 'dsn', to: 'eve@other.example', outcome: 'delivered' })
  })
})

describe('silence and broken lines', () => {
  const down = (host: string): Act => ({ kind: 'power', host, power: 'refused' })
  const cut = (host: string): Act => ({ kind: 'power', host, power: 'unreachable' })
  const up = (host: string): Act => ({ kind: 'power', host, power: 'up' })

  it.each<[string, Wanted, string, string]>([
    [
      'refused once, then the outbox after a minute',
      {
        acts: [
          [0, down('mx')],
          [30_000, up('mx')],
        ],
      },
      'good delivered connection refused, 250 2.0.0',
      '60',
    ],
    [
      'no answer at all for thirty seconds',
      {
        acts: [
          [0, cut('mx')],
          [40_000, up('mx')],
        ],
      },
      'good delivered connect timeout, 250 2.0.0',
      '90',
    ],
    [
      'one try and no more',
      { set: { 'laptop.retry': 'never' }, acts: [[0, down('mx')]] },
      'good lost connection refused',
      '0',
    ],
    [
      'Alice by hand after five minutes',
      {
        set: { 'laptop.retry': 'alice' },
        acts: [
          [0, down('mx')],
          [30_000, up('mx')],
        ],
      },
      'good delivered connection refused, 250 2.0.0',
      '300',
    ],
    [
      'the server goes away in mid-session',
      {
        acts: [
          [200, down('mx')],
          [1000, up('mx')],
        ],
      },
      'good delivered lost connection, 250 2.0.0',
      '60',
    ],
  ])('%s', (_, wanted, expected, secondsToLast) => {
    const rows = rowsFor('two-roads', 'direct', wanted)
    expect(outcome(rows)).toBe(expected)
    expect(Math.floor(rows[0]!.attempts.at(-1)!.atMs / 1000)).toBe(Number(secondsToLast))
  })

  it('a cable pulled before the greeting costs the client five minutes (RFC 5321 §4.5.3.2.1)', () => {
    const acts: Wanted['acts'] = [
      [105, cut('mx')],
      [400_000, up('mx')],
    ]
    const [row] = rowsFor('two-roads', 'direct', { acts })
    expect(row!.attempts[0]!.reply).toBe('timeout')
    expect(row!.attempts[1]!.atMs).toBeGreaterThanOrEqual(360_000)
    expect(row!.attempts[1]!.atMs).toBeLessThan(362_000)
  })

  it('a 250 that is lost on the way makes a duplicate (RFC 5321 §4.5.3.2.6)', () => {
    // The letter is accepted at 300 ms; its 250 would arrive at 330 ms.
    const acts: Wanted['acts'] = [
      [315, { kind: 'lid', host: 'laptop', closed: true }],
      [60_000, { kind: 'lid', host: 'laptop', closed: false }],
    ]
    const { index } = worldFor('two-roads', 'direct', { acts })
    const copies = factsOf(index).filter((fact) => fact.kind === 'mailbox')
    expect(copies.map((fact) => fact.copies)).toEqual([1, 2])
  })

  it('a relay that is switched off keeps its queue and goes on when it is back', () => {
    const acts: Wanted['acts'] = [
      [0, down('mx')],
      [1000, down('relay')],
      [50_000, up('mx')],
      [4_000_000, up('relay')],
    ]
    const [row] = rowsFor('two-roads', 'relayed', { acts })
    expect(row!.outcome).toBe('delivered')
    expect(row!.attempts.map((one) => one.reply)).toEqual(['connection refused', '250 2.0.0'])
    expect(row!.attempts[1]!.atMs).toBe(4_000_000)
  })

  it('a laptop that sleeps sends at once on waking, and what is written meanwhile waits', () => {
    const acts: Wanted['acts'] = [
      [0, down('mx')],
      [10_000, { kind: 'lid', host: 'laptop', closed: true }],
      [20_000, up('mx')],
      [
        30_000,
        {
          kind: 'send',
          host: 'laptop',
          from: 'alice@school.example',
          to: ['bob@college.example'],
          subject: 'Later',
        },
      ],
      [900_000, { kind: 'lid', host: 'laptop', closed: false }],
    ]
    const rows = rowsFor('two-roads', 'direct', { acts })
    expect(rows.map((row) => row.attempts.at(-1)!.atMs)).toEqual([900_000, 900_000])
    expect(rows.every((row) => row.outcome === 'delivered')).toBe(true)
  })
})

describe('the three switches of a laptop', () => {
  const night: Wanted['acts'] = [
    [0, { kind: 'power', host: 'mx', power: 'refused' }],
    [30_000, { kind: 'lid', host: 'laptop', closed: true }],
    [600_000, { kind: 'power', host: 'mx', power: 'up' }],
    [7_200_000, { kind: 'lid', host: 'laptop', closed: false }],
  ]
  it.each([
    ['tries again, but sleeps', { 'laptop.retry': 'postfix' }, 7_200_000],
    ['always on with an outbox', { 'laptop.retry': 'outbox', 'laptop.always-on': 'on' }, 600_000],
    [
      'always on with a queue: a mail server at home',
      { 'laptop.retry': 'postfix', 'laptop.always-on': 'on' },
      900_000,
    ],
  ])('%s', (_, set, earliest) => {
    const [row] = rowsFor('two-roads', 'direct', { set, acts: night })
    expect(row!.outcome).toBe('delivered')
    expect(row!.endedAtMs).toBeGreaterThanOrEqual(earliest)
    expect(row!.endedAtMs! - earliest).toBeLessThan(310_000)
  })

  it('with all three on, greylisting is no obstacle any more', () => {
    const set = { 'laptop.retry': 'postfix', 'laptop.always-on': 'on', 'laptop.same-address': 'on' }
    const [row] = rowsFor('try-again-later', 'direct', { set })
    expect(row).toMatchObject({ outcome: 'delivered' })
    expect(row!.attempts).toHaveLength(2)
  })
})
