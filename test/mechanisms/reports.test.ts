/**
 * Mechanisms, not stories: each is met by changing only a record, an option or a behaviour, in
 * worlds that no scenario contains; what must come out was worked out by hand.
 */
import { describe, expect, it } from 'vitest'
import { day, outcome } from '../helpers/day.ts'
import { reportFor, rowsFor } from '../helpers/runs.ts'

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
      'the author need not be the account that logs in',
      { from: 'nobody@school.example' },
      'good delivered 250 2.0.0',
      'good delivered 250 2.0.0',
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
    // Alice's own mailbox is gone: the report about her letter has nowhere to go.
    const base = day(null, { to: ['ghost@college.example'], from: 'left@school.example' })
    const rows = rowsFor(base, 'relayed')
    expect(rows.map((row) => `${row.kind} ${row.outcome}`)).toEqual([
      'good bounced',
      'dsn discarded',
    ])
  })

  it('an account that does not exist is told so at once, whatever the outbox', () => {
    const base = day(null)
    const hosts = base.hosts.map((host) => ({ ...host, account: 'mallory@school.example' }))
    const [row] = rowsFor({ ...base, hosts }, 'relayed', { set: { 'laptop.retry': 'outbox' } })
    expect(row).toMatchObject({ outcome: 'refused', attempts: [] })
    expect(row!.submission).toMatchObject({ reply: '535 5.7.8', tries: 1 })
  })

  it('who is named twice gets one copy', () => {
    const to = ['bob@college.example', 'Bob@College.example', 'bob@college.example']
    const rows = rowsFor(day(null, { to }), 'relayed')
    expect(rows.map((row) => row.outcome)).toEqual(['delivered'])
  })

  it('messages have ids of their own, whoever writes them where', () => {
    const base = day(null)
    const one = base.mail[0]!
    const mail = [one, { ...one, host: 'relay' }, { ...one, from: '' }]
    expect(rowsFor({ ...base, mail }, 'direct').map((row) => row.id)).toEqual([
      'alice-1',
      'alice-2',
      'laptop-1',
    ])
  })

  it('an outbox that never gives up is cut off, and the report says why', () => {
    const report = reportFor(day(null, { to: ['bob@nowhere.example'] }), {
      set: { 'mx.outage.lasts': '14 d' },
      acts: [[0, { kind: 'power', host: 'relay', power: 'refused' }]],
    })
    expect(report.worlds['relayed']).toMatchObject({ limit: 'time' })
    expect(report.worlds['direct']).not.toHaveProperty('limit')
  })

  it('a warning comes once, and the letter all the same', () => {
    const set = { 'mx.outage.lasts': '6 h', 'relay.queue.delay-warning': '2 h' }
    const rows = rowsFor(day(null), 'relayed', { set })
    expect(rows.map((row) => `${row.kind} ${row.outcome}`)).toEqual([
      'good delivered',
      'dsn delivered',
    ])
  })

  it('a warning and a report are two letters', () => {
    const set = {
      'mx.outage.lasts': '2 d',
      'relay.queue.delay-warning': '2 h',
      'relay.queue.lifetime': '1 d',
    }
    const rows = rowsFor(day(null), 'relayed', { set })
    expect(rows.map((row) => `${row.kind} ${row.outcome}`)).toEqual([
      'good bounced',
      'dsn delivered',
      'dsn delivered',
    ])
  })

  it('a backup reports what the better exchanger refuses', () => {
    const rows = rowsFor('backup-mx', 'relayed')
    const reports = rows.filter((row) => row.kind === 'dsn')
    expect(reports.map((row) => row.to)).toEqual(['alice@school.example'])
  })
})
