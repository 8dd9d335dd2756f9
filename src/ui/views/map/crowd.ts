/** A crowd stands on the map as one host, which has what all of them have. */
import type { HostStateReading } from '../../../sim/facts/host-states.ts'

/** Readings of those who stand on the map, each with the letters and waits of its crowd. */
export function gathered(
  states: readonly HostStateReading[],
  stands: readonly number[],
): readonly HostStateReading[] {
  const crowds = new Map<number, HostStateReading[]>()
  for (const one of states) {
    const stand = stands[one.host] ?? one.host
    crowds.set(stand, [...(crowds.get(stand) ?? []), one])
  }
  return [...crowds].flatMap(([stand, all]) => {
    const itself = states[stand]
    return itself === undefined ? [] : all.length === 1 ? [itself] : [together(itself, all)]
  })
}

function together(itself: HostStateReading, all: readonly HostStateReading[]): HostStateReading {
  const queue = all
    .flatMap((one) => one.queue)
    .sort((a, b) => (a.nextTryAt ?? -1) - (b.nextTryAt ?? -1) || a.message - b.message)
  return {
    ...itself,
    queue,
    nextTryAt: queue.find(({ nextTryAt }) => nextTryAt !== null)?.nextTryAt ?? null,
    mailbox: all.flatMap((one) => one.mailbox).sort((a, b) => a.at - b.at),
    holds: all.flatMap((one) => one.holds),
    sessions: all.flatMap((one) => one.sessions),
    listedBy: [...new Set(all.flatMap((one) => one.listedBy))],
  }
}
