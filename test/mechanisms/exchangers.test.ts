/**
 * Mechanisms, not stories: each is met by changing only a record, an option or a behaviour, in
 * worlds that no scenario contains; what must come out was worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import { a, day, MX, mx, outcome } from '../helpers/day.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'

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
