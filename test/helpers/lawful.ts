/**
 * Each retry law once more, as a question about an instant: may a message be tried again then? Told
 * in other words than the product's functions, so that the two cannot be wrong in the same way.
 */
import type { Fact, FactOf } from '../../src/sim/facts/fact.ts'
import type { FactIndex } from '../../src/sim/facts/fact-index.ts'
import type { Host } from '../../src/sim/network/host.ts'
import type { Simulation } from '../../src/sim/simulation.ts'
import { clamp } from './clamp.ts'

/** What is known of a message that was deferred. Instants and durations in milliseconds. */
interface Deferral {
  readonly at: number
  readonly next: number
  readonly arrivedAt: number
  /** How often it has been deferred after a try, this time included. */
  readonly count: number
  readonly config: Readonly<Record<string, number>>
  /** Where the first deferral of this host lay on the grid of its queue manager. */
  readonly phase: number | null
}

const DAY = 86_400_000

/** Gaps that double from the first on, for programs that count their tries. */
function doubles(firstS: number, triesMax: number): (one: Deferral) => boolean {
  const gaps: number[] = []
  for (let gap = firstS * 1000; gaps.length < triesMax - 1; gap += gap) gaps.push(gap)
  return ({ at, next, count }) => next - at === gaps[count - 1]
}

const isOnGrid = ({ next, phase }: Deferral, period: number): boolean =>
  phase === null || next % period === phase

const PERIODS: Readonly<Record<string, string>> = {
  postfix: 'queueRunDelayMs',
  exim: 'queueRunnerMs',
  sendmail: 'queueRunnerMs',
}

export const LAWFUL: Readonly<Record<string, (one: Deferral) => boolean>> = {
  postfix(one) {
    const { at, next, arrivedAt, config } = one
    const period = config['queueRunDelayMs']!
    // The first scan at or after the failure and the age within its bounds.
    const late = next - (at + clamp(at - arrivedAt, config))
    return isOnGrid(one, period) && late >= 0 && late < period
  },
  // A runner starts after the failure; which one depends on hosts, see `dialledTooEarly`.
  exim: (one) => isOnGrid(one, one.config['queueRunnerMs']!) && one.next > one.at,
  sendmail(one) {
    const period = one.config['queueRunnerMs']!
    const inTime = one.at - one.arrivedAt <= one.config['lifetimeMs']!
    return isOnGrid(one, period) && one.next > one.at && one.next - one.at <= period && inTime
  },
  qmail({ at, next, arrivedAt }) {
    const root = Math.sqrt((next - arrivedAt) / 1000)
    const age = Math.floor((at - arrivedAt) / 1000)
    // The next age is a square; twenty lower lies the root of the present one, rounded down.
    return Number.isInteger(root) && (root - 20) ** 2 <= age && age < (root - 19) ** 2
  },
  haraka: doubles(64, 13),
  kumomta: (one) => doubles(1200, 12)(one) && one.next - one.arrivedAt < 7 * DAY,
  mox: doubles(450, 8),
  fixed: ({ at, next, config }) => next - at === config['fixedRetryMs'],
  outbox: ({ at, next, config }) => next - at === config['outboxRetryMs'],
  alice: ({ at, next }) => next - at === 300_000,
}

/** Whose rule a host follows; '' where it keeps no mail. */
export function lawOfHost({ kind, config }: Host): string {
  return String((kind === 'mua' ? config['retry'] : config['queueLaw']) ?? '')
}

/** Deferrals that the law in force does not explain. */
export function unlawful(simulation: Simulation, facts: readonly Fact[]): string[] {
  return simulation.world.hosts.flatMap((host) => {
    const law = lawOfHost(host)
    return unlawfulUnder(law, host, simulation, facts)
  })
}

/** Deferrals of a host that a law does not explain, whether it is the one in force or not. */
export function unlawfulUnder(
  law: string,
  host: Host,
  simulation: Simulation,
  facts: readonly Fact[],
): string[] {
  const rule = LAWFUL[law]
  if (rule === undefined) return []
  return deferrals(host, law, facts, simulation.chronicle.messages)
    .filter((one) => !rule(one))
    .map(({ at, next }) => `${host.id}, ${law}: deferred at ${at} until ${next}`)
}

