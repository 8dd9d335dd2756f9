/**
 * What must hold of the queues of a world at any instant at which it is looked at: nothing is lost
 * sight of, nothing waits for what will not come, and the counts are what they count.
 */
import type { BotState, Errand } from '../../src/sim/agents/bot/errands.ts'
import { isDead, type Destination } from '../../src/sim/transfer/destinations.ts'
import type { Queue } from '../../src/sim/transfer/queue.ts'
import type { QueueOptions } from '../../src/sim/transfer/queue-options.ts'
import type { Attempt } from '../../src/sim/transfer/attempt.ts'
import type { Host } from '../../src/sim/network/host.ts'
import { PENDING } from '../../src/sim/facts/message.ts'
import type { Simulation } from '../../src/sim/simulation.ts'

/** The queue of a host, if it has one: mail programs call it an outbox. */
export function queueOf(host: Host): Queue | null {
  const state = host.agent as { queue?: Queue; outbox?: Queue }
  return state.queue ?? state.outbox ?? null
}

/** What a bot that comes back has in mind. */
const errandsOf = (host: Host): Errand[] => [
  ...((host.agent as Partial<BotState> | null)?.errands?.values() ?? []),
]

const jobsOf = ({ fresh, again }: Destination): number[] =>
  [fresh, again].flatMap(({ items, head }) => items.slice(head).map(({ queueId }) => queueId))

const isHere = (host: Host): boolean =>
  host.power === 'up' && !host.asleep && host.line.state === 'up'

/** Whether its line comes up by itself, sooner or later, or is not what is missing. */
function isAwaited({ power, asleep, line, config }: Host): boolean {
  if (power !== 'up' || asleep || line.state === 'dialling') return true
  return config['lineKind'] === 'calls'
}

/** Sentences about what is wrong with the queues now. */
export function brokenQueues(simulation: Simulation): string[] {
  const { hosts } = simulation.world
  const underWay = simulation.world.attempts.filter((one) => one !== null && !one.over) as Attempt[]
  const wrong = hosts.flatMap((host) => {
    const queue = queueOf(host)
    if (queue === null) return []
    const own = underWay.filter((one) => one.host === host.index)
    return [
      ...brokenEntries(simulation.now, host, queue, own),
      ...brokenDestinations(simulation.now, host, queue, own),
    ].map((text) => `${host.id}: ${text}`)
  })
  const errands = hosts.flatMap((host) => brokenErrands(simulation.now, host, underWay))
  return [...wrong, ...errands, ...inNobodysQueue(simulation, underWay)]
}

/** Errands that are neither under way nor due, or whose attempts are not those that are counted. */
function brokenErrands(now: number, host: Host, underWay: Attempt[]): string[] {
  return errandsOf(host).flatMap(({ queueId, active, nextTryAt }) => {
    const busy = underWay.filter((one) => one.host === host.index && one.tag === queueId).length
    if (nextTryAt < 0)
      return busy === active && active > 0 ? [] : [`${host.id}: errand of ${active}, ${busy}`]
    const due = (host.agent as BotState).due.get(nextTryAt)?.includes(queueId) === true
    const isOverdue = nextTryAt < now && host.power !== 'refused' && !host.asleep
    return busy > 0 || !due || isOverdue ? [`${host.id}: errand ${queueId} is forgotten`] : []
  })
}

function brokenEntries(now: number, host: Host, queue: Queue, underWay: Attempt[]): string[] {
  const waiting = [...queue.destinations.values()].flatMap(jobsOf)
  return [...queue.entries.values()].flatMap((entry) => {
    const { queueId, nextTryAt, active } = entry
    const busy = [...waiting, ...underWay.map(({ tag }) => tag)].filter((id) => id === queueId)
    if (nextTryAt < 0)
      return busy.length === active && active > 0 ? [] : [`${queueId}: ${active}, ${busy.length}`]
    if (busy.length > 0) return [`${queueId} waits and is tried`]
    if (queue.due.get(nextTryAt)?.includes(queueId) !== true) return [`${queueId} is never due`]
    const isOverdue = nextTryAt < now && isHere(host)
    return isOverdue || (nextTryAt < now && !isAwaited(host)) ? [`${queueId} is overdue`] : []
  })
}

function brokenDestinations(now: number, host: Host, queue: Queue, underWay: Attempt[]): string[] {
  const {
    concurrencyLimit = 20,
    processLimit = 100,
    minBackoffMs,
  } = host.config as unknown as Partial<QueueOptions>
  const wrong: string[] = []
  let running = 0
  for (const [domain, destination] of queue.destinations) {
    const { window, busy, deadUntil } = destination
    const jobs = jobsOf(destination).length
    const own = underWay.filter((one) => one.domain === domain && one.aim !== 'turned')
    const sent = own.filter(({ message }) => message >= 0)
    running += busy
    if (window < 1 || window > concurrencyLimit) wrong.push(`${domain}: window ${window}`)
    if (busy !== sent.length) wrong.push(`${domain}: ${busy} busy, ${sent.length} under way`)
    const stuck = busy < window && queue.running < processLimit
    if (jobs > 0 && stuck && (isHere(host) || !isAwaited(host))) wrong.push(`${domain} is stuck`)
    if (!isDead(destination, now)) continue
    if (jobs > 0) wrong.push(`${domain} is dead and has mail that waits`)
    const died = deadUntil - (minBackoffMs ?? 0)
    if (sent.some((one) => one.startedAt > died)) wrong.push(`${domain} is dead and is tried`)
  }
  if (running !== queue.running || running > processLimit)
    wrong.push(`${queue.running} running, ${running} busy`)
  return wrong
}

/** RFC 5321 §6.1: as long as a message has not ended, it is somebody's. */
function inNobodysQueue({ world, chronicle }: Simulation, underWay: Attempt[]): string[] {
  const kept = new Set<string>()
  for (const host of world.hosts)
    for (const { message, waiting, failed } of queueOf(host)?.entries.values() ?? [])
      for (const one of [...waiting, ...failed.map(({ recipient }) => recipient)])
        kept.add(`${message}/${one}`)
  for (const host of world.hosts)
    for (const { message, waiting } of errandsOf(host))
      for (const one of waiting) kept.add(`${message}/${one}`)
  for (const { message, outcomes } of underWay)
    for (const { recipient } of outcomes) kept.add(`${message}/${recipient}`)
  return world.status.flatMap((of, message) =>
    of.flatMap((status, one) =>
      status !== PENDING || kept.has(`${message}/${one}`)
        ? []
        : [`${chronicle.messages[message]?.id} to ${one} is in nobody's queue`],
    ),
  )
}
