/**
 * Mechanisms, not stories: each is met by changing only a record, an option or a behaviour, in
 * worlds that no scenario contains; what must come out was worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import { a, day, MX, mx, outcome } from '../helpers/day.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'
import { triesOf } from '../helpers/tries.ts'
import { BACKUP_HOST, village } from '../helpers/village.ts'

describe('mail exchangers', () => {
  const ONE_DAY: Wanted = { set: { 'relay.queue.lifetime': '1000', 'laptop.retry': 'never' } }
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
      'good lost domain accepts no mail',
      'good bounced domain accepts no mail | dsn delivered ',
    ],
    [
      'an MX without address, never the domain’s own',
      { 'college.example': [mx(10, 'gone.college.example'), a(MX)] },
      'good lost no address for the domain',
      'good bounced no address for the domain | dsn delivered ',
    ],
    [
      'neither MX nor address',
      { 'college.example': [{ type: 'TXT', strings: ['here'] }] },
      'good lost no address for the domain',
      'good bounced no address for the domain | dsn delivered ',
    ],
  ])('%s', (_, names, direct, relayed) => {
    expect(outcome(rowsFor(day(names), 'direct', { road: 'direct' }))).toBe(direct)
    const wanted = { ...ONE_DAY, road: 'relayed' as const }
    expect(outcome(rowsFor(day(names), 'relayed', wanted))).toBe(relayed)
  })

  it('a domain that does not exist is given up at once', () => {
    const rows = rowsFor(day(null, { to: ['bob@nowhere.example'] }), 'relayed')
    expect(outcome(rows)).toBe('good bounced no such domain | dsn delivered ')
  })

  it('a failing name server defers until the lifetime is over', () => {
    const rows = rowsFor(day('SERVFAIL'), 'relayed', { ...ONE_DAY, road: 'relayed' })
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

describe('a second exchanger', () => {
  const mail = [{ ...day(null).mail[0]!, host: 'relay' }]
  const base = { ...village(true), mail }
  /** Every try of every host, as `relay>mx,backup 250 2.0.0`. */
  const tries = (scenario: typeof base, wanted: Wanted = {}): string[] =>
    triesOf(worldFor(scenario, 'relayed', { road: 'relayed', ...wanted }).index)
      .filter(({ aim }) => aim !== 'local')
      .map(({ host, dialled, replies }) => `${host}>${dialled.join(',')} ${replies.join(',')}`)

  it('takes the mail while the first is away, and passes it on when that is back', () => {
    const set = { 'mx.outage.lasts': '10 min' }
    expect(tries(base, { set })).toEqual([
      'relay>mx,backup 250 2.0.0',
      // It leaves itself and what is not better out: there is nobody else to try.
      'backup>mx connection refused',
      'backup>mx connection refused',
      'backup>mx 250 2.0.0',
    ])
  })

  it('does not know the mailboxes: the refusal comes later, as a report of its own', () => {
    const to = { ...base, mail: [{ ...mail[0]!, to: ['ghost@college.example'] }] }
    const rows = rowsFor(to, 'relayed', { set: { 'mx.outage.lasts': '60 s' }, road: 'relayed' })
    expect(rows.map(({ kind, from, outcome: how }) => `${kind} ${from} ${how}`)).toEqual([
      'good alice@school.example bounced',
      'dsn  delivered',
    ])
    const { index } = worldFor(to, 'relayed', { set: { 'mx.outage.lasts': '60 s' } })
    const report = index.record.messages.find(({ kind }) => kind === 'dsn')!
    expect(index.record.hosts[report.host]?.id).toBe('backup')
  })

  it('holds no report back, even when it holds the mail until it is asked for it', () => {
    const to = { ...base, mail: [{ ...mail[0]!, to: ['ghost@college.example'] }] }
    const set = {
      'mx.outage.lasts': '60 s',
      'mx.fetch': 'etrn',
      'backup.hold': 'until-asked',
    }
    const rows = rowsFor(to, 'relayed', { set, road: 'relayed' })
    expect(rows.map((row) => `${row.kind} ${row.outcome}`)).toEqual([
      'good bounced',
      'dsn delivered',
    ])
    expect(rows[1]!.endedAtMs).toBeLessThan(65_000)
  })

  it('is refused to strangers who want it to relay (RFC 5321 §3.6.2)', () => {
    const zones = base.zones.map((one) =>
      one.origin === 'implicit.example'
        ? { ...one, names: { 'implicit.example': [mx(10, 'mx.backup.example')] } }
        : one,
    )
    const to = { ...base, zones, mail: [{ ...mail[0]!, to: ['bob@implicit.example'] }] }
    expect(tries(to)[0]).toBe('relay>backup 454 4.7.1')
  })

  it('and a first one that is dead by purpose keep bots away, who try only the best (nolisting)', () => {
    const spam = { ...mail[0]!, host: 'bot', kind: 'spam' as const, from: 'x@prizes.example' }
    const nolisting = { ...base, mail: [spam], settings: { 'mx.outage.lasts': '1 h' } }
    expect(tries(nolisting)).toEqual(['bot>mx connection refused'])
    const set = { 'bot.exchangers': 'all' }
    expect(tries(nolisting, { set })[0]).toBe('bot>mx,backup 250 2.0.0')
    expect(tries({ ...nolisting, mail })[0]).toBe('relay>mx,backup 250 2.0.0')
  })

  it('of equal preference is one of two: all who send spread over both', () => {
    const zones = base.zones.map((one) =>
      one.origin === 'college.example'
        ? {
            ...one,
            names: {
              ...one.names,
              'college.example': [mx(10, 'mx.college.example'), mx(10, 'mx.backup.example')],
            },
          }
        : one,
    )
    const first = Array.from({ length: 60 }, (_, seed) => tries({ ...base, zones }, { seed })[0])
    const count = (host: string): number =>
      first.filter((one) => one === `relay>${host} 250 2.0.0`).length
    expect(count('mx') + count('backup')).toBe(60)
    expect(count('mx')).toBeGreaterThan(15)
    expect(count('backup')).toBeGreaterThan(15)
    // It is as good as the other one, so that one is not for it to try (RFC 5321 §5.1).
    const seed = first.indexOf('relay>backup 250 2.0.0')
    expect(tries({ ...base, zones }, { seed })[1]).toBe('backup> mail loops back')
  })

  it('drops itself and all that are not better from its list (RFC 5321 §5.1)', () => {
    const third = {
      ...BACKUP_HOST,
      id: 'third',
      name: 'mx3.backup.example',
      addresses: ['192.0.2.98'],
    }
    const zones = base.zones.map((one) => {
      if (one.origin === 'college.example') {
        const names = {
          'college.example': [
            mx(10, 'mx.college.example'),
            mx(20, 'mx.backup.example'),
            mx(30, 'mx3.backup.example'),
          ],
          'mx.college.example': [a(MX)],
        }
        return { ...one, names }
      }
      if (one.origin !== 'backup.example') return one
      return { ...one, names: { ...one.names, 'mx3.backup.example': [a('192.0.2.98')] } }
    })
    const three = { ...base, zones, hosts: [...base.hosts, third] }
    const set = { 'mx.outage.lasts': '60 s', 'backup.outage.lasts': '30 s' }
    const [relay, last, ...rest] = tries(three, { set })
    expect(relay).toBe('relay>mx,backup,third 250 2.0.0')
    // The worst may use the two that are better, not itself; both are down yet.
    expect(last).toBe('third>mx,backup connection refused')
    expect(rest).toEqual(['third>mx 250 2.0.0'])
  })
})
