import { describe, expect, it } from 'vitest'
import type { HostLedger } from '../../../../src/sim/facts/ledger.ts'
import type { HostRecord, LineRecord } from '../../../../src/sim/facts/record.ts'
import type { HostSpec } from '../../../../src/sim/scenarios/scenario.ts'
import { isEmpty, ledgerRows, MEASURES } from '../../../../src/ui/views/ledger/layout.ts'

const spec = (
  id: string,
  more: Pick<HostSpec, 'off' | 'crowd'> & { kind?: HostSpec['kind'] } = {},
): HostSpec => ({
  id,
  kind: 'mua',
  name: `${id}.example`,
  admd: { everyday: id, technical: id, protocol: id },
  label: { everyday: id, technical: id, protocol: id },
  addresses: [],
  ...more,
})

const record = (index: number, line: Partial<LineRecord> = {}): HostRecord => ({
  index,
  id: '',
  kind: 'mua',
  name: '',
  account: '',
  addresses: [],
  site: index,
  delays: [],
  reverseNames: [],
  line: { kind: 'always', centsPerMinute: 0, octetsPerSecond: 0, ...line },
  sizeLimits: [],
  lifetimes: [],
})

const share = (host: number, more: Partial<HostLedger> = {}): HostLedger => ({
  host,
  octetsOut: 0,
  octetsIn: 0,
  sessions: 0,
  connectedMs: 0,
  peakSessions: 0,
  awakeForMailMs: 0,
  calls: 0,
  callMs: 0,
  cents: 0,
  attempts: 0,
  queuePeak: 0,
  ...more,
})

const DEAR: Partial<LineRecord> = { kind: 'calls', centsPerMinute: 10 }

const barsOf = (rows: ReturnType<typeof ledgerRows>, host: number) =>
  Object.fromEntries(
    rows.find((one) => one.host === host)!.bars.map(({ measure, lengths }) => [measure, lengths]),
  )

describe('bars', () => {
  it('compare the roads for one host, what it sends and what it gets on one scale', () => {
    const direct = share(0, { octetsOut: 100, octetsIn: 400, awakeForMailMs: 1_440_000 })
    const relayed = share(0, { octetsOut: 200, octetsIn: 300, awakeForMailMs: 72_000 })
    const hosts = [record(0)]
    const rows = ledgerRows(
      [spec('a')],
      [
        { hosts, shares: [direct] },
        { hosts, shares: [relayed] },
      ],
    )
    expect(barsOf(rows, 0)).toEqual({
      octetsOut: [0.25, 0.5],
      octetsIn: [1, 0.75],
      connectedMs: [0, 0],
      awakeForMailMs: [1, 0.05],
    })
  })

  it.each([
    ['a line that is always there', {}, false],
    ['calls at a flat rate', { kind: 'calls', centsPerMinute: 0 }, false],
    ['calls that cost money', DEAR, true],
    ['calls on demand', { kind: 'on-demand', centsPerMinute: 3 }, true],
  ] as const)('money with %s: %s', (_, line, pays) => {
    const [row] = ledgerRows([spec('a')], [{ hosts: [record(0, line)], shares: [share(0)] }])
    const measures = row!.bars.map(({ measure }) => measure)
    expect(measures).toEqual(pays ? MEASURES : MEASURES.slice(0, -1))
  })
})

describe('hosts', () => {
  const specs = [
    spec('b'),
    spec('a'),
    spec('dns', { kind: 'name-server' }),
    spec('off', { kind: 'bot', off: true }),
    spec('b2', { crowd: 'b' }),
    spec('b3', { crowd: 'b' }),
  ]
  const hosts = specs.map((_, i) => record(i, i === 5 ? DEAR : {}))
  const rowsOf = (changed: readonly Partial<HostLedger>[]) => {
    const shares = specs.map((_, i) => share(i, changed[i]))
    return ledgerRows(specs, [{ hosts, shares }])
  }

  it('stand in their order, without those that say nothing or are switched off', () => {
    expect(rowsOf([]).map(({ host }) => host)).toEqual([0, 1])
  })

  it('who is off appears as soon as it costs something', () => {
    expect(rowsOf([{}, {}, {}, { attempts: 1 }]).map(({ host }) => host)).toEqual([0, 1, 3])
  })

  it('a crowd is added up, but for what happened at one time', () => {
    const [crowd] = rowsOf([
      { octetsOut: 5, awakeForMailMs: 10, queuePeak: 2, peakSessions: 1 },
      {},
      {},
      {},
      { octetsOut: 7, awakeForMailMs: 20, queuePeak: 3, cents: 20, calls: 2 },
      { octetsOut: 9, awakeForMailMs: 30, queuePeak: 1, cents: 10, calls: 1 },
    ])
    expect(crowd!.count).toBe(3)
    expect(crowd!.shares[0]).toMatchObject({
      octetsOut: 21,
      awakeForMailMs: 60,
      queuePeak: 3,
      peakSessions: 1,
      cents: 30,
      calls: 3,
    })
    expect(crowd!.bars.map(({ measure }) => measure)).toContain('cents')
  })

  it('a measure is empty when it is 0 on every road', () => {
    const [first] = rowsOf([{ octetsIn: 1, queuePeak: 1 }])
    expect(first!.bars.map(isEmpty)).toEqual([true, false, true, true, true])
  })
})
