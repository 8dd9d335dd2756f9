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
  it.each([50, 10, 3, 2])('do so until it would be through %i hands', (limit) => {
    const hops = { 'mx.hop-limit': String(limit), 'backup.hop-limit': String(limit) }
    const found = tries({ 'mx.mailboxes': 'at-backup', ...hops })
    // Each taking in adds a Received field; the one that would be too many is refused.
    expect(found).toHaveLength(limit)
    expect(found.slice(0, -1).every(({ replies }) => replies[0] === '250 2.0.0')).toBe(true)
    expect(found.at(-1)).toMatchObject({ replies: ['554 5.4.0'], statuses: ['5.4.0'] })
    expect(found.slice(1, 4).map(({ host }) => host)).toEqual(
      ['mx', 'backup', 'mx'].slice(0, limit),
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

  it('the limit of either counts', () => {
    // The backup takes it with 2 and 4 fields and refuses a sixth; the other one refuses a seventh.
    expect(tries({ 'mx.mailboxes': 'at-backup', 'backup.hop-limit': '5' })).toHaveLength(6)
    expect(tries({ 'mx.mailboxes': 'at-backup', 'mx.hop-limit': '5' })).toHaveLength(7)
  })

  it('a straight way is not taken for a circle', () => {
    const set = { 'mx.hop-limit': '2', 'relay.hop-limit': '2', 'laptop.retry': 'never' }
    const [row] = rowsFor(day(null), 'relayed', { set, road: 'relayed' })
    expect(row!.outcome).toBe('delivered')
  })
})
