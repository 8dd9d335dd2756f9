/** What the story of the backup rests on: take its cause away, and its effect is gone. */
import { describe, expect, it } from 'vitest'
import { readMetric } from '../../src/sim/facts/metrics.ts'
import { factsOf } from '../helpers/invariants.ts'
import { rowsFor, worldFor, type Wanted } from '../helpers/runs.ts'

const ROADS = ['direct', 'relayed'] as const

const tries = (world: string, id: string, wanted: Wanted = {}) => {
  const row = rowsFor('backup-mx', world, wanted).find((one) => one.id === id)
  return { outcome: row?.outcome, hosts: row?.attempts.map((one) => one.host) }
}

const reading = (world: string, path: string, wanted: Wanted = {}) => {
  const { index } = worldFor('backup-mx', world, wanted)
  return readMetric([index], `${world}.${path}`, Infinity)?.value ?? null
}

describe('a backup exchanger', () => {
  it.each(ROADS)('is dialled in the attempt in which the first did not answer: %s', (world) => {
    const { index } = worldFor('backup-mx', world)
    const facts = factsOf(index)
    const first = facts.find((one) => one.kind === 'attempt' && one.aim === 'transfer')
    const dialled = facts.filter(
      (one) => one.kind === 'connect' && first?.kind === 'attempt' && one.attempt === first.attempt,
    )
    const servers = dialled.map((one) => one.kind === 'connect' && index.record.hosts[one.server])
    expect(servers.map((host) => host && host.id)).toEqual(['mx', 'backup'])
  })

  it.each(ROADS)('is not asked while the first one answers: %s', (world) => {
    const set = { 'mx.outage.lasts': '0' }
    for (const id of ['alice-1', 'alice-2'])
      expect(tries(world, id, { set }).hosts).toEqual(['mx.college.example'])
    expect(reading(world, 'alice-1.endedAt', { set })).toBeLessThan(1000)
    // Whoever knows the mailboxes says no at the door.
    expect(reading(world, 'alice-2.toldAfter', { set })).toBeLessThan(1000)
    expect(reading(world, 'alice-2.lastReply', { set })).toBe('550 5.1.1')
  })

  it('saves who does not queue, and makes nobody faster who does', () => {
    const away = { 'backup.outage.lasts': '2 h' }
    expect(tries('direct', 'alice-1', { set: away }).outcome).toBe('lost')
    const gains: number[] = []
    for (let seed = 1; seed <= 20; seed++) {
      const [withIt, without] = [{}, away].map((set) =>
        Number(reading('relayed', 'alice-1.endedAt', { seed, set })),
      )
      expect(withIt, `seed ${seed}`).toBeGreaterThanOrEqual(8_700_000)
      gains.push(without! - withIt!)
    }
    // The two queues have scans of their own; now and then one of them just misses a scan.
    expect(gains.filter((ms) => Math.abs(ms) <= 300_000).length).toBeGreaterThanOrEqual(18)
    expect(gains.some((ms) => ms < 0)).toBe(true)
  })

  it('tells on behalf of the real server, into the mailbox of whoever is named', () => {
    const reports = (wanted: Wanted = {}) =>
      rowsFor('backup-mx', 'direct', wanted)
        .filter((row) => row.kind === 'dsn')
        .map((row) => `${row.to} ${row.outcome}`)
    expect(reports()).toEqual(['alice@school.example delivered'])
    // The spam that comes in by the second door makes a report to Carol, who wrote nothing.
    expect(reports({ set: { 'bot.exchangers': 'all' } }).sort()).toEqual([
      'alice@school.example delivered',
      'carol@school.example delivered',
    ])
  })

  it('lets in whom greylisting at the first door keeps waiting', () => {
    const set = { 'mx.outage.lasts': '0', 'mx.greylist.on': 'on' }
    const { outcome, hosts } = tries('direct', 'alice-1', { set })
    expect(outcome).toBe('delivered')
    expect(hosts?.[0]).toBe('mx2.neighbour.example')
  })

  it.each([
    ['in a circle, until there are too many hops', 'at-backup', '554 5.4.0', 50],
    ['to itself, which it notices at once', 'elsewhere', 'mail loops back', 2],
  ])('sends mail %s when it is set up wrongly', (_, mailboxes, reply, attempts) => {
    const set = { 'mx.outage.lasts': '0', 'mx.mailboxes': mailboxes }
    const row = rowsFor('backup-mx', 'direct', { set }).find((one) => one.id === 'alice-1')
    expect(row).toMatchObject({ outcome: 'bounced' })
    expect(row?.attempts.at(-1)?.reply).toBe(reply)
    expect(row?.attempts).toHaveLength(attempts)
  })
})
