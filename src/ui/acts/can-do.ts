/** What can be done at an instant: states of hosts on the stage, and whether Send again has work. */
import type { LiveWorld } from '../../host/client.ts'
import type { HostState } from '../../sim/facts/fact.ts'
import { hostStatesAt } from '../../sim/facts/host-states.ts'
import { journeyReading } from '../../sim/facts/journeys.ts'
import { stateOf } from '../../sim/facts/why-links.ts'
import type { Instant } from '../../sim/units.ts'

/** A host's state; acts hold on every road, so the first road that knows it speaks for all. */
export function hostStateAt(worlds: readonly LiveWorld[], host: number, at: Instant): HostState {
  const [world] = worlds
  return world === undefined ? 'up' : (stateOf(world.index, host, at)?.fact.state ?? 'up')
}

/** Hosts in whose queue something waits for its next try, on any road. */
export function waitingHosts(worlds: readonly LiveWorld[], at: Instant): ReadonlySet<number> {
  const states = worlds.flatMap(({ index }) => hostStatesAt(index, at))
  return new Set(states.filter(({ nextTryAt }) => nextTryAt !== null).map(({ host }) => host))
}

/** `failed`: a program has given up, so somebody should press; `waiting`: pressing only hastens. */
export type SendAgain = 'failed' | 'waiting' | 'nothing' | 'asleep' | 'away'

export function sendAgainAt(worlds: readonly LiveWorld[], host: number, at: Instant): SendAgain {
  const state = hostStateAt(worlds, host, at)
  const found = new Set(worlds.flatMap((world) => [...jobsOf(world, host, at)]))
  if (found.size === 0) return 'nothing'
  if (state === 'asleep') return 'asleep'
  if (state === 'refused') return 'away'
  return found.has('failed') ? 'failed' : 'waiting'
}

function* jobsOf(
  { record, index }: LiveWorld,
  host: number,
  at: Instant,
): Generator<'failed' | 'waiting'> {
  for (let message = 0; message < record.messages.length; message++) {
    const one = record.messages[message]
    if (one === undefined || one.host !== host || one.sentAt > at) continue
    for (let recipient = 0; recipient < one.recipients.length; recipient++) {
      const journey = journeyReading(index, message, recipient, at)
      if (journey === null || journey.holder !== host) continue
      const gaveUp = journey.outcome === 'lost' || journey.outcome === 'refused'
      if (gaveUp && journey.userWasTold !== null) yield 'failed'
      else if (journey.outcome === 'queued' && journey.nextTryAt !== null) yield 'waiting'
    }
  }
}
