/** Where so much is in the air at once that words would cover each other, marks fly without them. */
import type { Flight } from '../../../sim/facts/flights.ts'
import type { OpenSession } from '../../../sim/facts/host-states.ts'

/** More words than this on one road, or at one host, are not read any more. */
export const WORDS_MAX = 6

/** A road on which nothing is named any more: the conversations on it are counted. */
export interface CountedRoad {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface Quiet {
  /** Keys of flights that are drawn without words. */
  readonly flights: ReadonlySet<string>
  readonly roads: readonly CountedRoad[]
}

/** `stands`: where each host stands; a crowd has one place, and one road. */
export function quietOf(flights: readonly Flight[], stands: readonly number[]): Quiet {
  const standOf = (host: number): number => stands[host] ?? host
  const named = flights.filter(({ carries }) => carries !== 'content')
  const roads = new Map<string, Flight[]>()
  for (const one of named) {
    const ends = [standOf(one.from), standOf(one.to)].sort((a, b) => a - b)
    const key = ends.join(' ')
    roads.set(key, [...(roads.get(key) ?? []), one])
  }
  const crowded = [...roads.values()].filter((all) => all.length > WORDS_MAX)
  const quiet = new Set(crowded.flat().map(({ key }) => key))
  const atHost = new Map<number, number>()
  for (const { key, from, to } of named) {
    if (quiet.has(key)) continue
    const ends = [standOf(from), standOf(to)]
    if (ends.some((end) => (atHost.get(end) ?? 0) >= WORDS_MAX)) quiet.add(key)
    else for (const end of ends) atHost.set(end, (atHost.get(end) ?? 0) + 1)
  }
  return {
    flights: quiet,
    roads: crowded.flatMap((all) => {
      const [first] = all
      return first === undefined
        ? []
        : [{ from: first.from, to: first.to, count: conversations(all) }]
    }),
  }
}

/** Lines of one connection belong together; a question to a name server belongs to its attempt. */
function conversations(flights: readonly Flight[]): number {
  return new Set(flights.map((one) => `${one.connection} ${one.attempt}`)).size
}

/** A server with more open sessions than can be told apart, and how many. */
export interface Door {
  readonly server: number
  readonly count: number
}

export function doorsOf(open: readonly OpenSession[]): Door[] {
  const found = new Map<number, Door>()
  for (const { server } of open) {
    if (server < 0) continue
    const door = found.get(server) ?? { server, count: 0 }
    found.set(server, { ...door, count: door.count + 1 })
  }
  return [...found.values()].filter(({ count }) => count > WORDS_MAX)
}
