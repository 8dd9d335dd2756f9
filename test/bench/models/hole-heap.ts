/**
 * The agenda's algorithm and nothing else: no growth, no empty queue, no snapshots. It marks what
 * this machine can do, and tells the price of everything that an agenda must do besides.
 */
export class HoleHeap {
  now = 0
  size = 0
  hole = false
  #count = 0
  readonly #at: Float64Array
  readonly #seq: Int32Array
  readonly #word: Int32Array

  constructor(capacity: number) {
    this.#at = new Float64Array(capacity).fill(Infinity)
    this.#seq = new Int32Array(capacity)
    this.#word = new Int32Array(capacity)
  }

  push(at: number, word: number): void {
    const seq = this.#count++
    if (this.hole) {
      this.hole = false
      this.#siftDown(at, seq, word)
      return
    }
    const ats = this.#at
    const seqs = this.#seq
    const words = this.#word
    let i = this.size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      const parentAt = ats[parent]!
      if (parentAt <= at) break
      ats[i] = parentAt
      seqs[i] = seqs[parent]!
      words[i] = words[parent]!
      i = parent
    }
    ats[i] = at
    seqs[i] = seq
    words[i] = word
  }

  /** Only while there is something in it: `size` larger than `hole`. */
  pop(): number {
    if (this.hole) {
      const n = --this.size
      const at = this.#at[n]!
      this.#at[n] = Infinity
      if (n > 0) this.#siftDown(at, this.#seq[n]!, this.#word[n]!)
    }
    this.hole = true
    this.now = this.#at[0]!
    return this.#word[0]!
  }

  #siftDown(at: number, seq: number, word: number): void {
    const ats = this.#at
    const seqs = this.#seq
    const words = this.#word
    const half = this.size >> 1
    let i = 0
    while (i < half) {
      const left = 2 * i + 1
      const right = left + 1
      const leftAt = ats[left]!
      const rightAt = ats[right]!
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
}
