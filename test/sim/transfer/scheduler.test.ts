import { describe, expect, it } from 'vitest'
import type { MailSpec, ScenarioFile } from '../../../src/sim/scenarios/scenario.ts'
import type { Act } from '../../../src/sim/run.ts'
import { a } from '../../helpers/day.ts'
import { factsOf } from '../../helpers/invariants.ts'
import { worldFor, type Wanted } from '../../helpers/runs.ts'
import { mostAtOnce, triesOf, type Try } from '../../helpers/tries.ts'
import { village } from '../../helpers/village.ts'

const letter = (to: readonly string[], at = '0 s'): MailSpec => ({
  at,
  host: 'relay',
  kind: 'good',
  from: 'alice@school.example',
  to,
  subject: 'Hello',
  body: 'Hello',
})
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)
const COLLEGE = letter(['bob@college.example'])
const VILLAGE = letter(['bob@dial.example'])

/** The relay's own letters; every mailbox exists. */
function relayWith(mail: readonly MailSpec[], settings = {}): ScenarioFile {
  const base = village(false)
  const hosts = base.hosts.map((host) => ({ ...host, mailboxes: ['*'] }))
  return { ...base, hosts, mail, settings }
}

function relayTries(scenario: ScenarioFile, wanted: Wanted = {}): Try[] {
  return triesOf(worldFor(scenario, 'relayed', wanted).index).filter(({ host }) => host === 'relay')
}

describe('deliveries to one destination', () => {
  it.each([
    // initial, limit: at the start, at most
    ['5', '20', 5, 20],
    ['2', '3', 2, 3],
    ['1', '1', 1, 1],
    ['50', '4', 4, 4],
    ['100', '1000', 80, 80],
  ])('begin with %s and stay below %s', (initial, limit, first, most) => {
    const settings = {
      'relay.queue.concurrency': initial,
      'relay.queue.concurrency-limit': limit,
    }
    const tries = relayTries(relayWith(times(80, COLLEGE), settings))
    expect(tries.filter(({ at }) => at === 0)).toHaveLength(first)
    expect(mostAtOnce(tries)).toBe(most)
    expect(tries.every(({ replies }) => replies[0] === '250 2.0.0')).toBe(true)
    expect(tries).toHaveLength(80)
  })

  it('are not slowed down by a greylist, and are by silence', () => {
    const settings = { 'relay.queue.concurrency-limit': '50' }
    const mail = times(60, COLLEGE)
    const grey = relayTries(relayWith(mail, { ...settings, 'mx.greylist.on': 'on' }))
    expect(mostAtOnce(grey)).toBeGreaterThan(20)
    const silence = { 'mx.outage.lasts': '1 h', 'mx.outage.kind': 'unreachable' }
    const tried = relayTries(relayWith(mail, { ...settings, ...silence }))
    expect(mostAtOnce(tried.filter(({ at, aim }) => at < 200_000 && aim === 'transfer'))).toBe(5)
  })
})

describe('deliveries to all destinations', () => {
  const mail = [...times(10, COLLEGE), ...times(10, VILLAGE)]

  it('share the processes', () => {
    const tries = relayTries(relayWith(mail, { 'relay.queue.processes': '3' }))
    expect(mostAtOnce(tries)).toBe(3)
    expect(tries).toHaveLength(20)
  })

  it('take turns', () => {
    const tries = relayTries(relayWith(mail, { 'relay.queue.processes': '1' }))
    // The college stands in line again before the village has any mail.
    const turns = tries.map(({ domain }) => domain.slice(0, 1)).join('')
    expect(turns).toBe(`c${'cd'.repeat(9)}d`)
  })

  it('wait for each other no longer than they must: one silent domain holds up no other', () => {
    const set = { 'dial.outage.lasts': '1 h', 'dial.outage.kind': 'unreachable' }
    const tries = relayTries(relayWith([...times(10, VILLAGE), ...times(10, COLLEGE)], set))
    const college = tries.filter(({ domain }) => domain === 'college.example')
    expect(college.every(({ endedAt }) => endedAt < 5000)).toBe(true)
  })
})

describe('new mail and mail that was put off', () => {
  const send: Act = {
    kind: 'send',
    host: 'relay',
    from: 'carol@school.example',
    to: ['bob@college.example'],
    subject: 'New',
  }
  const flush: Act = { kind: 'flush', host: 'relay' }
  const one = { 'relay.queue.concurrency': '1', 'relay.queue.concurrency-limit': '1' }
  // Not dead any more, and not yet due.
  const later = { 'relay.queue.min-backoff': '50 s', 'relay.queue.law': 'fixed' }
  const down = { 'mx.outage.lasts': '60 s', ...one, ...later }

  it.each<[string, Act[], string]>([
    ['old ones came first', [flush, send, send, send], 'oononn'],
    ['new ones came first', [send, send, send, flush], 'nonono'],
  ])('take turns when %s', (_, acts, order) => {
    const at = acts.map((act): readonly [number, Act] => [100_000, act])
    const tries = relayTries(relayWith(times(3, COLLEGE), down), { acts: at })
    const since = tries.filter((each) => each.at >= 100_000)
    expect(since.map(({ message }) => (message.startsWith('carol') ? 'n' : 'o')).join('')).toBe(
      order,
    )
  })
})

