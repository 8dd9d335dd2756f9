/** A message with all its recipients: one writing, and as many journeys as there are addresses. */
import { attemptReading, type AttemptReading } from '../../sim/facts/attempts.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { journeyReading, type JourneyReading } from '../../sim/facts/journeys.ts'
import type { Level, Words } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import { OUTCOMES } from '../words/page.ts'

/** Journeys that failed in the same way. */
export interface Failures {
  readonly outcome: JourneyReading['outcome']
  readonly count: number
}

/** What has come of several journeys; of one it is that one's own. */
export interface Tally {
  readonly all: number
  /** Delivered, wherever it lies then. */
  readonly reached: number
  /** Of those the ones that lie in the junk folder. */
  readonly aside: number
  readonly waiting: number
  readonly failed: number
  /** How those ended that failed, and how many in each way; the most frequent first. */
  readonly failures: readonly Failures[]
  /** How most of those ended that failed; null while none has. */
  readonly failure: JourneyReading['outcome'] | null
  /** When the last one that has arrived did so. */
  readonly lastArrival: Instant | null
  /** When the last one came to its end; null while one has none. */
  readonly endedAt: Instant | null
}

export function tallyOf(all: readonly JourneyReading[]): Tally {
  const reached = all.filter((one) => one.outcome === 'delivered')
  const waiting = all.filter((one) => one.outcome === 'queued')
  const failed = all.filter((one) => one.outcome !== 'delivered' && one.outcome !== 'queued')
  const failures = failuresOf(failed)
  return {
    all: all.length,
    reached: reached.length,
    aside: reached.filter(({ folder }) => folder === 'junk').length,
    waiting: waiting.length,
    failed: failed.length,
    failures,
    failure: failures[0]?.outcome ?? null,
    lastArrival: latest(reached),
    endedAt: waiting.length > 0 ? null : latest(all),
  }
}

/** Of two that are equally frequent the one that was met first comes first. */
function failuresOf(failed: readonly JourneyReading[]): Failures[] {
  const counts = new Map<JourneyReading['outcome'], number>()
  for (const { outcome } of failed) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts]
    .map(([outcome, count]) => ({ outcome, count }))
    .sort((a, b) => b.count - a.count)
}

function latest(journeys: readonly JourneyReading[]): Instant | null {
  return journeys.reduce<Instant | null>(
    (last, { endedAt }) => (endedAt === null ? last : Math.max(last ?? endedAt, endedAt)),
    null,
  )
}

/** How a journey stands for people: that a letter lies in the junk folder is a state of its own. */
export type Result = JourneyReading['outcome'] | 'junk'

export const resultOf = ({ outcome, folder }: Pick<JourneyReading, 'outcome' | 'folder'>): Result =>
  outcome === 'delivered' && folder === 'junk' ? 'junk' : outcome

/** What stands for all of them: a failure is not hidden by those who were luckier. */
export function outcomeOf({ failure, waiting, aside }: Tally): Result {
  if (failure !== null) return failure
  if (waiting > 0) return 'queued'
  return aside > 0 ? 'junk' : 'delivered'
}

/** `20 of 20 delivered`; `1 of 2 delivered, 1 sent back`; each way of failing by itself. */
export function tallyText(tally: Tally, level: Level): string {
  const word = (outcome: string): string => OUTCOMES[outcome]?.[level] ?? ''
  const { all, reached, aside, waiting, failures } = tally
  const others = [
    aside > 0 ? ASIDE(aside)[level] : '',
    waiting > 0 ? `${waiting} ${word('queued')}` : '',
    ...failures.map(({ outcome, count }) => `${count} ${word(outcome)}`),
  ].filter((part) => part !== '')
  return [`${reached} of ${all} ${word('delivered')}`, ...others].join(', ')
}

const ASIDE = (n: number): Words => ({
  everyday: `${n} of them in the junk folder`,
  technical: `${n} of them in the junk folder`,
  protocol: `${n} of them in Junk`,
})

/** Its journeys as they stand at `until`; none before it is written. */
export function journeysOf(index: FactIndex, message: number, until: Instant): JourneyReading[] {
  const { recipients } = index.record.messages[message] ?? { recipients: [] }
  return recipients.flatMap((_, recipient) => {
    const one = journeyReading(index, message, recipient, until)
    return one === null ? [] : [one]
  })
}

const WORST = ['refused', 'deferred', 'open', 'delivered'] as const

/** A try may bring the message to many: of all answers the one that is worst news, if any came. */
export function attemptForAll(
  index: FactIndex,
  serial: number,
  until: Instant,
): AttemptReading | null {
  const message = index.attempts[serial]?.message ?? -1
  const { recipients } = index.record.messages[message] ?? { recipients: [] }
  const all = recipients.flatMap((_, recipient) => {
    const one = attemptReading(index, serial, recipient, until)
    return one === null ? [] : [one]
  })
  return worstOf(all)
}

function worstOf(all: readonly AttemptReading[]): AttemptReading | null {
  for (const worst of WORST) {
    const found = all.find((one) => one.class === worst)
    if (found !== undefined) return found
  }
  return null
}

/** Tries of several journeys, each once, in the order in which they began. */
export function attemptsOf(
  journeys: readonly JourneyReading[],
  of: (journey: JourneyReading) => readonly AttemptReading[],
): AttemptReading[] {
  const found = new Map<number, AttemptReading[]>()
  for (const one of journeys.flatMap(of))
    found.set(one.attempt, [...(found.get(one.attempt) ?? []), one])
  return [...found.values()]
    .flatMap((alike) => worstOf(alike) ?? [])
    .sort((a, b) => a.at - b.at || a.attempt - b.attempt)
}

/** More addresses than this are counted. */
const NAMED_MAX = 3

/** `bob@college.example and 19 others`. */
export function addressees(recipients: readonly string[]): string {
  if (recipients.length <= NAMED_MAX) return recipients.join(', ')
  return `${recipients[0]} and ${recipients.length - 1} others`
}
