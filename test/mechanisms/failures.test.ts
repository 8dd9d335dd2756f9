/**
 * Which failure does what, as in Postfix's client (its smtp_trouble.c and qmgr_deliver.c): whether
 * the next exchanger is tried at once, whether the message waits or goes back, what the scheduler
 * learns of the destination, and the status code. Worked out by hand from its sources.
 */
import { describe, expect, it } from 'vitest'
import { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { recordOf } from '../../src/sim/record.ts'
import { worldsOf, type Act } from '../../src/sim/run.ts'
import type { HostSpec, MailSpec, ScenarioFile } from '../../src/sim/scenarios/scenario.ts'
import { Simulation } from '../../src/sim/simulation.ts'
import { a, mx } from '../helpers/day.ts'
import { runOf, worldFor, type Wanted } from '../helpers/runs.ts'
import { queueOf } from '../helpers/structure.ts'
import { triesOf, type Try } from '../helpers/tries.ts'
import { village } from '../helpers/village.ts'

const LETTER: MailSpec = {
  at: '0 s',
  host: 'relay',
  kind: 'good',
  from: 'alice@school.example',
  to: ['bob@college.example'],
  subject: 'Hello',
  body: 'Hello',
}

/** The village with letters of the relay's own. */
const letters = (count: number, hasBackup: boolean, to = LETTER.to): ScenarioFile => ({
  ...village(hasBackup),
  mail: Array.from({ length: count }, () => ({ ...LETTER, to })),
})

/** The relay's first try, in a world that is looked at for a quarter of an hour. */
function firstTry(scenario: ScenarioFile, wanted: Wanted): Try {
  const { index } = worldUntil(scenario, wanted, 900_000)
  return triesOf(index).find(({ host, aim }) => host === 'relay' && aim === 'transfer')!
}

function worldUntil(scenario: ScenarioFile, wanted: Wanted, until: number) {
  const run = runOf(scenario, wanted)
  const simulation = new Simulation(run, worldsOf(scenario, 'both')[1]!)
  simulation.run(until)
  return { simulation, index: new FactIndex(recordOf(run, simulation)) }
}

/** What the first of eight deliveries did to a window of five. */
function feedback(scenario: ScenarioFile, wanted: Wanted): string {
  const run = runOf(scenario, wanted)
  const simulation = new Simulation(run, worldsOf(scenario, 'both')[1]!)
  const relay = simulation.world.hosts.find(({ id }) => id === 'relay')!
  const [domain = ''] = scenario.mail[0]!.to[0]!.split('@').slice(1)
  while (queueOf(relay)!.running < 5 && simulation.events < 9) simulation.run(Infinity, 1)
  while (simulation.events < 500) {
    const destination = queueOf(relay)!.destinations.get(domain)!
    const { window, failedCohorts } = destination
    if (window !== 5) return window < 5 && failedCohorts > 0 ? 'negative' : 'positive'
    const index = new FactIndex(recordOf(run, simulation))
    const isOver = triesOf(index).some(({ replies, aim }) => replies.length > 0 && aim !== 'held')
    if (isOver) return 'none'
    simulation.run(Infinity, 1)
  }
  return 'nothing came of it'
}

const set = (path: string, value: string): Wanted => ({ set: { [path]: value } })
const trouble = (what: string): Wanted => set('mx.trouble', what)
const cable = (at: number, power: 'up' | 'unreachable' = 'unreachable'): readonly [number, Act] => [
  at,
  { kind: 'power', host: 'mx', power },
]

const BOTH = 'mx, backup'
const ONE = 'mx'

describe('which failure does what', () => {
  it.each<[string, Wanted, string, string, string, string, string]>([
    // event; with a second exchanger these are tried; without: the reply, the message, what the
    // window learns, the status code
    [
      'connection refused',
      set('mx.outage.lasts', '1 h'),
      BOTH,
      'connection refused',
      'deferred',
      'negative',
      '4.4.1',
    ],
    [
      'no answer',
      { set: { 'mx.outage.lasts': '1 h', 'mx.outage.kind': 'unreachable' } },
      BOTH,
      'connect timeout',
      'deferred',
      'negative',
      '4.4.1',
    ],
    ['greeting 421', trouble('greeting-421'), BOTH, '421 4.3.2', 'deferred', 'negative', '4.3.2'],
    // smtp_skip_5xx_greeting
    ['greeting 554', trouble('greeting-554'), BOTH, '554', 'deferred', 'negative', '4.0.0'],
    ['EHLO 421', trouble('hello-421'), BOTH, '421 4.3.2', 'deferred', 'negative', '4.3.2'],
    ['HELO put off', trouble('hello-450'), BOTH, '450 4.7.1', 'deferred', 'negative', '4.7.1'],
    // smtp_site_fail: after the greeting a 5yz is what it says
    ['HELO refused', trouble('hello-550'), ONE, '550 5.7.1', 'bounced', 'positive', '5.7.1'],
    [
      'hangs up at EHLO',
      trouble('hello-drop'),
      BOTH,
      'lost connection',
      'deferred',
      'negative',
      '4.4.2',
    ],
    [
      'falls silent before the greeting',
      { acts: [cable(70)] },
      BOTH,
      'timeout',
      'deferred',
      'negative',
      '4.4.2',
    ],
    [
      'hangs up with the 250 on the line',
      set('mx.lost-acknowledgements', '20'),
      BOTH,
      'lost connection',
      'deferred',
      'negative',
      '4.4.2',
    ],
    ['MAIL 451', trouble('mail-451'), BOTH, '451 4.3.0', 'deferred', 'positive', '4.3.0'],
    ['MAIL 550', trouble('mail-550'), ONE, '550 5.7.1', 'bounced', 'positive', '5.7.1'],
    ['RCPT 452', trouble('rcpt-452'), BOTH, '452 4.2.2', 'deferred', 'positive', '4.2.2'],
    [
      'RCPT 450 of a greylist',
      set('mx.greylist.on', 'on'),
      BOTH,
      '450 4.2.0',
      'deferred',
      'positive',
      '4.2.0',
    ],
    ['RCPT 550', trouble('rcpt-550'), ONE, '550 5.1.1', 'bounced', 'positive', '5.1.1'],
    ['DATA 451', trouble('data-451'), BOTH, '451 4.3.0', 'deferred', 'positive', '4.3.0'],
    ['DATA 554', trouble('data-554'), ONE, '554 5.7.1', 'bounced', 'positive', '5.7.1'],
    ['dot 451', trouble('content-451'), BOTH, '451 4.3.0', 'deferred', 'positive', '4.3.0'],
    ['dot 554', trouble('content-554'), ONE, '554 5.6.0', 'bounced', 'positive', '5.6.0'],
    ['too big', set('mx.size-limit', '100'), ONE, '552 5.3.4', 'bounced', 'positive', '5.3.4'],
    ['nothing', {}, ONE, '250 2.0.0', 'delivered', 'positive', '2.0.0'],
  ])('%s', (_, wanted, tried, reply, fate, learnt, status) => {
    const two = firstTry(letters(1, true), wanted)
    expect(two.dialled.join(', ')).toBe(tried)
    const one = firstTry(letters(1, false), wanted)
    expect(one).toMatchObject({ dialled: ['mx'], replies: [reply], statuses: [status] })
    // The second exchanger takes what the first one put off, and only that.
    expect(two.replies).toEqual(tried === BOTH ? ['250 2.0.0'] : [reply])
    const { index } = worldUntil(letters(1, false), wanted, one.endedAt)
    expect(fateOf(index)).toBe(fate)
    expect(feedback(letters(8, false), wanted)).toBe(learnt)
  })

  /** Of the first message. */
  function fateOf(index: FactIndex): string {
    const { facts, messages } = index.record
    expect(messages[0]!.id).toBe('alice-1')
    const last = facts.length
    expect(last).toBeGreaterThan(0)
    const isReported = messages.some(({ kind }) => kind === 'dsn')
    const { replies } = triesOf(index).findLast(({ message }) => message === 'alice-1')!
    if (isReported) return 'bounced'
    return replies[0]!.startsWith('2') ? 'delivered' : 'deferred'
  }

  it.each<[string, string, string, string, string, string]>([
    ['no such domain', 'nowhere.example', 'no such domain', 'bounced', 'none', '5.4.4'],
    // The name server's trouble counts against the destination: "delivery temporarily suspended:
    // Host or domain name not found" is a line that Postfix writes.
    ['SERVFAIL', 'servfail.example', 'DNS failure', 'deferred', 'negative', '4.4.3'],
    ['null MX', 'nullmx.example', 'domain accepts no mail', 'bounced', 'none', '5.1.10'],
    [
      'MX without address',
      'deadmx.example',
      'no address for the domain',
      'bounced',
      'none',
      '5.4.4',
    ],
  ])('%s', (_, domain, reply, fate, learnt, status) => {
    const to = [`bob@${domain}`]
    const one = firstTry(letters(1, false, to), {})
    expect(one).toMatchObject({ dialled: [], replies: [reply], statuses: [status] })
    expect(fateOf(worldUntil(letters(1, false, to), {}, one.endedAt).index)).toBe(fate)
    expect(feedback(letters(8, false, to), {})).toBe(learnt)
  })

  it('silence of the second exchanger says nothing against a destination that put us off', () => {
    const wanted = { set: { 'mx.trouble': 'rcpt-452', 'backup.outage.lasts': '1 h' } }
    expect(firstTry(letters(1, true), wanted)).toMatchObject({
      dialled: ['mx', 'backup'],
      replies: ['connection refused'],
    })
    expect(feedback(letters(8, true), wanted)).toBe('positive')
  })
})

describe('how many hosts one try is made at', () => {
  const MANY = ['one', 'two', 'three', 'four', 'five', 'six']
  const host = (id: string, i: number): HostSpec => {
    const base = village(false).hosts.find((each) => each.id === 'mx')!
    return { ...base, id, name: `${id}.many.example`, addresses: [`192.0.2.${201 + i}`] }
  }

  /** Six exchangers, each better than the next, all in this trouble. */
  function dialled(what: string): readonly string[] {
    const base = letters(1, false, ['bob@many.example'])
    const names = {
      'many.example': MANY.map((id, i) => mx(i, `${id}.many.example`)),
      ...Object.fromEntries(MANY.map((id, i) => [`${id}.many.example`, [a(`192.0.2.${201 + i}`)]])),
    }
    const zone = { origin: 'many.example', ttl: '1 h', negativeTtl: '60 s', names }
    const hosts = MANY.map(host).map((one) => ({ ...one, domains: ['many.example'] }))
    const [path, value] = what.split('=') as [string, string]
    const settings = Object.fromEntries(MANY.map((id) => [`${id}.${path}`, value]))
    const scenario = { ...base, hosts: [...base.hosts, ...hosts], zones: [...base.zones, zone] }
    return firstTry({ ...scenario, settings }, {}).dialled
  }

  it.each([
    // smtp_mx_address_limit; who gets no further than the handshake is no session (smtp_connect.c)
    ['outage.lasts=1 h', 5],
    ['trouble=greeting-421', 5],
    ['trouble=hello-450', 5],
    ['trouble=hello-550', 1],
    ['trouble=hello-drop', 5],
    // smtp_mx_session_limit
    ['trouble=mail-451', 2],
    ['trouble=rcpt-452', 2],
    ['lost-acknowledgements=20', 2],
    ['trouble=rcpt-550', 1],
  ])('%s: %i', (what, count) => {
    expect(dialled(what)).toEqual(MANY.slice(0, count))
  })
})

describe('several recipients of one domain', () => {
  it('each have their own fate, and only those who were put off go to the next exchanger', () => {
    const to = ['bob@college.example', 'ghost@college.example', 'dana@college.example']
    const wanted = set('mx.greylist.on', 'on')
    const first = firstTry(letters(1, true, to), {
      set: { ...wanted.set, 'mx.order': 'recipient' },
    })
    expect(first.dialled).toEqual(['mx', 'backup'])
    expect(first.replies).toEqual(['250 2.0.0', '550 5.1.1', '250 2.0.0'])
  })

  it('a refusal by name stands, although the line breaks later', () => {
    const to = ['ghost@college.example', 'bob@college.example']
    const one = firstTry(letters(1, false, to), set('mx.lost-acknowledgements', '20'))
    expect(one.replies).toEqual(['550 5.1.1', 'lost connection'])
    const { index } = worldFor(
      letters(1, false, to),
      'relayed',
      set('mx.lost-acknowledgements', '1'),
    )
    const reports = index.record.messages.filter(({ kind }) => kind === 'dsn')
    expect(reports).toHaveLength(1)
  })
})
