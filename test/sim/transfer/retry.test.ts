import { describe, expect, it } from 'vitest'
import type { Act } from '../../../src/sim/run.ts'
import type { MailSpec } from '../../../src/sim/scenarios/scenario.ts'
import { day } from '../../helpers/day.ts'
import { rowsFor, worldFor, type Wanted } from '../../helpers/runs.ts'
import { triesOf, type Try } from '../../helpers/tries.ts'

describe('six days of silence', () => {
  it('are 107 or 108 tries and a report after five days', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const set = { 'mx.outage.lasts': '6 d', 'laptop.lid.stays-closed': '0' }
      const rows = rowsFor('the-lid-closes', 'relayed', { seed, set, road: 'relayed' })
      const [row, report] = rows
      expect(row!.outcome).toBe('bounced')
      expect([107, 108]).toContain(row!.attempts.length)
      expect(row!.endedAtMs).toBeGreaterThanOrEqual(432_900_000)
      expect(row!.endedAtMs).toBeLessThanOrEqual(433_210_000)
      expect(report).toMatchObject({
        kind: 'dsn',
        to: 'alice@school.example',
        outcome: 'delivered',
      })
    }
  })

  it('unreachable, each try costs thirty seconds, which shifts the later ones', () => {
    const set = { 'mx.outage.lasts': '1 d', 'mx.outage.kind': 'unreachable' }
    const gaps = new Set<number>()
    for (let seed = 1; seed <= 40; seed++) {
      const [row] = rowsFor('two-roads', 'relayed', { seed, set, road: 'relayed' })
      expect(row!.attempts[0]!.reply).toBe('connect timeout')
      gaps.add(row!.attempts[2]!.atMs - row!.attempts[1]!.atMs)
    }
    // Failing at 330+u the message is 300+u+30 old: it is due at 660+2u, which misses the scan at
    // 900+u when u is above 240.
    expect([...gaps].sort((a, b) => a - b)).toEqual([600_000, 900_000])
  })
})

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

const letter = (
  at: string,
  from = 'alice@school.example',
  to = 'bob@college.example',
): MailSpec => ({
  ...day(null).mail[0]!,
  at,
  host: 'relay',
  from,
  to: [to],
})

/** What a relay under Exim's law does with these letters; its runner starts every minute. */
function eximTries(mail: readonly MailSpec[], set = {}, acts: Wanted['acts'] = []): Try[] {
  const settings = { 'relay.queue.law': 'exim', 'relay.queue.runner': '60 s', ...set }
  const { index } = worldFor({ ...day(null), mail }, 'relayed', { set: settings, acts })
  return triesOf(index).filter(({ host, aim }) => host === 'relay' && aim !== 'local')
}

const dials = (tries: readonly Try[], message: string): number[] =>
  tries.filter((one) => one.message === message && one.dialled.length > 0).map(({ at }) => at)

