import { describe, expect, it } from 'vitest'
import { drawBelow } from '../../../src/sim/engine/random.ts'
import { Timeline, type Rewindable } from '../../../src/sim/engine/timeline.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'
import { ToyWorld, type ToySnapshot } from '../../helpers/toy-world.ts'

const END = 20_000

function toy(): ToyWorld {
  return new ToyWorld(5)
}

/** What a straight run looks like at each of these instants. */
function straightViews(instants: readonly number[]): Map<number, object> {
  const world = toy()
  const views = new Map<number, object>()
  for (const at of instants.toSorted((a, b) => a - b)) {
    world.run(at)
    views.set(at, copyOf(world.view))
  }
  return views
}

/** The view shares its lists with the world. */
function copyOf(view: object): object {
  return structuredClone(view)
}

const random = (purpose: number, n: number): number[] =>
  Array.from({ length: 200 }, (_, k) => drawBelow(1, purpose, 0, k, n))

describe('seeking', () => {
  it.each([1, 7, 250, 1_000_000])(
    'is a straight run, with snapshots every %d events',
    (spacing) => {
      const instants = random(1, END)
      const expected = straightViews(instants)
      const world = toy()
      const timeline = new Timeline(world, spacing)
      for (const at of instants) {
        withPoisonedGlobals(() => timeline.seek(at))
        expect(world.view).toEqual(expected.get(at))
      }
    },
  )

  it('comes back to the instant of a snapshot that was taken amid the events of that instant', () => {
    // Twenty hoppers begin at instant 0: with a spacing of 3 there are snapshots between them.
    const world = toy()
    const timeline = new Timeline(world, 3)
    timeline.run(100)
    timeline.seek(0)
    expect(world.view).toEqual(straightViews([0]).get(0))
  })

  it('mixed with running in pieces stays a straight run', () => {
    const instants = random(2, END)
    const budgets = random(3, 400)
    const world = toy()
    const timeline = new Timeline(world, 50)
    instants.forEach((at, i) => {
      if (at < world.now) timeline.seek(at)
      else timeline.run(at, budgets[i])
    })
    timeline.seek(END)
    expect(world.view).toEqual(straightViews([END]).get(END))
  })
})

describe('running', () => {
  it('answers as the world itself would', () => {
    const world = new ToyWorld(5, 4, 10)
    const alone = new ToyWorld(5, 4, 10)
    const timeline = new Timeline(world, 2)
    for (const [until, budget] of [
      [0, 0],
      [0, 1],
      [50, 3],
      [50, 100],
      [50, 0],
      [Infinity, 5],
      [Infinity, 1000],
      [Infinity, 0],
    ] as const) {
      expect(timeline.run(until, budget)).toBe(alone.run(until, budget))
      expect(world.view).toEqual(alone.view)
    }
  })
})

/** Counts the events that are handled, and does nothing else. */
class Counter implements Rewindable<number> {
  now = 0
  events = 0
  handled = 0

  /** One event a millisecond. */
  run(until: number, budget = Infinity): boolean {
    const n = Math.min(until - this.now, budget)
    this.now += n
    this.events += n
    this.handled += n
    return this.now === until
  }

  save(): number {
    return this.now
  }

  load(state: number): void {
    this.now = state
    this.events = state
  }
}

describe('snapshots', () => {
  it('stay within 64 however long the run is, and none is far away', () => {
    const counter = new Counter()
    const timeline = new Timeline(counter, 100)
    let most = 0
    for (let at = 1000; at <= 1_000_000; at += 1000) {
      timeline.run(at)
      most = Math.max(most, timeline.snapshots)
    }
    expect(most).toBeLessThanOrEqual(64)
    expect(most).toBeGreaterThan(32)
    // A millionth event, at most 64 snapshots and at least half of them: 1,000,000 / 32 apart.
    for (const at of [999_999, 500_001, 123_456, 31_249, 1]) {
      timeline.seek(1_000_000)
      const before = counter.handled
      timeline.seek(at)
      expect(counter.now).toBe(at)
      expect(counter.handled - before).toBeLessThanOrEqual(1_000_000 / 32)
    }
  })

  it('are not taken again on the way back to where one has been', () => {
    const timeline = new Timeline(new Counter(), 100)
    timeline.run(2000)
    const { snapshots } = timeline
    for (const at of [0, 2000, 999, 1500, 2000]) timeline.seek(at)
    expect(timeline.snapshots).toBe(snapshots)
  })

  it('can be made of a world that has been running already', () => {
    const counter = new Counter()
    counter.run(500)
    const timeline = new Timeline(counter, 100)
    timeline.seek(900)
    timeline.seek(500)
    expect(counter.now).toBe(500)
  })
})

/** A toy whose future can be bent, as an intervention does. */
class Bendable implements Rewindable<ToySnapshot & { readonly seed: number }> {
  #world = new ToyWorld(5)
  #seed = 5

  get now(): number {
    return this.#world.now
  }

  get events(): number {
    return this.#world.events
  }

  get view(): object {
    return this.#world.view
  }

  run(until: number, budget?: number): boolean {
    return this.#world.run(until, budget)
  }

  bend(seed: number): void {
    this.load({ ...this.#world.save(), seed })
  }

  save(): ToySnapshot & { readonly seed: number } {
    return { ...this.#world.save(), seed: this.#seed }
  }

  load(state: ToySnapshot & { readonly seed: number }): void {
    this.#seed = state.seed
    this.#world = new ToyWorld(state.seed)
    this.#world.load(state)
  }
}

describe('forgetting', () => {
  it('drops what came after the present, so that a changed world is not put back', () => {
    const expected = new Bendable()
    expected.run(6_000)
    expected.bend(99)
    expected.run(15_000)

    const world = new Bendable()
    const timeline = new Timeline(world, 20)
    timeline.run(END)
    timeline.seek(6_000)
    const before = timeline.snapshots
    world.bend(99)
    timeline.forget()
    expect(timeline.snapshots).toBeLessThan(before)
    timeline.run(END)
    timeline.seek(15_000)
    expect(world.view).toEqual(expected.view)
    timeline.seek(3_000)
    expect(world.view).toEqual(straightViews([3_000]).get(3_000))
  })

  it('keeps the first snapshot', () => {
    const world = toy()
    const timeline = new Timeline(world, 10)
    timeline.run(1000)
    timeline.seek(0)
    timeline.forget()
    expect(timeline.snapshots).toBeGreaterThanOrEqual(1)
    timeline.seek(1000)
    timeline.seek(0)
    expect(world.view).toEqual(straightViews([0]).get(0))
  })
})
