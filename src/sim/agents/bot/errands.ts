/**
 * What a bot that comes back remembers: its errands, each one message and those of its recipients
 * that it has not reached yet. A poor man's queue: one fixed wait, a few tries, nobody is told.
 */
import type { Host } from '../../network/host.ts'
import { EVENT } from '../../transfer/events.ts'
import type { Context } from '../../transfer/context.ts'
import { noteQueue } from '../../transfer/ledger.ts'
import { newQueueId } from '../../transfer/queue.ts'
import type { Instant, Millis } from '../../units.ts'

/** Plain, mutable world state. */
export interface Errand {
  readonly queueId: number
  readonly message: number
  /** Recipients that are left. */
  waiting: number[]
  /** Tries begun, the one under way included. */
  tries: number
  /** Attempts under way. */
  active: number
  /** When it comes back; −1 while it is there. */
  nextTryAt: Instant
}

/** Plain world state. */
export interface BotState {
  readonly errands: Map<number, Errand>
  /** Errands by the instant at which they are due, in the order in which they were put off. */
  readonly due: Map<Instant, number[]>
  made: number
}

export const newBotState = (): BotState => ({ errands: new Map(), due: new Map(), made: 0 })

export function newErrand(state: BotState, host: Host, message: number): Errand {
  const queueId = newQueueId(host, ++state.made)
  const errand: Errand = { queueId, message, waiting: [], tries: 0, active: 0, nextTryAt: -1 }
  state.errands.set(queueId, errand)
  return errand
}

/** It will be back after that time. */
export function putOff(
  ctx: Context,
  host: Host,
  state: BotState,
  { errand, wait }: { errand: Errand; wait: Millis },
): void {
  const { queueId, message } = errand
  const at = ctx.kernel.now + wait
  errand.nextTryAt = at
  noteQueue(ctx, host, message, { state: 'deferred', queueId, nextTryIn: wait })
  const due = state.due.get(at)
  if (due !== undefined) due.push(queueId)
  else {
    state.due.set(at, [queueId])
    ctx.kernel.at(at, EVENT.timer, host.index)
  }
}

export function forget(ctx: Context, host: Host, state: BotState, errand: Errand): void {
  const { queueId, message } = errand
  state.errands.delete(queueId)
  noteQueue(ctx, host, message, { state: 'removed', queueId, nextTryIn: 0 })
}

/** Errands that are due by now, taken from the list of what is due. */
export function takeDue(state: BotState, now: Instant): readonly Errand[] {
  const found: Errand[] = []
  const instants = state.due.has(now)
    ? [now]
    : [...state.due.keys()].filter((at) => at <= now).sort((a, b) => a - b)
  for (const at of instants) {
    for (const id of state.due.get(at) ?? []) {
      const errand = state.errands.get(id)
      if (errand !== undefined) found.push(errand)
    }
    state.due.delete(at)
  }
  return found
}
