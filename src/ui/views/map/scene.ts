/**
 * What the map shows at an instant, as numbers: a reading of facts and of the layout. Drawing it is
 * `draw.ts`'s business, and so tests can count and measure without a screen.
 */
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import type { Flight } from '../../../sim/facts/flights.ts'
import type { Holding, HostStateReading, OpenSession } from '../../../sim/facts/host-states.ts'
import type { Decision } from '../../../sim/facts/fact.ts'
import { readAs } from '../../../sim/facts/codec.ts'
import type { Instant, Millis } from '../../../sim/units.ts'
import { classOf } from './labels.ts'
import { gathered } from './crowd.ts'
import { pointOn, type Curve, type Point } from './curve.ts'
import type { StageLayout } from './layout.ts'
import type { HostShape } from './places.ts'
import { linkBetween } from './links.ts'

/** More marks than this are not told apart any more. */
export const MARKS_MAX = 300
/** How long a letter takes from the road's end into the box. */
const DROP_MS: Millis = 40

export interface Ground {
  readonly layout: StageLayout
  readonly hosts: readonly HostShape[]
}

export const wayOf = ({ layout }: Ground, flight: Flight): Curve | null =>
  linkBetween(layout, flight.from, flight.to)

/** How much of its way a flight has behind it; standing pictures show it in the middle. */
export function progressOf(flight: Flight, t: Instant, still: boolean): number {
  if (still) return 0.5
  const span = flight.arrivesAt - flight.sentAt
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (t - flight.sentAt) / span))
}

/** On the road; those that left together travel one above the other. */
export function flightPoint(ground: Ground, flight: Flight, t: Instant, still: boolean): Point {
  const way = wayOf(ground, flight)
  if (way === null) return { x: -100, y: -100 }
  const { x, y } = pointOn(way, progressOf(flight, t, still))
  const row = flight.rank - (flight.of - 1) / 2
  return { x, y: y + row * ground.layout.letter * 1.55 }
}

/** A reply that came along with the one that decided: courtesy, and paler. */
export function isAside(flight: Flight, flights: readonly Flight[]): boolean {
  if (flight.carries !== 'reply') return false
  const decides = flights.find(
    (one) =>
      one.connection === flight.connection && one.sentAt === flight.sentAt && (one.class ?? 2) > 3,
  )
  return decides !== undefined && decides.key !== flight.key
}

/** A flag at a host: whose job messages are. It flies over when the job changes hands. */
export interface Flag extends Point {
  readonly key: string
  readonly host: number
  readonly messages: readonly number[]
  readonly givenUp: boolean
  readonly moving: boolean
  readonly pole: number
}

export function flagsAt(
  index: FactIndex,
  ground: Ground,
  states: readonly HostStateReading[],
  t: Instant,
): Flag[] {
  const flags = new Map<string, Flag>()
  for (const { host, holds } of states)
    for (const held of holds) {
      if (index.record.messages[held.message]?.kind === 'spam') continue
      const f = handover(index, host, held, t)
      const moving = f < 1
      const givenUp = held.outcome !== null && held.outcome !== 'delivered'
      const stand = ground.layout.stands[host] ?? host
      const key = moving ? `m${held.message}` : `h${stand}${givenUp ? 'x' : ''}`
      const messages = [...(flags.get(key)?.messages ?? []), held.message]
      const point = flagPoint(ground.layout, held.from, host, f)
      const pole = moving ? ground.layout.unit * 0.6 : (ground.layout.places[host]?.pole ?? 0)
      flags.set(key, { key, host: stand, messages, givenUp, moving, pole, ...point })
    }
  return [...flags.values()]
}

/** The job changes hands while the 250 travels back: 0 at the old holder, 1 at the new one. */
function handover(index: FactIndex, host: number, held: Holding, t: Instant): number {
  const travel = held.from < 0 ? 0 : (index.record.hosts[host]?.delays[held.from] ?? 0)
  return travel <= 0 ? 1 : Math.min(1, (t - held.since) / travel)
}

function flagPoint({ places, unit }: StageLayout, from: number, to: number, f: number): Point {
  const b = places[to]?.flag ?? { x: 0, y: 0 }
  const a = places[from]?.flag ?? b
  const lift = Math.sin(Math.PI * f) * unit * 0.4
  const eased = f * f * (3 - 2 * f)
  return { x: a.x + (b.x - a.x) * eased, y: a.y + (b.y - a.y) * eased - lift }
}

/** A letter on its way into the box, or in it. */
export interface BoxLetter extends Point {
  readonly key: string
  readonly host: number
  readonly message: number
  readonly landed: boolean
  /** 2 and more: it has come again. */
  readonly copies: number
  /** It lies in the junk folder: below the box, and askew. */
  readonly aside: boolean
}

/** The newest letter of each folder; the older ones are in the counts. */
export function lettersAt(
  { layout }: Ground,
  states: readonly HostStateReading[],
  t: Instant,
): BoxLetter[] {
  return gathered(states, layout.stands).flatMap(({ host, mailbox }) => {
    const place = layout.places[host]
    if (place === undefined) return []
    const slots = {
      inbox: { x: place.x + place.size * 0.245, y: place.y - place.size * 0.15 },
      junk: { x: place.x + place.size * 0.34, y: place.y + place.size * 0.36 },
    }
    const newest = (['inbox', 'junk'] as const).flatMap((folder) => {
      const last = mailbox.findLast((one) => one.folder === folder)
      return last === undefined ? [] : [last]
    })
    const edge = { x: place.x - place.size * 0.5, y: place.y - place.size * 0.35 }
    return newest.map(({ message, recipient, at, copies, folder }) => {
      const slot = slots[folder]
      const f = Math.min(1, (t - at) / DROP_MS)
      const rise = Math.sin(Math.PI * f) * place.size * 0.55
      const x = edge.x + (slot.x - edge.x) * f
      const y = edge.y + (slot.y - edge.y) * f - rise
      const key = `${host} ${message} ${recipient}`
      return { key, host, message, copies, aside: folder === 'junk', landed: f >= 1, x, y }
    })
  })
}

