/**
 * Letters that came out of runs, exported as a person would and given to an independent library with
 * the zones of the run, in which the names of keys have become true keys. It finds out by itself who
 * sent them, and finds what the receiver in the run has found.
 */
import { Buffer } from 'node:buffer'
import { authenticate } from 'mailauth'
import { describe, expect, it, vi } from 'vitest'
import { dkimCrypto } from '../../src/host/crypto.ts'
import { messageSource } from '../../src/sim/artefacts/source.ts'
import { journeys } from '../../src/sim/facts/journeys.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { realKeyRecord } from '../../src/sim/mail/dkim/laboratory-key.ts'
import { canonicalName, isWithin } from '../../src/sim/mail/dns/name.ts'
import type { DnsRecord } from '../../src/sim/mail/dns/record.ts'
import type { ZoneSpec } from '../../src/sim/scenarios/scenario.ts'
import { verdictRow } from '../helpers/letter-roads.ts'
import { worldFor } from '../helpers/runs.ts'
import { ROADS, scenarioOfRoad } from '../helpers/survival-roads.ts'

/** Answers as Node's own resolver does; of its types the library has declared only that of texts. */
function resolverOf(zones: readonly ZoneSpec[]) {
  return async (asked: string, type: string): Promise<string[][]> => {
    const name = canonicalName(asked)
    const zone = zones.find(({ origin }) => isWithin(name, origin))
    if (zone?.failure !== undefined) throw failed('ESERVFAIL')
    const records = zone?.names[name]?.filter((record) => record.type === type) ?? []
    if (records.length === 0)
      throw failed(zone?.names[name] === undefined ? 'ENOTFOUND' : 'ENODATA')
    return records.map(shown) as string[][]
  }
}

const failed = (code: string): Error => Object.assign(new Error(code), { code })

function shown(record: DnsRecord): unknown {
  switch (record.type) {
    case 'TXT':
      return [realKeyRecord(record.strings.join(''), dkimCrypto)]
    case 'MX':
      return { priority: record.preference, exchange: record.exchange }
    case 'A':
    case 'AAAA':
      return record.address
    default:
      return record.name
  }
}

/** The letter as it lies in Bob's mailbox. */
function exported(index: FactIndex): string {
  const last = journeys(index, Infinity).findLast(({ to, outcome }) => {
    return to === 'bob@college.example' && outcome === 'delivered'
  })!
  return messageSource(index, last.message, last.recipient, Infinity, dkimCrypto)!.text
}

interface Status {
  readonly result: string
  readonly comment?: string
}

/** RFC 8601 §2.7.1 leaves open how a body that has changed is called; theirs is `neutral`. */
const wordOf = ({ result, comment = '' }: Status): string =>
  result === 'neutral' && comment.includes('body hash') ? 'fail' : result

interface Theirs {
  readonly spf: { readonly status: Status } | false
  readonly dkim: { readonly results: readonly { readonly status: Status }[] }
  readonly dmarc: { readonly status: Status } | false
}

async function theirs(source: string, zones: readonly ZoneSpec[]): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 5, 2, 10) })
  try {
    const found = (await authenticate(Buffer.from(source), {
      trustReceived: true,
      mta: 'mx.college.example',
      resolver: resolverOf(zones),
      disableArc: true,
      disableBimi: true,
    })) as unknown as Theirs
    const results = found.dkim.results.map(({ status }) => wordOf(status))
    const dkim = results.includes('pass') ? 'pass' : (results[0] ?? 'none')
    const result = (one: Theirs['spf']): string => (one === false ? '-' : one.status.result)
    return `${result(found.spf)} ${dkim} ${result(found.dmarc)}`
  } finally {
    vi.useRealTimers()
  }
}

describe('mailauth, about a letter out of a run', () => {
  it.each(ROADS)('$road', async (road) => {
    const of = scenarioOfRoad(road)
    const { index } = worldFor(of, road.world ?? 'relayed', { set: road.set ?? {} })
    const ours = verdictRow(index).replace(/ by .*/, '')
    const source = exported(index)
    expect(await theirs(source, of.zones)).toBe(ours)
    expect(ours).toBe(road.gives.replace(/ by .*/, ''))
    // Changed after its arrival it is not what was signed any more.
    if (!ours.includes(' pass ')) return
    const changed = source.replace(/(for tea\.)/, 'at five.')
    expect((await theirs(changed, of.zones)).split(' ')[1]).not.toBe('pass')
  })
})
