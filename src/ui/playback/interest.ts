/** Where to go next: instants at which something happens, and those that are worth stopping at. */
import type { LiveWorld } from '../../host/client.ts'
import { KIND } from '../../sim/facts/fact.ts'
import type { Instant } from '../../sim/units.ts'

const TELLING: ReadonlySet<number> = new Set([
  KIND.host,
  KIND.message,
  KIND.press,
  KIND.attempt,
  KIND.result,
  KIND.mailbox,
  KIND.end,
  KIND.notice,
  KIND.limit,
])

/** Every instant at which anything happens, ascending. */
export function factInstants(worlds: readonly LiveWorld[]): Instant[] {
  return instants(worlds, () => true)
}

/** Submissions, tries, results, deliveries, changes of state: what one would tell somebody. */
export function pointsOfInterest(worlds: readonly LiveWorld[]): Instant[] {
  return instants(worlds, (kind) => TELLING.has(kind))
}

function instants(worlds: readonly LiveWorld[], wanted: (kind: number) => boolean): Instant[] {
  const found = new Set<Instant>()
  for (const { record } of worlds)
    for (let i = 0; i < record.facts.length; i++)
      if (wanted(record.facts.kind(i))) found.add(record.facts.at(i))
  return [...found].sort((a, b) => a - b)
}

/** The first instant after `t`; undefined if there is none. */
export function instantAfter(list: readonly Instant[], t: Instant): Instant | undefined {
  return list.find((at) => at > t)
}

/** The last instant before `t`; the beginning if there is none. */
export function instantBefore(list: readonly Instant[], t: Instant): Instant {
  return list.findLast((at) => at < t) ?? 0
}
