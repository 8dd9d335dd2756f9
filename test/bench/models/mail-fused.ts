/**
 * The bare mail-like model as one loop over one queue: no kernel, no handlers, nothing that a
 * second model could use. One long function on purpose: that is what is being measured.
 */
import { HoleHeap } from './hole-heap.ts'
import {
  DEFERRING_EXCHANGE,
  EVENT,
  EXCHANGES,
  EXCHANGES_WHEN_DEFERRED,
  FATE,
  FATES,
  FIRST_RETRY,
  GAPS,
  GIVE_UP_AFTER,
  LATENCIES,
  SENDERS,
  SLOTS,
  type Outcome,
} from './mail.ts'
import { RING } from './variates.ts'

const SHIFT = 26
const SLOT = (1 << SHIFT) - 1
const AT_SERVER = EVENT.atServer << SHIFT
const AT_CLIENT = EVENT.atClient << SHIFT
const RETRY = EVENT.retry << SHIFT

export function mailFused(messages: number): Outcome {
  const queue = new HoleHeap(2 * SLOTS)
  const created = new Float64Array(SLOTS)
  const tries = new Uint8Array(SLOTS)
  const fates = new Uint8Array(SLOTS)
  const exchanges = new Uint8Array(SLOTS)
  const isDeferred = new Uint8Array(SLOTS)
  const freeSlots = new Int32Array(SLOTS)
  let [free, used, made, drawn, events] = [0, 0, 0, 0, 0]
  let [delivered, gaveUp, attempts, accepted, deferred] = [0, 0, 0, 0, 0]
  for (let s = 0; s < SENDERS; s++) queue.push(GAPS[s]!, s)
  while (queue.size > +queue.hole) {
    const word = queue.pop()
    const { now } = queue
    const slot = word & SLOT
    const kind = word >>> SHIFT
    events++
    if (kind === EVENT.atServer) {
      if (isDeferred[slot] === 1 && exchanges[slot] === DEFERRING_EXCHANGE) deferred++
      else accepted++
      queue.push(now + LATENCIES[drawn++ & RING]!, AT_CLIENT | slot)
    } else if (kind === EVENT.atClient) {
      const ends = isDeferred[slot] === 1 ? EXCHANGES_WHEN_DEFERRED : EXCHANGES
      const delay = FIRST_RETRY * 2 ** (tries[slot]! - 1)
      if (++exchanges[slot]! < ends) queue.push(now + LATENCIES[drawn++ & RING]!, AT_SERVER | slot)
      else if (isDeferred[slot] === 1 && now + delay - created[slot]! <= GIVE_UP_AFTER)
        queue.push(now + delay, RETRY | slot)
      else {
        if (isDeferred[slot] === 1) gaveUp++
        else delivered++
        freeSlots[free++] = slot
      }
    } else if (kind === EVENT.retry || made < messages) {
      const m = kind === EVENT.retry ? slot : free > 0 ? freeSlots[--free]! : used++
      if (kind === EVENT.write) {
        created[m] = now
        tries[m] = 0
        fates[m] = FATES[made & RING]!
      }
      const tried = ++tries[m]!
      const always = fates[m] === FATE.deferredAlways
      isDeferred[m] = always || (fates[m] === FATE.deferredOnce && tried === 1) ? 1 : 0
      exchanges[m] = 0
      attempts++
      queue.push(now + LATENCIES[drawn++ & RING]!, AT_SERVER | m)
      if (kind === EVENT.write) queue.push(now + GAPS[(++made + SENDERS) & RING]!, slot)
    }
  }
  return { now: queue.now, events, delivered, gaveUp, attempts, accepted, deferred }
}