describe('recipients', () => {
  const crowd = (n: number, domain: string) =>
    Array.from({ length: n }, (_, i) => `r${i}@${domain}`)

  /** RCPTs of each try, in the order of the tries; each has one connection. */
  function transactions(mail: MailSpec, settings = {}): number[] {
    const { index } = worldFor(relayWith([mail], settings), 'relayed')
    const counts = index.attempts.map(() => 0)
    for (const fact of factsOf(index))
      if (fact.kind === 'command' && fact.verb === 'RCPT')
        counts[index.connections[fact.connection]!.attempt]!++
    return counts
  }

  it.each<[string, string[], Record<string, string>, number[]]>([
    ['120 of one domain', crowd(120, 'college.example'), {}, [50, 50, 20]],
    ['fifty', crowd(50, 'college.example'), {}, [50]],
    ['fifty-one', crowd(51, 'college.example'), {}, [50, 1]],
    ['each alone', crowd(3, 'college.example'), { 'relay.queue.recipients': '1' }, [1, 1, 1]],
    [
      'of two domains',
      [...crowd(2, 'college.example'), ...crowd(3, 'dial.example'), 'x@COLLEGE.example'],
      {},
      [3, 3],
    ],
  ])('%s', (_, to, settings, expected) => {
    expect(transactions(letter(to), settings)).toEqual(expected)
  })
})

describe('a dead destination', () => {
  const down = { 'mx.outage.lasts': '1 h' }
  const held = (tries: readonly Try[]): Try[] => tries.filter(({ aim }) => aim === 'held')

  it('has its mail put off without a try, for the reason of the failure before', () => {
    const tries = relayTries(relayWith(times(10, COLLEGE), down)).filter(({ at }) => at < 1000)
    // Five are under way when the fourth failure comes; of the others nobody tries.
    expect(tries.filter(({ dialled }) => dialled.length > 0)).toHaveLength(5)
    expect(held(tries)).toHaveLength(5)
    for (const one of held(tries))
      expect(one).toMatchObject({ replies: ['delivery suspended'], statuses: ['4.4.1'] })
  })

  it('is for new mail, too, until the shortest wait is over', () => {
    const mail = [
      ...times(5, COLLEGE),
      letter(['bob@college.example'], '100 s'),
      letter(['bob@dial.example'], '100 s'),
      letter(['bob@college.example'], '302 s'),
    ]
    const tries = relayTries(relayWith(mail, down))
    const at = (ms: number, domain: string) =>
      tries.find((one) => one.at === ms && one.domain === domain)?.aim
    expect(at(100_000, 'college.example')).toBe('held')
    expect(at(100_000, 'dial.example')).toBe('transfer')
    expect(at(302_000, 'college.example')).toBe('transfer')
  })

  it('is forgotten when somebody has the queue tried', () => {
    const acts: Wanted['acts'] = [
      [2000, { kind: 'power', host: 'mx', power: 'up' }],
      [3000, { kind: 'flush', host: 'relay' }],
    ]
    const tries = relayTries(relayWith(times(10, COLLEGE), down), { acts })
    const later = tries.filter(({ at }) => at >= 3000)
    expect(later.map(({ replies }) => replies[0])).toEqual(times(10, '250 2.0.0'))
    // It begins anew, and not with the window that the failures have left.
    expect(later.filter(({ at }) => at === 3000)).toHaveLength(5)
  })

  it('is not made of it because we went away ourselves', () => {
    const acts: Wanted['acts'] = [
      [100, { kind: 'power', host: 'relay', power: 'refused' }],
      [1000, { kind: 'power', host: 'relay', power: 'up' }],
    ]
    const tries = relayTries(relayWith(times(10, COLLEGE)), { acts })
    expect(tries.filter(({ at }) => at < 100)).toHaveLength(5)
    expect(held(tries)).toEqual([])
    expect(new Set(tries.filter(({ replies }) => replies[0] === '250 2.0.0')).size).toBe(10)
  })

  it('that still stands in line for a process when its last delivery ends does no harm', () => {
    // A slow delivery, seven that fail at once, and seven other slow ones that take their places.
    const slow = Array.from({ length: 7 }, (_, i) => `slow${i}.example`)
    const zones = slow.map((origin) => ({
      origin,
      ttl: '1 h',
      negativeTtl: '60 s',
      names: { [origin]: [a('192.0.2.250')] },
    }))
    const at = (to: string): MailSpec => letter([to], '3 s')
    const mail = [
      COLLEGE,
      ...times(7, at('bob@college.example')),
      ...slow.map((domain) => at(`x@${domain}`)),
      at('bob@college.example'),
    ]
    const base = relayWith(mail, {
      'relay.queue.processes': '8',
      'relay.queue.concurrency': '10',
      'relay.queue.min-backoff': '1 s',
      'mx.outage.lasts': '2 s',
      'mx.outage.kind': 'unreachable',
    })
    const off: Act = { kind: 'power', host: 'mx', power: 'refused' }
    const wanted: Wanted = { acts: [[2500, off]] }
    const tries = relayTries({ ...base, zones: [...base.zones, ...zones] }, wanted)
    expect(tries.filter(({ at: begun }) => begun < 30_000)).toHaveLength(mail.length)
    expect(tries.filter(({ domain }) => slow.includes(domain)).length).toBeGreaterThan(7)
  })
})
