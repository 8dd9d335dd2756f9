/**
 * Timeouts that nearly never fire: one first-in-first-out ring per length, beside the agenda.
 *
 * All waits of one length expire in the order they began, so a ring needs no heap; the agenda holds
 * one event per ring, for its oldest wait that still matters. A wait is not cancelled: its owner
 * moves its token on, and the ring drops what is stale when it comes to the front.
 */
import { present } from '../assert.ts'
import type { Instant, Millis } from '../units.ts'
import type { Kernel } from './kernel.ts'

interface Ring {
  readonly length: Millis
  at: Float64Array
  owner: Int32Array
  token: Int32Array
  /** Index of the oldest wait and number of waits. */
  head: number
  size: number
  /** Whether the agenda holds this ring's event. */
  armed: boolean
}

export type TimeoutsState = readonly Ring[]

/** What the owner of the waits answers and does. */
export interface TimeoutOwner {
  /** Whether the wait with this token still matters. */
  waits(owner: number, token: number): boolean
  /** The wait has lasted its whole length. */
  expire(owner: number, token: number): void
}

export class Timeouts {
  #rings: Ring[] = []
  readonly #kernel: Kernel
  readonly #kind: number
  readonly #owner: TimeoutOwner

  /** @param kind the event kind whose slot is a ring; its handler must call `fire` */
  constructor(kernel: Kernel, kind: number, owner: TimeoutOwner) {
    this.#kernel = kernel
    this.#kind = kind
    this.#owner = owner
  }

  /** Begins a wait of `length` for `owner`; `token` tells it from the owner's other waits. */
  wait(length: Millis, owner: number, token: number): void {
    const index = this.#indexOf(length)
    const ring = present(this.#rings[index], 'ring')
    if (ring.size === ring.at.length) grow(ring)
    const i = (ring.head + ring.size) & (ring.at.length - 1)
    ring.at[i] = this.#kernel.now + length
    ring.owner[i] = owner
    ring.token[i] = token
    ring.size++
    if (!ring.armed) {
      ring.armed = true
      this.#kernel.after(length, this.#kind, index)
    }
  }

  /** Handles a ring's event. */
  fire(index: number): void {
    const ring = present(this.#rings[index], 'ring')
    const now: Instant = this.#kernel.now
    // The ring stays armed meanwhile: who begins a wait on expiry must not arm it a second time.
    while (ring.size > 0) {
      const owner = ring.owner[ring.head]!
      const token = ring.token[ring.head]!
      const at = ring.at[ring.head]!
      if (this.#owner.waits(owner, token)) {
        if (at > now) return this.#kernel.at(at, this.#kind, index)
        drop(ring)
        this.#owner.expire(owner, token)
      } else drop(ring)
    }
    ring.armed = false
  }

  save(): TimeoutsState {
    return this.#rings.map(copyRing)
  }

  load(state: TimeoutsState): void {
    this.#rings = state.map(copyRing)
  }

  #indexOf(length: Millis): number {
    const rings = this.#rings
    for (let i = 0; i < rings.length; i++) if (rings[i]!.length === length) return i
    rings.push({ length, ...columns(64), head: 0, size: 0, armed: false })
    return rings.length - 1
  }
}

function drop(ring: Ring): void {
  ring.head = (ring.head + 1) & (ring.at.length - 1)
  ring.size--
}

function columns(capacity: number): Pick<Ring, 'at' | 'owner' | 'token'> {
  return {
    at: new Float64Array(capacity),
    owner: new Int32Array(capacity),
    token: new Int32Array(capacity),
  }
}

function copyRing(ring: Ring): Ring {
  return { ...ring, at: ring.at.slice(), owner: ring.owner.slice(), token: ring.token.slice() }
}

/** Doubles the columns (a power of two, so that `&` wraps) and unrolls the ring to index 0. */
function grow(ring: Ring): void {
  const old = { at: ring.at, owner: ring.owner, token: ring.token }
  const n = old.at.length
  Object.assign(ring, columns(2 * n))
  for (let k = 0; k < ring.size; k++) {
    const i = (ring.head + k) & (n - 1)
    ring.at[k] = old.at[i]!
    ring.owner[k] = old.owner[i]!
    ring.token[k] = old.token[i]!
  }
  ring.head = 0
}
