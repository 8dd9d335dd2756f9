/**
 * What happened, append-only, in typed columns: an instant, a kind and four integers a fact.
 *
 * The columns grow in chunks, so that nothing is ever copied, and a snapshot of the world keeps
 * only the number of facts. What the four integers of each kind mean stands in `fact.ts`; nobody
 * else reads them raw.
 */
import { assert, BrokenInvariant, present } from '../assert.ts'
import type { Instant } from '../units.ts'

const CHUNK_BITS = 14
const CHUNK = 1 << CHUNK_BITS
const MASK = CHUNK - 1
const LANES = 4

/** Latest instant a fact can have: 49 days, what 32 bits of milliseconds hold. */
export const LATEST_INSTANT = 4_294_967_295

/** Memory per fact in bytes: four for the instant, one for the kind, sixteen for the lanes. */
export const BYTES_PER_FACT = 4 + 1 + 4 * LANES

interface Chunk {
  readonly at: Uint32Array
  readonly kind: Uint8Array
  readonly lanes: Int32Array
}

/** A run of facts cut out for sending elsewhere. */
export interface FactSlice {
  readonly from: number
  readonly at: Uint32Array
  readonly kind: Uint8Array
  readonly lanes: Int32Array
}

export class FactLog {
  #chunks: Chunk[] = []
  #length = 0
  #lastAt: Instant = 0

  get length(): number {
    return this.#length
  }

  /** Appends a fact; instants never decrease. */
  add(at: Instant, kind: number, a: number, b: number, c: number, d: number): void {
    if (!(at >= this.#lastAt && at <= LATEST_INSTANT)) refuse(at, this.#lastAt)
    const i = this.#length++
    let chunk = this.#chunks[i >> CHUNK_BITS]
    if (chunk === undefined) {
      chunk = newChunk()
      this.#chunks.push(chunk)
    }
    const k = i & MASK
    chunk.at[k] = at
    chunk.kind[k] = kind
    const lane = k << 2
    const lanes = chunk.lanes
    lanes[lane] = a
    lanes[lane + 1] = b
    lanes[lane + 2] = c
    lanes[lane + 3] = d
    this.#lastAt = at
  }

  at(i: number): Instant {
    return this.#chunk(i).at[i & MASK]!
  }

  kind(i: number): number {
    return this.#chunk(i).kind[i & MASK]!
  }

  /** Lane 0 to 3 of fact `i`. */
  lane(i: number, lane: number): number {
    return this.#chunk(i).lanes[((i & MASK) << 2) + lane]!
  }

  /** Number of facts at or before `t`, which is the index of the first one after it. */
  countUntil(t: Instant): number {
    let low = 0
    let high = this.#length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.at(middle) <= t) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Forgets all facts from index `length` on. */
  truncate(length: number): void {
    assert(length >= 0 && length <= this.#length, 'truncating to more than there is')
    this.#length = length
    this.#chunks.length = (length + MASK) >> CHUNK_BITS
    this.#lastAt = length === 0 ? 0 : this.at(length - 1)
  }

  /** Copies facts [from, to) out. */
  slice(from: number, to: number): FactSlice {
    assert(from >= 0 && to <= this.#length, 'slicing more than there is')
    const n = Math.max(0, to - from)
    const out = {
      from,
      at: new Uint32Array(n),
      kind: new Uint8Array(n),
      lanes: new Int32Array(LANES * n),
    }
    for (let done = 0; done < n;) {
      const chunk = this.#chunk(from + done)
      const k = (from + done) & MASK
      const m = Math.min(n - done, CHUNK - k)
      out.at.set(chunk.at.subarray(k, k + m), done)
      out.kind.set(chunk.kind.subarray(k, k + m), done)
      out.lanes.set(chunk.lanes.subarray(LANES * k, LANES * (k + m)), LANES * done)
      done += m
    }
    return out
  }

  /** Appends a slice that begins where this log ends (or replaces the tail from its beginning). */
  append(slice: FactSlice): void {
    assert(slice.from <= this.#length, 'a gap in the facts')
    this.truncate(slice.from)
    for (let i = 0; i < slice.at.length; i++) {
      const lane = LANES * i
      const l = slice.lanes
      this.add(slice.at[i]!, slice.kind[i]!, l[lane]!, l[lane + 1]!, l[lane + 2]!, l[lane + 3]!)
    }
  }

  #chunk(i: number): Chunk {
    assert(i >= 0 && i < this.#length, 'no such fact')
    return present(this.#chunks[i >> CHUNK_BITS], 'chunk')
  }
}

/** Apart, since a text would be made even when the assertion holds. */
function refuse(at: Instant, last: Instant): never {
  throw new BrokenInvariant(`a fact at ${at} after one at ${last}`)
}

function newChunk(): Chunk {
  return {
    at: new Uint32Array(CHUNK),
    kind: new Uint8Array(CHUNK),
    lanes: new Int32Array(LANES * CHUNK),
  }
}