/** The shortest gap of Exim's rule. */
const QUARTER = 900_000

/**
 * Servers under Exim's law that dial a host although a quarter of an hour has not passed since it
 * failed, for whichever message that was.
 */
export function dialledTooEarly(
  simulation: Simulation,
  index: FactIndex,
  facts: readonly Fact[],
): string[] {
  return simulation.world.hosts
    .filter((host) => host.kind !== 'mua' && lawOfHost(host) === 'exim')
    .flatMap((host) => earlyDials(host.index, index, facts))
}

/** Connections of a host to an address that has failed less than a quarter of an hour ago. */
export function earlyDials(host: number, index: FactIndex, facts: readonly Fact[]): string[] {
  const wrong: string[] = []
  const failedAt = new Map<number, number>()
  const begunAt = new Map<number, number>()
  const addressOf = new Map<number, number>()
  const silent = new Map<number, number[]>()
  const isOurs = (attempt: number): boolean =>
    index.attempts[attempt]?.host === host && index.attempts[attempt].aim === 'transfer'
  for (const fact of facts) {
    const attempt = attemptOf(index, fact)
    if (fact.kind === 'flush' && fact.host === host) failedAt.clear()
    if (!isOurs(attempt)) continue
    if (fact.kind === 'attempt') begunAt.set(attempt, fact.at)
    if (fact.kind === 'connect') {
      addressOf.set(fact.connection, fact.address)
      const failed = failedAt.get(fact.address) ?? -Infinity
      const begun = begunAt.get(attempt) ?? 0
      if (begun > failed && begun < failed + QUARTER) wrong.push(`dials at ${fact.at}`)
    }
    if (fact.kind === 'command' && fact.verb === 'MAIL')
      failedAt.delete(addressOf.get(fact.connection) ?? -1)
    if (fact.kind === 'close' && NO_ANSWER.includes(fact.end))
      silent.set(attempt, [...(silent.get(attempt) ?? []), addressOf.get(fact.connection) ?? -1])
    // What came of a try is remembered when the try is over.
    if (fact.kind === 'result')
      for (const address of silent.get(attempt) ?? []) failedAt.set(address, fact.at)
  }
  return wrong
}

const NO_ANSWER: readonly string[] = ['connection refused', 'connect timeout']

function attemptOf(index: FactIndex, fact: Fact): number {
  if ('attempt' in fact) return fact.attempt
  return 'connection' in fact ? (index.connections[fact.connection]?.attempt ?? -1) : -1
}

type Messages = Simulation['chronicle']['messages']

function deferrals(
  host: Host,
  law: string,
  facts: readonly Fact[],
  messages: Messages,
): Deferral[] {
  const found: Deferral[] = []
  const arrived = new Map<number, number>()
  const counts = new Map<number, number>()
  const period = Number(host.config[PERIODS[law] ?? ''] ?? 0)
  const { lifetimeMs, bounceLifetimeMs } = host.config
  let phase: number | null = null
  for (const fact of facts) {
    if (fact.kind !== 'queue' || fact.host !== host.index) continue
    const { queueId, at } = fact
    if (!arrived.has(queueId)) arrived.set(queueId, at)
    if (!isAfterTry(fact, host)) continue
    const count = (counts.get(queueId) ?? 0) + 1
    counts.set(queueId, count)
    const next = at + fact.nextTryIn
    const isReport = messages[fact.message]?.reversePath === ''
    const lifetime = (isReport && bounceLifetimeMs) || lifetimeMs
    const config = { ...host.config, lifetimeMs: lifetime } as Record<string, number>
    found.push({ at, next, arrivedAt: arrived.get(queueId)!, count, config, phase })
    if (period > 0) phase ??= next % period
  }
  return found
}

/** Not: waiting for the host or its line, or for being asked. */
function isAfterTry({ state, nextTryIn }: FactOf<'queue'>, { config }: Host): boolean {
  return state === 'deferred' && nextTryIn > 0 && config['hold'] !== 'until-asked'
}
