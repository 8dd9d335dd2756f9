import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../../src/sim/facts/findings.ts'
import type { FactIndex } from '../../../../src/sim/facts/fact-index.ts'
import type { MailSpec, ScenarioFile } from '../../../../src/sim/scenarios/scenario.ts'
import { BOT_HOST } from '../../../../src/sim/scenarios/school.ts'
import { testDnsbl, checkDnsbl } from '../../../../src/sim/mail/dns/dnsbl.ts'
import type { RecordType } from '../../../../src/sim/mail/dns/record.ts'
import { query } from '../../../../src/sim/mail/dns/zone.ts'
import { blocklist } from '../../../../src/sim/agents/blocklist/agent.ts'
import { FactLog } from '../../../../src/sim/facts/fact-log.ts'
import type { Host } from '../../../../src/sim/network/host.ts'
import type { Context } from '../../../../src/sim/transfer/context.ts'
import { factsOf } from '../../../helpers/invariants.ts'
import { rowsFor, scenarioOf, worldFor, type Wanted } from '../../../helpers/runs.ts'
import { TRAP, TRAP_HOST, TRAP_ZONES } from '../../../helpers/trap.ts'

const BOB = 'bob@college.example'

/** The bot writes to these, each at its time. */
function world(letters: readonly (readonly [at: string, to: string])[]): ScenarioFile {
  const base = scenarioOf('two-roads')
  const mail = letters.map(([at, to]): MailSpec => ({
    ...base.mail[0]!,
    at,
    to: [to],
    host: 'bot',
    kind: 'spam',
  }))
  const hosts = [...base.hosts, BOT_HOST, TRAP_HOST]
  return { ...base, hosts, zones: [...base.zones, ...TRAP_ZONES], mail }
}

const REFUSE: Wanted = { set: { 'mx.dnsbl.action': 'refuse' } }

/** `hit 0, listed 1800, …`: whole seconds. */
function listings(index: FactIndex): string {
  return factsOf(index)
    .flatMap((fact) => {
      if (fact.kind !== 'listing') return []
      expect(index.record.names[fact.address]).toBe('203.0.113.66')
      expect(index.record.hosts[fact.host]?.id).toBe('operator')
      return [`${fact.event} ${Math.floor(fact.at / 1000)} ${Math.floor(fact.inMs / 1000)}`]
    })
    .join(', ')
}

describe('the operator of a block list', () => {
  it.each<[string, Parameters<typeof world>[0], Wanted['set'], string]>([
    [
      'one letter to a trap',
      [['0 s', TRAP]],
      {},
      'hit 0 1800, listed 1800 603000, delisted 604800 0',
    ],
    [
      'the same, taken',
      [['0 s', TRAP]],
      { 'operator.traps': 'take' },
      'hit 0 1800, listed 1800 603000, delisted 604800 0',
    ],
    [
      'met again while listed',
      [
        ['0 s', TRAP],
        ['1 h', TRAP],
      ],
      { 'operator.lists-for': '7200' },
      'hit 0 1800, listed 1800 5400, hit 3600 0, delisted 10800 0',
    ],
    [
      'down when it should list',
      [['0 s', TRAP]],
      { 'operator.outage.from': '60', 'operator.outage.lasts': '3600' },
      'hit 0 1800, listed 3660 601140, delisted 604800 0',
    ],
    [
      'cut off when it should list: that is its own desk',
      [['0 s', TRAP]],
      {
        'operator.outage.from': '60',
        'operator.outage.lasts': '3600',
        'operator.outage.kind': 'unreachable',
      },
      'hit 0 1800, listed 1800 603000, delisted 604800 0',
    ],
    ['mail for others is no hit', [['0 s', BOB]], {}, ''],
  ])('%s', (_, letters, set, expected) => {
    const { index } = worldFor(world(letters), 'direct', { set: { ...set } })
    expect(listings(index)).toBe(expected)
  })

  it.each<[string, string]>([
    ['refuse', 'refused 550 5.1.1'],
    ['take', 'delivered 250 2.0.0'],
  ])('answers as it likes: %s', (traps, expected) => {
    const wanted = { set: { 'operator.traps': traps } }
    const [row] = rowsFor(world([['0 s', TRAP]]), 'direct', wanted)
    expect(`${row!.outcome} ${row!.attempts[0]!.reply}`).toBe(expected)
  })

  it('is heard by a server that asks: refused while listed, not before and not after', () => {
    const letters = ['10 min', '1 h', '3 h'].map((at) => [at, BOB] as const)
    const set = { ...REFUSE.set, 'operator.lists-for': '7200' }
    const rows = rowsFor(world([['0 s', TRAP], ...letters]), 'direct', { set })
    expect(rows.slice(1).map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'refused',
      'delivered',
    ])
  })
})

