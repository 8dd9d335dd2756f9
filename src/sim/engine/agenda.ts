/**
 * The future event list: a binary heap ordered by (at, seq), held in typed columns.
 *
 * Guarantee: events come out by time, and events of one instant in the order they were pushed.
 * (The kept heaps on npm give no order among equals, which would make a run depend on its history.)
 *
 * `pop` leaves the root as a hole, and the next `push` fills it with a single sift-down; nearly
 * every event of a simulation schedules another one, so most pushes cost no sift-up at all.
 */
import { assert } from '../assert.ts'
import type { Instant } from '../units.ts'

/** What a snapshot keeps of an agenda. */
export interface AgendaState {
  readonly at: Float64Array
  readonly seq: Int32Array
  readonly word: Int32Array
  readonly nextSeq: number
}

/** Two thousand million events a run: half the width of a double makes the heap faster. */
const SEQ_MAX = 0x7fff_ffff

/** Where no event is: the places behind the last one. So a missing sibling needs no question. */
const NEVER = Infinity

export class Agenda {
  #at: Float64Array
  #seq: Int32Array
  #word: Int32Array
  #size = 0
  #nextSeq = 0
  #hole = false

  /** @param capacity events that fit before the columns double */
  constructor(capacity = 1024) {
    const places = capacity + 1
    this.#at = new Float64Array(places).fill(NEVER)
    this.#seq = new Int32Array(places)
    this.#word = new Int32Array(places)
  }

  get length(): number {
    return this.#hole ? this.#size - 1 : this.#size
  }

  /** Adds an event. `word` is opaque here: one 32-bit integer. */
  push(at: Instant, word: number): void {
    const seq = this.#nextSeq++
    if (seq > SEQ_MAX) assert(false, 'more events than 31 bits can number')
    if (this.#hole) {
      this.#hole = false
      this.#siftDown(at, seq, word)
    } else this.#siftUp(at, seq, word)
  }

  #siftUp(at: Instant, seq: number, word: number): void {
    if (this.#size + 1 === this.#at.length) this.#grow()
    const ats = this.#at
    const seqs = this.#seq
    const words = this.#word
    let i = this.#size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      const parentAt = ats[parent]!
      if (parentAt <= at) break // equal times: the older one, with the smaller seq, stays above
      ats[i] = parentAt
      seqs[i] = seqs[parent]!
      words[i] = words[parent]!
      i = parent
    }
    ats[i] = at
    seqs[i] = seq
    words[i] = word
  }

  /** Instant of the next event, or Infinity when there is none. */
  peekAt(): Instant {
    if (this.#hole) this.#fill()
    return this.#at[0]!
  }

  /** Removes the next event and returns its word; only when `length > 0`. */
  pop(): number {
    if (this.#hole) this.#fill()
    if (this.#size === 0) assert(false, 'an empty agenda has no next event')
    this.#hole = true
    return this.#word[0]!
  }

  save(): AgendaState {
    if (this.#hole) this.#fill()
    const n = this.#size
    return {
      at: this.#at.slice(0, n),
      seq: this.#seq.slice(0, n),
      word: this.#word.slice(0, n),
      nextSeq: this.#nextSeq,
    }
  }

  load(state: AgendaState): void {
    const n = state.at.length
    while (this.#at.length <= n) this.#grow()
    this.#at.set(state.at)
    this.#at.fill(NEVER, n)
    this.#seq.set(state.seq)
    this.#word.set(state.word)
    this.#size = n
    this.#nextSeq = state.nextSeq
    this.#hole = false
  }

  #fill(): void {
    this.#hole = false
    const n = --this.#size
    const at = this.#at[n]!
    this.#at[n] = NEVER
    if (n > 0) this.#siftDown(at, this.#seq[n]!, this.#word[n]!)
  }

  #siftDown(at: number, seq: number, word: number): void {
    const ats = this.#at
    const seqs = this.#seq
    const words = this.#word
    const n = this.#size
    let i = 0
    for (let left = 1; left < n; left = 2 * i + 1) {
      const right = left + 1
      const leftAt = ats[left]!
      const rightAt = ats[right]! // may lie behind the end, where it is never
      // Which child is smaller is a coin toss to the processor: adding beats branching. Equals are
      // rare enough to branch for, and then the column of the seqs is left alone.
      let child = left + +(rightAt < leftAt)
      if (rightAt === leftAt && seqs[right]! < seqs[left]!) child = right
      const childAt = ats[child]!
      if (at <= childAt && (at < childAt || seq < seqs[child]!)) break
      ats[i] = childAt
      seqs[i] = seqs[child]!
      words[i] = words[child]!
      i = child
    }
    ats[i] = at
    seqs[i] = seq
    words[i] = word
  }

  #grow(): void {
    const capacity = Math.max(16, this.#at.length * 2)
    const at = new Float64Array(capacity).fill(NEVER)
    const seq = new Int32Array(capacity)
    const word = new Int32Array(capacity)
    at.set(this.#at)
    seq.set(this.#seq)
    word.set(this.#word)
    this.#at = at
    this.#seq = seq
    this.#word = word
  }
}
