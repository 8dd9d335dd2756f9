/**
 * Keyed draws: the luck of an event depends on what it is, not on how many draws came before it.
 *
 * `draw(seed, purpose, entity, k)` is a pure function, so one more packet, agent or setting moves
 * nobody else's luck. That is what makes two worlds of one seed a fair comparison; the simulation
 * literature calls it common random numbers.
 */

/** A 32-bit key for a name; equal names give equal keys in every engine. FNV-1a, then mixed. */
export function keyOf(name: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return mix(h)
}

/**
 * One uniform 32-bit integer in [0, 2³²).
 * @param seed the run's seed
 * @param purpose key of what the number is for, e.g. `keyOf('scan-phase')`
 * @param entity key of the thing it is for, e.g. `keyOf('relay')`
 * @param k which draw for this purpose and entity, from 0
 */
export function draw(seed: number, purpose: number, entity: number, k: number): number {
  let h = mix((seed | 0) ^ 0x9e3779b9)
  h = mix(h ^ Math.imul(purpose, 0x85ebca6b))
  h = mix(h ^ Math.imul(entity, 0xc2b2ae35))
  h = mix(h ^ Math.imul(k | 0, 0x27d4eb2f))
  return h >>> 0
}

/** Uniform integer in [0, n). Bias below n / 2³². */
export function drawBelow(
  seed: number,
  purpose: number,
  entity: number,
  k: number,
  n: number,
): number {
  return Math.floor((draw(seed, purpose, entity, k) / 4294967296) * n)
}

/** A bijection of 32-bit integers that spreads every input bit (a murmur-style finalizer). */
function mix(x: number): number {
  let h = x | 0
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}