/** A message that waits at a host, or that was given up there. */
export interface Waiting extends Point {
  readonly key: string
  readonly host: number
  readonly message: number
  readonly failed: boolean
}

const PILE_MAX = 4

export function waitingAt(
  { record }: FactIndex,
  { layout }: Ground,
  states: readonly HostStateReading[],
): Waiting[] {
  return gathered(states, layout.stands).flatMap(({ host, queue, holds }) => {
    const place = layout.places[host]
    if (place === undefined) return []
    const { pile, mark } = place
    const step = mark * 0.09
    const failed = holds
      .filter((one) => one.outcome !== null && one.outcome !== 'delivered')
      .map(({ message }) => message)
      .filter((one) => record.messages[one]?.kind !== 'spam')
    const all = [...queue.map(({ message }) => message), ...failed].slice(0, PILE_MAX)
    return all.map((message, rank) => ({
      key: `${host} ${message}`,
      host,
      message,
      failed: failed.includes(message),
      x: pile.x - rank * step,
      y: pile.y - rank * step,
    }))
  })
}

/** The clock beside a pile: how much of the wait for the next try is over. */
export interface NextTry extends Point {
  readonly host: number
  readonly from: Instant
  readonly at: Instant
  /** The host sleeps, or its line is hung up: nothing will happen when the time has come. */
  readonly stuck: boolean
  /** The time that is left stands to the left of it. */
  readonly toLeft: boolean
}

export function nextTriesAt({ layout }: Ground, states: readonly HostStateReading[]): NextTry[] {
  return gathered(states, layout.stands).flatMap(({ host, queue, state }) => {
    const place = layout.places[host]
    const next = queue.find((one) => one.nextTryAt !== null)
    if (place === undefined || next === undefined || next.nextTryAt === null) return []
    const { x, y } = place.clock
    const toLeft = x < place.x
    const stuck = state === 'asleep' || state === 'offline'
    return [{ host, from: next.changedAt, at: next.nextTryAt, stuck, toLeft, x, y }]
  })
}

/** Every open session once. */
export function sessionsAt(states: readonly HostStateReading[]): OpenSession[] {
  return states.flatMap(({ host, sessions }) => sessions.filter((one) => one.client === host))
}

/** What the last attempt between two hosts gave, when it gave no success. */
export interface Trouble extends Point {
  readonly key: string
  readonly decision: Decision
  readonly message: number
  readonly at: Instant
  readonly client: number
  readonly server: number
}

/** By the client's role: how far on its way, and how many lines below, its results stand. */
const TROUBLE: Readonly<Record<string, readonly [number, number]>> = {
  submission: [1, 1.15],
  bot: [0.86, 1],
  visitor: [0.55, 0],
}

/**
 * It stays where it happened until the next attempt on that way begins; what the network gave, only
 * until the server is there again: a closed door beside one that is open would be no news but a lie.
 */
export function troubleAt(index: FactIndex, { layout }: Ground, t: Instant): Trouble[] {
  const found = new Map<string, Trouble>()
  /** At the end of the road it came on, on the side where no other road is. */
  const place = (way: Curve, role: string | undefined): Point => {
    const [f, rows] = TROUBLE[role ?? ''] ?? [1, -1.3]
    const { x, y } = pointOn(way, f)
    return { x, y: y + rows * layout.letter }
  }
  for (const { message, host, facts, connections } of index.attempts) {
    const begun = index.record.facts.at(facts[0] ?? 0)
    if (begun > t) break
    const server = serverOf(index, connections.at(-1) ?? -1)
    const key = `${layout.stands[host]} ${layout.stands[server]}`
    found.delete(key)
    const result = facts.map((i) => readAs(index.record.facts, i, 'result')).find((f) => f !== null)
    const way = linkBetween(layout, host, server)
    if (result === undefined || result === null || result.at > t || way === null) continue
    // What a trap says is of no interest to anybody, and there is no room for it at the foot.
    if (index.record.hosts[server]?.kind === 'blocklist') continue
    if (classOf(result.decision) === 2) continue
    const { decision, at } = result
    if (decision.by === 'network' && hasComeBack(index, server, at, t)) continue
    found.set(key, {
      key,
      decision,
      message,
      at,
      client: host,
      server,
      ...place(way, layout.places[host]?.role),
    })
  }
  return [...found.values()].slice(-4)
}

/** Whether a host came up in (from, to]. */
function hasComeBack(index: FactIndex, host: number, from: Instant, to: Instant): boolean {
  return (index.hosts[host] ?? []).some((i) => {
    const fact = readAs(index.record.facts, i, 'host')
    return fact?.state === 'up' && fact.at > from && fact.at <= to
  })
}

function serverOf(index: FactIndex, connection: number): number {
  const first = index.connections[connection]?.facts[0]
  return first === undefined ? -1 : (readAs(index.record.facts, first, 'connect')?.server ?? -1)
}
