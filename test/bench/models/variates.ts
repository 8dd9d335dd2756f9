/**
 * Random numbers made beforehand, so that a model measures the machinery and not its luck.
 * Taken one after the other from a ring, every competitor of a comparison gets the same ones.
 */
import { draw } from '../../../src/sim/engine/random.ts'

const SIZE = 1 << 16

/** Mask for a position in a ring of variates. */
export const RING = SIZE - 1

/** Uniform 32-bit integers. */
export function uniforms(seed: number): Uint32Array {
  return Uint32Array.from({ length: SIZE }, (_, i) => draw(seed, 0, 0, i))
}

/** Exponentially distributed whole numbers. */
export function exponentials(seed: number, mean: number): Float64Array {
  const out = new Float64Array(SIZE)
  uniforms(seed).forEach((u, i) => {
    out[i] = Math.round(-Math.log((u + 0.5) / 4294967296) * mean)
  })
  return out
}
