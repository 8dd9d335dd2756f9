/** What mail costs each host on each road, as bars that compare the roads. */
import type { HostLedger } from '../../../sim/facts/ledger.ts'
import type { HostRecord } from '../../../sim/facts/record.ts'
import type { HostSpec } from '../../../sim/scenarios/scenario.ts'

/** One world's ledger, and what its hosts are. */
export interface WorldLedger {
  readonly hosts: readonly HostRecord[]
  readonly shares: readonly HostLedger[]
}

export type Share = Omit<HostLedger, 'host'>

/** What is drawn; the rest stands in the table. */
export const MEASURES = ['octetsOut', 'octetsIn', 'connectedMs', 'awakeForMailMs', 'cents'] as const
export type Measure = (typeof MEASURES)[number]

/** One measure of a host: a value and the length of its bar, by world. */
export interface BarRow {
  readonly measure: Measure
  readonly values: readonly number[]
  /** 0 to 1, the greatest of the worlds being 1. */
  readonly lengths: readonly number[]
}

export interface HostRows {
  /** Position of the host, or of the one that stands for its crowd. */
  readonly host: number
  /** How many hosts are counted here. */
  readonly count: number
  /** By world. */
  readonly shares: readonly Share[]
  readonly bars: readonly BarRow[]
}

/** Kinds that speak no SMTP, so that none of this is about them. */
const SILENT: readonly HostSpec['kind'][] = ['name-server', 'device']

/** Measures with one scale. */
const SCALES: Readonly<Record<Measure, readonly Measure[]>> = {
  octetsOut: ['octetsOut', 'octetsIn'],
  octetsIn: ['octetsOut', 'octetsIn'],
  connectedMs: ['connectedMs'],
  awakeForMailMs: ['awakeForMailMs'],
  cents: ['cents'],
}

/**
 * In the order of the hosts. A crowd is added up: its octets, and its machines' times as machine
 * time. A host that is switched off is left out until it costs something.
 */
export function ledgerRows(
  specs: readonly HostSpec[],
  worlds: readonly WorldLedger[],
): readonly HostRows[] {
  return specs.flatMap((spec, host) => {
    if (spec.crowd !== undefined || SILENT.includes(spec.kind)) return []
    const members = specs.flatMap((one, i) => (i === host || one.crowd === spec.id ? [i] : []))
    const shares = worlds.map((world) => sumOf(members.flatMap((i) => world.shares[i] ?? [])))
    if (spec.off === true && shares.every(isNothing)) return []
    const pays = worlds.some((world) => members.some((i) => isPaying(world.hosts[i])))
    const shown = MEASURES.filter((measure) => measure !== 'cents' || pays)
    const bars = shown.map((measure) => barsOf(measure, shares))
    return [{ host, count: members.length, shares, bars }]
  })
}

function isPaying(host: HostRecord | undefined): boolean {
  return host !== undefined && host.line.kind !== 'always' && host.line.centsPerMinute > 0
}

/** Each host has scales of its own: what a bar is to be compared with is the other road. */
function barsOf(measure: Measure, shares: readonly Share[]): BarRow {
  const longest = Math.max(
    ...shares.flatMap((share) => SCALES[measure].map((one) => share[one])),
    0,
  )
  const values = shares.map((share) => share[measure])
  return { measure, values, lengths: values.map((one) => (longest === 0 ? 0 : one / longest)) }
}

/** The greatest number at one time is that of one host: those of a crowd need not have met. */
function sumOf(shares: readonly HostLedger[]): Share {
  const total = (of: (one: HostLedger) => number): number =>
    shares.reduce((sum, one) => sum + of(one), 0)
  return {
    octetsOut: total((one) => one.octetsOut),
    octetsIn: total((one) => one.octetsIn),
    sessions: total((one) => one.sessions),
    connectedMs: total((one) => one.connectedMs),
    peakSessions: Math.max(0, ...shares.map((one) => one.peakSessions)),
    awakeForMailMs: total((one) => one.awakeForMailMs),
    calls: total((one) => one.calls),
    callMs: total((one) => one.callMs),
    cents: total((one) => one.cents),
    attempts: total((one) => one.attempts),
    queuePeak: Math.max(0, ...shares.map((one) => one.queuePeak)),
  }
}

/** Whether this measure is 0 on every road. */
export const isEmpty = ({ values }: BarRow): boolean => values.every((one) => one === 0)

const isNothing = (share: Share): boolean => Object.values(share).every((one) => one === 0)
