/**
 * The hold model: as many events pending all the time, each schedules one more. What the queue
 * costs, against a kept package that gives no order among equals and dispatches nothing.
 */
import { strictEqual } from 'node:assert/strict'
import FlatQueue from 'flatqueue'
import { Kernel } from '../../../src/sim/engine/kernel.ts'
import { figure, type Figure } from '../figure.ts'
import { compare } from '../measure.ts'
import { exponentials, RING } from '../models/variates.ts'

const PENDING = 10_000
const EVENTS = 2_000_000
const HOLD = 1
const DELAYS = exponentials(7, 1_000_000)

function onKernel(): number {
  let drawn = 0
  const kernel = new Kernel((kind, slot) => {
    if (kind === HOLD) kernel.after(DELAYS[drawn++ & RING]!, HOLD, slot)
  })
  for (let i = 0; i < PENDING; i++) kernel.after(DELAYS[drawn++ & RING]!, HOLD, i)
  kernel.run(Infinity, EVENTS)
  return kernel.now
}

/** With columns of a fixed size, which is the fastest that it offers. */
function onFlatQueue(): number {
  let drawn = 0
  let now = 0
  const queue = new FlatQueue(PENDING)
  for (let i = 0; i < PENDING; i++) queue.push(i, DELAYS[drawn++ & RING]!)
  for (let k = 0; k < EVENTS; k++) {
    now = queue.peekValue()!
    queue.push(queue.pop()!, now + DELAYS[drawn++ & RING]!)
  }
  return now
}

export function holdModel(): Figure[] {
  strictEqual(onKernel(), onFlatQueue())
  const { ours, theirs, ratio } = compare(onKernel, onFlatQueue)
  return [
    figure('hold model on the kernel, 10,000 pending', EVENTS / ours, 'events/s'),
    figure('hold model on bare flatqueue, 10,000 pending', EVENTS / theirs, 'events/s'),
    figure('hold model, kernel to flatqueue', ratio, 'ratio'),
  ]
}
