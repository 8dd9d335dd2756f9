/** What the rail carries: attempts, waits, outages and acts, each with its instants. */
import type { AttemptClass } from '../../../sim/facts/attempts.ts'
import { read, readAs } from '../../../sim/facts/codec.ts'
import { KIND, type HostState } from '../../../sim/facts/fact.ts'
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import type { ScenarioOption } from '../../../sim/options.ts'
import type { Intervention } from '../../../sim/run.ts'
import type { Instant } from '../../../sim/units.ts'
import { attemptForAll } from '../../inspector/whole-message.ts'
import { actName } from './words.ts'

export interface AttemptMark {
  readonly key: string
  readonly from: Instant
  /** When it was decided; it is drawn here, and not before. */
  readonly at: Instant
  readonly class: AttemptClass
  readonly reply: string
  /** Id of the message. */
  readonly message: string
  readonly spam: boolean
  readonly submission: boolean
}

export interface Span {
  readonly from: Instant
  /** Infinity: it has no end in this run. */
  readonly to: Instant
}

export interface Lane {
  readonly world: string
  readonly marks: readonly AttemptMark[]
  /** Messages waiting in queues, as stretches without a try. */
  readonly waits: readonly Span[]
  readonly arrivals: readonly Instant[]
}

export interface Bar extends Span {
  readonly host: number
  readonly state: Exclude<HostState, 'up'>
}

export interface Pin {
  readonly at: Instant
  readonly name: string
}

export function laneOf(index: FactIndex): Lane {
  const { record } = index
  const marks = index.attempts.flatMap((_, serial): AttemptMark[] => {
    const one = attemptForAll(index, serial, Infinity)
    const message = record.messages[one?.message ?? -1]
    if (one === null || one.endedAt === null || message === undefined) return []
    const { class: kind, at: from, endedAt: at, reply } = one
    const submission = one.aim === 'submission'
    const spam = message.kind === 'spam'
    const key = `${serial}`
    return [{ key, from, at, class: kind, reply, message: message.id, spam, submission }]
  })
  const arrivals: Instant[] = []
  const { facts } = record
  for (let i = 0; i < facts.length; i++)
    if (facts.kind(i) === KIND.mailbox) arrivals.push(facts.at(i))
  return { world: record.id, marks, waits: waitsOf(index), arrivals }
}

/** From each postponement to the next change of the same entry. */
function waitsOf({ record: { facts } }: FactIndex): Span[] {
  const since = new Map<string, Instant>()
  const waits: Span[] = []
  for (let i = 0; i < facts.length; i++) {
    if (facts.kind(i) !== KIND.queue) continue
    const fact = read(facts, i)
    if (fact.kind !== 'queue') continue
    const key = `${fact.host} ${fact.message}`
    const from = since.get(key)
    if (from !== undefined) waits.push({ from, to: fact.at })
    since.delete(key)
    if (fact.state === 'deferred') since.set(key, fact.at)
  }
  for (const from of since.values()) waits.push({ from, to: Infinity })
  return waits
}

/** When hosts could not be reached; what is off in all worlds alike stands once. */
export function barsOf(indexes: readonly FactIndex[], isOff: (host: number) => boolean): Bar[] {
  const bars = new Map<string, Bar>()
  for (const index of indexes)
    index.hosts.forEach((positions, host) => {
      if (isOff(host)) return
      const changes = positions
        .map((i) => readAs(index.record.facts, i, 'host'))
        .filter((fact) => fact !== null)
      changes.forEach(({ at: from, state }, i) => {
        const to = changes[i + 1]?.at ?? Infinity
        if (state !== 'up' && to > from)
          bars.set(`${host} ${state} ${from} ${to}`, { host, state, from, to })
      })
    })
  return [...bars.values()].sort((a, b) => a.from - b.from)
}

export function pinsOf(
  interventions: readonly Intervention[],
  options: readonly ScenarioOption[],
): Pin[] {
  return interventions
    .filter(({ at, act }) => act.kind !== 'road' && (at > 0 || act.kind !== 'set'))
    .map(({ at, act }) => ({ at, name: actName(act, options) }))
}
