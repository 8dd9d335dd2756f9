/**
 * Mail that goes in a circle: exchangers that are set up wrongly and take the mailboxes to be
 * elsewhere. The DNS shows it to the first (RFC 5321 §5.1), the Received fields to the other
 * (RFC 5321 §6.3).
 */
import { describe, expect, it } from 'vitest'
import { day } from '../helpers/day.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'
import { triesOf, type Try } from '../helpers/tries.ts'
import { village } from '../helpers/village.ts'

const mail = [{ ...day(null).mail[0]!, host: 'relay' }]
const base = { ...village(true), mail }

/** Tries with Bob's letter. */
function tries(set: Wanted['set']): Try[] {
  const { index } = worldFor(base, 'relayed', { set: set ?? {}, road: 'relayed' })
  return triesOf(index).filter(({ message }) => message === 'alice-1')
}
const told = (of: readonly Try[]): string[] =>
  of.map(({ host, dialled, replies }) => `${host}>${dialled.join(',')} ${replies.join(',')}`)

describe('an exchanger that takes the mailboxes to be elsewhere', () => {
  it('finds that it is the best itself, and returns the letter (RFC 5321 §5.1)', () => {
    const found = tries({ 'mx.mailboxes': 'elsewhere' })
    expect(told(found)).toEqual(['relay>mx 250 2.0.0', 'mx> mail loops back'])
    expect(found[1]!.statuses).toEqual(['5.4.6'])
    const wanted = { set: { 'mx.mailboxes': 'elsewhere' }, road: 'relayed' as const }
    const rows = rowsFor(base, 'relayed', wanted)
    expect(rows.map((row) => `${row.kind} ${row.outcome}`)).toEqual([
      'good bounced',
      'dsn delivered',
    ])
  })

  it('also where it is the implicit one', () => {
    const letter = { ...mail[0]!, to: ['bob@implicit.example'] }
    const hosts = base.hosts.map((one) =>
      one.id === 'mx' ? { ...one, name: 'implicit.example' } : one,
    )
    const wanted = { set: { 'mx.mailboxes': 'elsewhere' } }
    const { index } = worldFor({ ...base, hosts, mail: [letter] }, 'relayed', wanted)
    expect(triesOf(index)[1]).toMatchObject({ replies: ['mail loops back'], statuses: ['5.4.6'] })
  })
})

describe('an exchanger and its backup that send each other a letter', () => {
  it.each([50, 10, 3, 2])('do so until it would have %i Received fields', (limit) => {
    const hops = { 'mx.hop-limit': String(limit), 'backup.hop-limit': String(limit) }
    const found = tries({ 'mx.mailboxes': 'at-backup', ...hops })
    // Each taking in adds a Received field; Postfix refuses the one that reaches the limit.
    expect(found).toHaveLength(limit)
    expect(found.slice(0, -1).every(({ replies }) => replies[0] === '250 2.0.0')).toBe(true)
    expect(found.at(-1)).toMatchObject({ replies: ['554 5.4.0'], statuses: ['5.4.0'] })
    expect(found.slice(1, 4).map(({ host }) => host)).toEqual(
      ['mx', 'backup', 'mx'].slice(0, limit - 1),
    )
  })

  it('return it at last, and the report reaches its writer', () => {
    const wanted = { set: { 'mx.mailboxes': 'at-backup' }, road: 'relayed' as const }
    const rows = rowsFor(base, 'relayed', wanted)
    expect(rows.map((row) => `${row.kind} ${row.to} ${row.outcome}`)).toEqual([
      'good bob@college.example bounced',
      'dsn alice@school.example delivered',
    ])
  })

  // The exchanger takes it with 1, 3, 5 … fields, the backup with 2, 4, 6 …
  it.each([
    ['backup', 5, 6],
    ['backup', 6, 6],
    ['mx', 5, 5],
    ['mx', 6, 7],
  ])(
    'the limit of either counts: %s refuses with a limit of %i at field %i',
    (at, limit, fields) => {
      const set = { 'mx.mailboxes': 'at-backup', [`${at}.hop-limit`]: String(limit) }
      expect(tries(set)).toHaveLength(fields)
    },
  )

  // Two fields: from the laptop, and from the relay.
  it.each([
    ['3', 'delivered'],
    ['2', 'bounced'],
  ])('a straight way is taken for a circle only from its own length on: %s', (limit, outcome) => {
    const set = { 'mx.hop-limit': limit, 'relay.hop-limit': limit, 'laptop.retry': 'never' }
    const [row] = rowsFor(day(null), 'relayed', { set, road: 'relayed' })
    expect(row!.outcome).toBe(outcome)
  })
})
