/**
 * A small world for the engine's own tests: hoppers that wake, do something and schedule themselves
 * anew, with ties, timeouts and keyed luck. Its digest tells any two histories apart.
 */
import { Digest } from '../../src/sim/engine/digest.ts'
import { Kernel, type KernelState } from '../../src/sim/engine/kernel.ts'
import { copyPlain } from '../../src/sim/engine/plain.ts'
import { drawBelow, keyOf } from '../../src/sim/engine/random.ts'
import { Timeouts, type TimeoutsState } from '../../src/sim/engine/timeouts.ts'
import type { Rewindable } from '../../src/sim/engine/timeline.ts'
import type { Instant } from '../../src/sim/units.ts'

const EVENT = { hop: 1, timeout: 2 } as const
const HOP = keyOf('hop')
const PATIENCE = keyOf('patience')
/** Lengths of timeouts: some end before the hopper's next hop. */
const LENGTHS = [30, 50, 400] as const

interface ToyState {
  readonly hops: number[]
  readonly tokens: number[]
  expired: number
  /** What has happened so far, folded into one text an event. */
  history: string
}

export interface ToySnapshot {
  readonly kernel: KernelState
  readonly timeouts: TimeoutsState
  readonly state: ToyState
}

export class ToyWorld implements Rewindable<ToySnapshot> {
  readonly #kernel = new Kernel((kind, slot) => this.#dispatch(kind, slot))
  readonly #timeouts = new Timeouts(this.#kernel, EVENT.timeout, {
    waits: (owner, token) => this.#state.tokens[owner] === token,
    expire: (owner) => this.#expire(owner),
  })
  readonly #seed: number
  readonly #hopsEach: number
  #state: ToyState

  /** @param hopsEach hops after which a hopper is tired and the world comes to an end */
  constructor(seed: number, hoppers = 20, hopsEach = Infinity) {
    this.#seed = seed
    this.#hopsEach = hopsEach
    const zeros = Array.from({ length: hoppers }, () => 0)
    this.#state = { hops: zeros, tokens: [...zeros], expired: 0, history: '' }
    for (let i = 0; i < hoppers; i++) this.#kernel.after(0, EVENT.hop, i)
  }

  get now(): Instant {
    return this.#kernel.now
  }

  get events(): number {
    return this.#kernel.events
  }

  run(until: Instant, budget?: number): boolean {
    return this.#kernel.run(until, budget)
  }

  /** Everything that can be seen of this world at its present instant. */
  get view(): object {
    const { now, events } = this.#kernel
    return { now, events, next: this.#kernel.next(), pending: this.#kernel.pending, ...this.#state }
  }

  save(): ToySnapshot {
    return {
      kernel: this.#kernel.save(),
      timeouts: this.#timeouts.save(),
      state: copyPlain(this.#state),
    }
  }

  load(snapshot: ToySnapshot): void {
    this.#kernel.load(snapshot.kernel)
    this.#timeouts.load(snapshot.timeouts)
    this.#state = copyPlain(snapshot.state)
  }

  #dispatch(kind: number, slot: number): void {
    if (kind === EVENT.timeout) this.#timeouts.fire(slot)
    else this.#hop(slot)
  }

  #hop(i: number): void {
    const hops = (this.#state.hops[i] ?? 0) + 1
    this.#state.hops[i] = hops
    this.#note(i)
    if (hops >= this.#hopsEach) return
    this.#state.tokens[i] = hops
    const patience = drawBelow(this.#seed, PATIENCE, i, hops, LENGTHS.length)
    this.#timeouts.wait(LENGTHS[patience] ?? 0, i, hops)
    // Few different delays, so that many hoppers meet at one instant.
    this.#kernel.after(10 * drawBelow(this.#seed, HOP, i, hops, 10), EVENT.hop, i)
  }

  #expire(i: number): void {
    this.#state.tokens[i] = -1
    this.#state.expired++
    this.#note(-1 - i)
  }

  #note(what: number): void {
    const digest = new Digest()
    digest.addText(this.#state.history)
    digest.add(what)
    digest.add(this.#kernel.now)
    this.#state.history = digest.text()
  }
}
