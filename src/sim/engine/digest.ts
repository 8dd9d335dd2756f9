/**
 * An order-sensitive fingerprint of integers, for comparing runs across engines and machines.
 * Not cryptographic: it guards against accidents, not against anybody.
 */

export class Digest {
  #a = 0x6a09e667
  #b = 0x3c6ef372
  #count = 0

  /** Adds one integer (its low 32 bits). */
  add(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x9e3779b1)
    this.#a ^= this.#a >>> 15
    this.#b = Math.imul(this.#b + value, 0x85ebca77) ^ this.#a
    this.#count++
  }

  /** Adds a text by its UTF-16 units and its length. */
  addText(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i))
    this.add(text.length)
  }

  /** Sixteen hexadecimal digits. */
  text(): string {
    return hex(this.#a ^ Math.imul(this.#count, 0xc2b2ae3d)) + hex(this.#b ^ (this.#b >>> 13))
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
