import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BrokenInvariant } from '../../../src/sim/assert.ts'
import { Kernel, SLOT_LIMIT } from '../../../src/sim/engine/kernel.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'
import { ToyWorld } from '../../helpers/toy-world.ts'

/** A kernel that writes down what it handles, as [instant, kind, slot]. */
function recorder(): { kernel: Kernel; log: number[][] } {
  const log: number[][] = []
  const kernel = new Kernel((kind, slot) => log.push([kernel.now, kind, slot]))
  return { kernel, log }
}

describe('run', () => {
  it('handles what comes up to and including the end, and sets the clock there', () => {
    const { kernel, log } = recorder()
    for (const at of [10, 20, 30]) kernel.at(at, 1, at)
    expect(kernel.run(20)).toBe(true)
    expect([kernel.now, kernel.events, kernel.pending, kernel.next()]).toEqual([20, 2, 1, 30])
    expect(kernel.run(25)).toBe(true)
    expect([kernel.now, kernel.events]).toEqual([25, 2])
    expect(log).toEqual([
      [10, 1, 10],
      [20, 1, 20],
    ])
  })

  it('without an end leaves the clock at the last event', () => {
    const { kernel } = recorder()
    kernel.after(7, 0, 0)
    expect(kernel.run(Infinity)).toBe(true)
    expect([kernel.now, kernel.pending, kernel.next()]).toEqual([7, 0, Infinity])
    expect(kernel.run(Infinity)).toBe(true)
    expect(kernel.now).toBe(7)
  })

  it('never turns the clock back', () => {
    const { kernel } = recorder()
    kernel.run(50)
    expect(kernel.run(10)).toBe(true)
    expect(kernel.now).toBe(50)
  })

  it('handles what a handler schedules for the same instant in the same run', () => {
    const order: number[] = []
    const kernel = new Kernel((_, slot) => {
      order.push(slot)
      if (slot < 3) kernel.after(0, 0, slot + 10)
    })
    for (const slot of [1, 2, 3]) kernel.at(5, 0, slot)
    kernel.run(5)
    expect(order).toEqual([1, 2, 3, 11, 12])
  })

  it('goes on after a handler that has thrown, with the next event', () => {
    const seen: number[] = []
    const kernel = new Kernel((_, slot) => {
      seen.push(slot)
      if (slot === 1) throw new Error('broken')
    })
    kernel.at(1, 0, 1)
    kernel.at(2, 0, 2)
    expect(() => kernel.run(Infinity)).toThrow('broken')
    expect([kernel.now, kernel.events, kernel.pending]).toEqual([1, 1, 1])
    kernel.run(Infinity)
    expect(seen).toEqual([1, 2])
  })
})

describe('the budget', () => {
  it('is a number of events; the answer tells whether any is left', () => {
    const { kernel, log } = recorder()
    for (const at of [1, 2, 2, 9]) kernel.at(at, 0, at)
    expect(kernel.run(5, 2)).toBe(false)
    expect([log.length, kernel.now]).toEqual([2, 2])
    expect(kernel.run(5, 1)).toBe(true)
    expect([log.length, kernel.now]).toEqual([3, 5])
    expect(kernel.run(5, 0)).toBe(true)
    expect(kernel.run(9, 0)).toBe(false)
    expect([log.length, kernel.now]).toEqual([3, 5])
    expect(kernel.run(Infinity, 1)).toBe(true)
    expect([log.length, kernel.now, kernel.events]).toEqual([4, 9, 4])
  })
})

describe('an event', () => {
  test.each([
    [0, 0],
    [63, SLOT_LIMIT - 1],
    [32, 0],
    [31, 1],
    [1, SLOT_LIMIT - 1],
  ])('of kind %d with slot %d arrives as it is', (kind, slot) => {
    const { kernel, log } = recorder()
    kernel.after(3, kind, slot)
    kernel.run(3)
    expect(log).toEqual([[3, kind, slot]])
  })

  test.each([9, -1, 10.5, NaN, Infinity, -Infinity])('cannot come at %d when it is 10', (at) => {
    const { kernel } = recorder()
    kernel.run(10)
    expect(() => kernel.at(at, 0, 0)).toThrow(BrokenInvariant)
    expect(kernel.pending).toBe(0)
  })

  test.each([-1, 0.5, NaN, Infinity, -Infinity])('cannot come after %d ms', (delay) => {
    const { kernel } = recorder()
    expect(() => kernel.after(delay, 0, 0)).toThrow(BrokenInvariant)
    expect(kernel.pending).toBe(0)
  })

  it('may come now', () => {
    const { kernel, log } = recorder()
    kernel.run(10)
    kernel.at(10, 0, 1)
    kernel.after(0, 0, 2)
    kernel.run(10)
    expect(log).toEqual([
      [10, 0, 1],
      [10, 0, 2],
    ])
  })
})

describe('a world on the kernel', () => {
  const end = 5_000
  const straight = (): object => {
    const world = new ToyWorld(7)
    world.run(end)
    return world.view
  }

  it('comes out the same twice, and otherwise with another seed', () => {
    const world = new ToyWorld(8)
    world.run(end)
    expect(withPoisonedGlobals(straight)).toEqual(straight())
    expect(world.view).not.toEqual(straight())
  })

  it('comes out the same in pieces of any time and budget', () => {
    const expected = straight()
    const piece = fc.record({ time: fc.nat(900), budget: fc.integer({ min: 1, max: 700 }) })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const view = withPoisonedGlobals(() => {
          const world = new ToyWorld(7)
          for (const { time, budget } of pieces) world.run(Math.min(end, world.now + time), budget)
          world.run(end)
          return world.view
        })
        expect(view).toEqual(expected)
      }),
      { seed: 2, numRuns: 60 },
    )
  })

  it('comes out the same from a snapshot, as often as one likes', () => {
    const world = new ToyWorld(7)
    world.run(end / 2, 333)
    const snapshot = world.save()
    for (const other of [world, new ToyWorld(7, 3), world]) {
      other.load(snapshot)
      other.run(end)
      expect(other.view).toEqual(straight())
    }
  })
})
