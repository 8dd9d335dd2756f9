/** A stage for spammers: Bob's exchanger, Alice's relay, a bot with addresses to choose from. */
import { findingsOf } from '../../src/sim/facts/findings.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import { clientAddress } from '../../src/sim/facts/transcript.ts'
import type {
  HostSpec,
  MailSpec,
  ScenarioFile,
  TrafficSpec,
  ZoneSpec,
} from '../../src/sim/scenarios/scenario.ts'
import { ALICE, BOB } from '../../src/sim/scenarios/school.ts'
import { factsOf } from './invariants.ts'
import { scenarioOf } from './runs.ts'

/** Addresses of so many networks, or so many of one network. */
export const networks = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => `198.18.${i + 1}.66`)
export const oneNetwork = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => `198.18.1.${i + 1}`)

export interface SpamStage {
  readonly letters?: readonly Partial<MailSpec>[]
  readonly traffic?: readonly Partial<TrafficSpec>[]
  /** Of the bot. */
  readonly addresses?: readonly string[]
  readonly account?: string
  /** Beside those of the school's stage, or instead of the one with the same id. */
  readonly hosts?: readonly HostSpec[]
  /** Beside those of the school's stage, or instead of the one of the same origin. */
  readonly zones?: readonly ZoneSpec[]
  readonly settings?: Readonly<Record<string, string>>
}

const SPAM: MailSpec = {
  at: '0 s',
  host: 'bot',
  kind: 'spam',
  from: 'winner@prizes.example',
  to: [BOB],
  subject: 'You have won',
  body: 'Claim your prize today.',
}

/** Nothing is set but what is said here; a letter without more is the bot's, to Bob, at once. */
export function spamStage(wanted: SpamStage): ScenarioFile {
  const { letters = [{}], traffic = [], addresses, account, settings = {} } = wanted
  const { hosts = [], zones = [] } = wanted
  const { roads: _roads, stage: _stage, sweep: _sweep, ...base } = scenarioOf('try-again-later')
  const given = (id: string): boolean => hosts.some((host) => host.id === id)
  const kept = base.hosts
    .filter(({ id }) => !given(id))
    .map((host) =>
      host.id === 'bot'
        ? { ...host, account: account ?? ALICE, addresses: addresses ?? host.addresses }
        : host,
    )
  return {
    ...base,
    hosts: [...kept, ...hosts],
    zones: [
      ...base.zones.filter(({ origin }) => !zones.some((zone) => zone.origin === origin)),
      ...zones,
    ],
    mail: letters.map((one) => ({ ...SPAM, ...one })),
    traffic: traffic.map((one) => ({
      id: 'spam',
      host: 'bot',
      kind: 'spam' as const,
      count: 10,
      begins: '0 s',
      ends: '1 h',
      from: SPAM.from,
      to: SPAM.to,
      letters: [{ subject: SPAM.subject, body: SPAM.body }],
      ...one,
    })),
    settings,
    variants: [],
    checks: [],
  }
}

/** The addresses that a host has dialled from, in order. */
export function dialledFrom(index: FactIndex, id: string, message = ''): string[] {
  const { hosts, messages } = index.record
  return factsOf(index).flatMap((fact) => {
    if (fact.kind !== 'connect') return []
    const attempt = index.attempts[fact.attempt]
    const isWanted = message === '' || messages[attempt?.message ?? -1]?.id === message
    if (hosts[attempt?.host ?? -1]?.id !== id || !isWanted) return []
    return [clientAddress(index, fact.connection)]
  })
}

/** `check/reason` of all that servers have found, in order; only of one check if it is named. */
export function reasonsOf(index: FactIndex, check = ''): string[] {
  return index.connections.flatMap((_, serial) =>
    findingsOf(index, serial)
      .filter((found) => check === '' || found.check === check)
      .map((found) => `${found.check}/${found.reason}`),
  )
}

/** The /24 of an address. */
export const networkOf = (address: string): string => address.slice(0, address.lastIndexOf('.'))