describe('Exim’s memory of a host', () => {
  it('keeps a new message from a host whose time has not come', () => {
    const mail = [letter('0 s'), letter('5 min')]
    const tries = eximTries(mail, { 'mx.outage.lasts': '1 h' })
    const second = tries.filter(({ message }) => message === 'alice-2')
    expect(second[0]).toMatchObject({
      at: 5 * MINUTE,
      dialled: [],
      replies: ['retry time not reached'],
      statuses: ['4.0.0'],
    })
    // A quarter of an hour after the host's failure, not after the message's own, both are tried.
    const [first, next] = dials(tries, 'alice-1')
    expect(first).toBe(0)
    expect(next).toBeGreaterThanOrEqual(15 * MINUTE)
    expect(next).toBeLessThanOrEqual(16 * MINUTE)
    expect(second[1]!.at).toBe(next)
  })

  it('tries a host that has long been dead once, and returns the message', () => {
    const mail = [letter('0 s'), letter('4.5 d')]
    const tries = eximTries(mail, { 'mx.outage.lasts': '6 d' })
    expect(dials(tries, 'alice-1').at(-1)).toBeGreaterThanOrEqual(4 * DAY)
    expect(tries.filter(({ message }) => message === 'alice-2')).toMatchObject([
      { at: 4.5 * DAY, dialled: ['mx'], replies: ['connection refused'] },
    ])
  })

  it('not even once, when that has just been done', () => {
    const mail = [letter('0 s'), letter('4.5 d'), letter('4.6 d')]
    const run = { ...day(null), mail }
    const set = {
      'relay.queue.law': 'exim',
      'relay.queue.runner': '60 s',
      'mx.outage.lasts': '6 d',
    }
    const rows = rowsFor(run, 'relayed', { set, road: 'relayed' })
    const third = rows.find(({ id }) => id === 'alice-3')!
    expect(third).toMatchObject({ outcome: 'bounced', attempts: [] })
    expect(third.endedAtMs! - third.sentAtMs).toBeLessThan(1000)
  })

  it('ends with the first session that is held', () => {
    const mail = [letter('0 s'), letter('20 min'), letter('21 min')]
    const down: Act = { kind: 'power', host: 'mx', power: 'refused' }
    const tries = eximTries(mail, { 'mx.outage.lasts': '10 min' }, [[20.5 * MINUTE, down]])
    expect(tries.filter(({ message }) => message === 'alice-2')).toMatchObject([
      { at: 20 * MINUTE, replies: ['250 2.0.0'] },
    ])
    // A new trouble is a new record: the rule begins with its quarter of an hour again.
    const [first, second] = dials(tries, 'alice-3')
    expect(first).toBe(21 * MINUTE)
    expect(second! - first!).toBeLessThanOrEqual(16 * MINUTE)
  })

  it('is emptied by whoever has the queue tried', () => {
    const flush: Act = { kind: 'flush', host: 'relay' }
    const tries = eximTries([letter('0 s')], { 'mx.outage.lasts': '60 s' }, [[90_000, flush]])
    expect(dials(tries, 'alice-1')).toEqual([0, 90_000])
  })
})

describe('Exim’s memory of an address', () => {
  const mail = [
    letter('0 s'),
    letter('2 min'),
    letter('3 min', 'carol@school.example'),
    letter('4 min', 'alice@school.example', 'dana@college.example'),
  ]

  it('is about sender and recipient: another sender is tried, and another recipient', () => {
    const tries = eximTries(mail, { 'mx.trouble': 'rcpt-452', 'relay.queue.runner': '10 min' })
    const early = tries.filter(({ at }) => at < 5 * MINUTE)
    expect(early.map(({ message, aim, replies }) => `${message} ${aim} ${replies[0]}`)).toEqual([
      'alice-1 transfer 452 4.2.2',
      'alice-2 held retry time not reached',
      'carol-1 transfer 452 4.2.2',
      'alice-3 transfer 452 4.2.2',
    ])
  })

  it('does not outlive a success', () => {
    const open: Act = { kind: 'set', path: 'mx.trouble', value: 'none' }
    const tries = eximTries([mail[0]!, letter('30 min')], { 'mx.trouble': 'rcpt-452' }, [
      [MINUTE, open],
    ])
    expect(tries.map(({ replies }) => replies[0])).toEqual(['452 4.2.2', '250 2.0.0', '250 2.0.0'])
    expect(tries[2]!.at).toBe(30 * MINUTE)
  })
})

describe('Exim’s law', () => {
  it.each<[string, ReturnType<typeof day>, Wanted, string]>([
    [
      'a name server that never answers is given up after four days, too',
      day('SERVFAIL'),
      { set: { 'relay.queue.law': 'exim' }, road: 'relayed' },
      'relay',
    ],
    [
      'so is a submission server that is never there',
      day(null),
      { set: { 'laptop.retry': 'exim', 'relay.outage.lasts': '14 d' }, road: 'relayed' },
      'laptop',
    ],
  ])('%s', (_, scenario, wanted, host) => {
    const { index } = worldFor(scenario, 'relayed', wanted)
    const last = triesOf(index).findLast((one) => one.host === host && one.aim !== 'local')!
    expect(last.at).toBeGreaterThanOrEqual(4 * DAY)
    expect(last.at).toBeLessThan(4 * DAY + 7 * HOUR)
  })
})
