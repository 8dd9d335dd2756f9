/**
 * When something happens, in all worlds together: the instants between which the pace is even, and
 * how much each stretch between them deserves to be seen.
 */
import type { LiveWorld } from '../../host/client.ts'
import { read } from '../../sim/facts/codec.ts'
import { KIND, type Fact } from '../../sim/facts/fact.ts'
import type { FactIndex } from '../../sim/facts/fact-index.ts'
import { attemptReading } from '../../sim/facts/attempts.ts'
import type { Instant, Millis } from '../../sim/units.ts'

export interface Activity {
  /** Ascending, from 0 to the end. */
  readonly breaks: readonly Instant[]
  /** Per stretch: 1 for what is new, less for what has been seen before, more for a turn. */
  readonly weights: readonly number[]
  /** Per stretch: does an attempt, or something worth a look, go on in it? */
  readonly busy: readonly boolean[]
}

interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly weight: number
}

/** A change of state is looked at for as long as this would take, drawn to scale. */
const LOOK_MS: Millis = 36
/** How much more time a turn in the story gets. */
const TURN = 2
/** The last thing that happens is looked at longer. */
const LAST_LOOK_MS: Millis = 60
/** With more facts than this, single flights are no longer told apart. */
const FACTS_MAX = 60_000

/** How long what a fact records takes from its instant on. */
function spanOf(fact: Fact): Millis {
  switch (fact.kind) {
    case 'lookup':
      return fact.startsAfter + fact.span
    case 'accept':
    case 'command':
    case 'reply':
      return fact.span
    default:
      return 0
  }
}

export function activityOf(worlds: readonly LiveWorld[], acts: readonly Instant[]): Activity {
  const stretches: Stretch[] = acts.map((at) => ({ from: at, to: at + LOOK_MS, weight: 1 }))
  const marks = new Set<Instant>([0, ...acts])
  let end: Instant = 0
  for (const { index, record } of worlds) {
    const { facts } = record
    if (facts.length > 0) end = Math.max(end, facts.at(facts.length - 1))
    if (facts.length > FACTS_MAX) continue
    for (let i = 0; i < facts.length; i++) {
      const fact = read(facts, i)
      const until = fact.at + spanOf(fact)
      marks.add(fact.at).add(until)
      end = Math.max(end, until)
      if (isStateChange(facts.kind(i))) stretches.push(look(fact))
    }
    stretches.push(...attemptStretches(index))
  }
  for (const { to } of stretches) marks.add(to)
  if (end > 0) marks.add(Math.max(end + LAST_LOOK_MS, ...marks))
  return measure(
    [...marks].sort((a, b) => a - b),
    stretches,
  )
}

/** A host that falls asleep or breaks down is a turn in the story; how things begin is not. */
function look({ kind, at }: Fact): Stretch {
  return { from: at, to: at + LOOK_MS, weight: kind === 'host' && at > 0 ? TURN : 1 }
}

function isStateChange(kind: number): boolean {
  return kind === KIND.host || kind === KIND.mailbox || kind === KIND.end || kind === KIND.press
}

/** From an attempt's beginning to the end of the last thing that flies in it. */
function attemptStretches(index: FactIndex): Stretch[] {
  const { facts } = index.record
  const seen = new Map<string, number>()
  return index.attempts.map((entry, serial) => {
    const own = [
      ...entry.facts,
      ...entry.connections.flatMap((c) => index.connections[c]?.facts ?? []),
    ]
    const all = own.map((i) => read(facts, i))
    const from = all[0]?.at ?? 0
    const to = all.reduce((last, fact) => Math.max(last, fact.at + spanOf(fact)), from)
    const { reply = '' } = attemptReading(index, serial, 0, Infinity) ?? {}
    const same = `${entry.message} ${entry.aim} ${reply}`
    const before = seen.get(same) ?? 0
    seen.set(same, before + 1)
    return { from, to: Math.max(to, from + LOOK_MS), weight: weightOf(before) }
  })
}

/** The third time is shorter, and from the sixth on it only flickers past. */
function weightOf(before: number): number {
  if (before < 2) return 1
  return before < 5 ? 0.5 : 0.15
}

/** Weighs every stretch: by the newest thing in it, and where there is nothing by what follows. */
function measure(breaks: readonly Instant[], stretches: readonly Stretch[]): Activity {
  const count = Math.max(0, breaks.length - 1)
  const weights: number[] = Array.from({ length: count }, () => 0)
  const position = new Map(breaks.map((at, i) => [at, i]))
  for (const { from, to, weight } of stretches) {
    const last = position.get(to) ?? count
    for (let i = position.get(from) ?? 0; i < last; i++)
      weights[i] = Math.max(weights[i] ?? 0, weight)
  }
  const busy = weights.map((weight) => weight > 0)
  let next = 1
  for (let i = count - 1; i >= 0; i--) {
    if (busy[i] === true) next = Math.min(1, weights[i] ?? 1)
    else weights[i] = next
  }
  return { breaks, weights, busy }
}