describe('when the operator is not there', () => {
  it.each([
    ['switched off', 'refused'],
    ['cut off', 'unreachable'],
  ])('%s: the server waits, and lets pass (fail open)', (_, kind) => {
    const set = {
      ...REFUSE.set,
      'operator.outage.from': '2400',
      'operator.outage.lasts': '86400',
      'operator.outage.kind': kind,
    }
    const { index } = worldFor(
      world([
        ['0 s', TRAP],
        ['1 h', BOB],
      ]),
      'direct',
      { set },
    )
    const queries = factsOf(index).filter((fact) => fact.kind === 'query')
    expect(queries).toMatchObject([{ rcode: 'TIMEOUT', span: 10_000 }])
    expect(findingsOf(index, queries[0]!.connection)[0]).toMatchObject({
      check: 'dnsbl',
      reason: 'list-silent',
      passes: true,
    })
    const late = factsOf(index).filter((fact) => fact.kind === 'reply' && fact.span > 10_000)
    expect(late).toHaveLength(1)
    expect(factsOf(index).filter((fact) => fact.kind === 'mailbox')).toHaveLength(1)
  })
})

/** What the zone says right now, asked as everybody asks. */
function asking(listed: readonly string[]) {
  const register = new Map(
    listed.map((address) => [
      address,
      { hits: 1, isListed: true, listAt: -1, forgetAt: 9, looksAt: -1 },
    ]),
  )
  const host = {
    index: 0,
    config: { ttlMs: 60_000, negativeTtlMs: 30_000 },
    agent: { domains: [], mailboxes: [], register, taken: 0 },
  } as unknown as Host
  const ctx = {
    setting: { liveZones: [{ origin: 'dnsbl.example', host: 0 }] },
    chronicle: { facts: new FactLog() },
  } as unknown as Context
  return (name: string, type: RecordType) => query([blocklist.zone!(ctx, host, name)], name, type)
}

describe('its zone', () => {
  const ask = asking(['192.0.2.99'])

  it('stands the test of RFC 5782 §5', () => {
    expect(testDnsbl('dnsbl.example', ask)).toMatchObject({
      alive: true,
      listsTestAddress: true,
      listsEverything: false,
    })
  })

  it('says why', () => {
    const about = (address: string) => checkDnsbl({ address, zone: 'dnsbl.example' }, ask)
    expect(about('192.0.2.99')).toMatchObject({
      listed: true,
      codes: ['127.0.0.2'],
      reason: 'Listed for the simulation, see https://dnsbl.example/?192.0.2.99',
    })
    expect(about('192.0.2.98')).toMatchObject({ listed: false, failed: null })
  })

  it.each([
    ['dnsbl.example', 'NOERROR', 30_000],
    ['99.2.0.192.dnsbl.example', 'NOERROR', 60_000],
    ['98.2.0.192.dnsbl.example', 'NXDOMAIN', 30_000],
    ['x.99.2.0.192.dnsbl.example', 'NXDOMAIN', 30_000],
    ['099.2.0.192.dnsbl.example', 'NXDOMAIN', 30_000],
    ['www.dnsbl.example', 'NXDOMAIN', 30_000],
  ])('%s: %s, kept for %i ms', (name, rcode, ttlMs) => {
    expect(ask(name, 'A')).toMatchObject({ rcode, ttlMs })
  })
})
