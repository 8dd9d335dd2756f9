/** The bare mail-like model as a client of the kernel. */
import { Kernel } from '../../../src/sim/engine/kernel.ts'
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

class MailModel {
  readonly kernel = new Kernel((kind, slot) => this.#dispatch(kind, slot))
  delivered = 0
  gaveUp = 0
  attempts = 0
  accepted = 0
  deferred = 0
  #made = 0
  #drawn = 0
  #free = 0
  #used = 0
  readonly #goal: number
  readonly #created = new Float64Array(SLOTS)
  readonly #tries = new Uint8Array(SLOTS)
  readonly #fate = new Uint8Array(SLOTS)
  readonly #exchange = new Uint8Array(SLOTS)
  readonly #isDeferred = new Uint8Array(SLOTS)
  readonly #freeSlots = new Int32Array(SLOTS)

  constructor(goal: number) {
    this.#goal = goal
    for (let s = 0; s < SENDERS; s++) this.kernel.after(GAPS[s]!, EVENT.write, s)
  }

  #dispatch(kind: number, slot: number): void {
    switch (kind) {
      case EVENT.write:
        return this.#write(slot)
      case EVENT.atServer:
        return this.#atServer(slot)
      case EVENT.atClient:
        return this.#atClient(slot)
      default:
        return this.#attempt(slot)
    }
  }

  #write(sender: number): void {
    if (this.#made === this.#goal) return
    const message = this.#free > 0 ? this.#freeSlots[--this.#free]! : this.#used++
    this.#created[message] = this.kernel.now
    this.#tries[message] = 0
    this.#fate[message] = FATES[this.#made & RING]!
    this.#attempt(message)
    this.#made++
    this.kernel.after(GAPS[(this.#made + SENDERS) & RING]!, EVENT.write, sender)
  }

  #attempt(message: number): void {
    const fate = this.#fate[message]!
    const tries = ++this.#tries[message]!
    const deferred = fate === FATE.deferredAlways || (fate === FATE.deferredOnce && tries === 1)
    this.#isDeferred[message] = deferred ? 1 : 0
    this.#exchange[message] = 0
    this.attempts++
    this.kernel.after(this.#latency(), EVENT.atServer, message)
  }

  #atServer(message: number): void {
    if (this.#isDeferred[message] === 1 && this.#exchange[message] === DEFERRING_EXCHANGE)
      this.deferred++
    else this.accepted++
    this.kernel.after(this.#latency(), EVENT.atClient, message)
  }

  #atClient(message: number): void {
    const deferred = this.#isDeferred[message] === 1
    const exchange = ++this.#exchange[message]!
    if (exchange < (deferred ? EXCHANGES_WHEN_DEFERRED : EXCHANGES))
      return this.kernel.after(this.#latency(), EVENT.atServer, message)
    if (deferred) {
      const delay = FIRST_RETRY * 2 ** (this.#tries[message]! - 1)
      if (this.kernel.now + delay - this.#created[message]! <= GIVE_UP_AFTER)
        return this.kernel.after(delay, EVENT.retry, message)
      this.gaveUp++
    } else this.delivered++
    this.#freeSlots[this.#free++] = message
  }

  #latency(): number {
    return LATENCIES[this.#drawn++ & RING]!
  }
}

export function mailOnKernel(messages: number): Outcome {
  const model = new MailModel(messages)
  model.kernel.run(Infinity)
  const { kernel, delivered, gaveUp, attempts, accepted, deferred } = model
  const { now, events } = kernel
  return { now, events, delivered, gaveUp, attempts, accepted, deferred }
}
