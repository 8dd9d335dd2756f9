import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Kernel } from '../../../src/sim/engine/kernel.ts'
import { Timeouts } from '../../../src/sim/engine/timeouts.ts'
import { withPoisonedGlobals } from '../../helpers/poison.ts'

const KIND = { ring: 0, step: 1 } as const

/** One owner's wait that has lasted: when, whose, which. */
type Expiry = readonly [at: number, owner: number, token: number]

/** Owners with one wait each; their newest token is the one that matters, 0 for none. */
class Owners {
  readonly kernel = new Kernel((kind, slot) => {
    if (kind === KIND.ring) this.timeouts.fire(slot)
    else this.onStep(slot)
  })
  readonly timeouts = new Timeouts(this.kernel, KIND.ring, {
    waits: (owner, token) => this.tokens.get(owner) === token,
    expire: (owner, token) => {
      this.tokens.set(owner, 0)
      this.expired.push([this.kernel.now, owner, token])
      this.onExpiry(owner)
    },
  })
  readonly tokens = new Map<number, number>()
  readonly expired: Expiry[] = []
  onStep: (slot: number) => void = () => {}
  onExpiry: (owner: number) => void = () => {}
  #tokens = 0

  wait(length: number, owner: number): number {
    this.tokens.set(owner, ++this.#tokens)
    this.timeouts.wait(length, owner, this.#tokens)
    return this.#tokens
  }

  cancel(owner: number): void {
    this.tokens.set(owner, 0)
  }
}

describe('a wait', () => {
  it('expires once, exactly when its length is over', () => {
    const owners = new Owners()
    owners.kernel.run(5)
    owners.wait(300, 1)
    owners.kernel.run(304)
    expect(owners.expired).toEqual([])
    owners.kernel.run(Infinity)
    expect(owners.expired).toEqual([[305, 1, 1]])
  })

  it('that was cancelled or followed by another never expires', () => {
    const owners = new Owners()
    owners.wait(300, 1)
    owners.wait(300, 2)
    owners.kernel.run(100)
    owners.cancel(1)
    owners.wait(300, 2)
    owners.kernel.run(Infinity)
    expect(owners.expired).toEqual([[400, 2, 3]])
  })

  it('costs no event while an older one of its length is waiting', () => {
    const owners = new Owners()
    for (let owner = 0; owner < 1000; owner++) owners.wait(300, owner)
    expect(owners.kernel.pending).toBe(1)
    owners.wait(40, 1000)
    expect(owners.kernel.pending).toBe(2)
  })

  it('of no length expires in the same instant', () => {
    const owners = new Owners()
    owners.wait(0, 4)
    owners.kernel.run(0)
    expect(owners.expired).toEqual([[0, 4, 1]])
  })

  it('that begins when another of its length expires costs no further event', () => {
    const owners = new Owners()
    owners.onExpiry = (owner) => void (owners.kernel.now < 10_000 && owners.wait(100, owner))
    for (let owner = 0; owner < 5; owner++) {
      owners.kernel.run(10 * owner)
      owners.wait(100, owner)
    }
    let pending = 0
    while (!owners.kernel.run(9_000, 1)) pending = Math.max(pending, owners.kernel.pending)
    expect(pending).toBeLessThanOrEqual(1)
    expect(owners.expired.slice(0, 6).map(([at]) => at)).toEqual([100, 110, 120, 130, 140, 200])
  })
})

describe('a ring', () => {
  it('grows while it is wrapped around', () => {
    const owners = new Owners()
    // Fifty go, so that the next hundred begin in the middle of the 64 places and pass their end.
    for (let owner = 0; owner < 50; owner++) owners.wait(10, owner)
    owners.kernel.run(10)
    for (let owner = 0; owner < 500; owner++) {
      owners.wait(1000, owner)
      owners.wait(10, 1000 + owner)
      if (owner % 60 === 59) owners.kernel.run(owners.kernel.now + 1)
    }
    owners.kernel.run(Infinity)
    const of = (from: number, to: number): number[] =>
      owners.expired.map(([, owner]) => owner).filter((owner) => owner >= from && owner < to)
    const upTo = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i)
    expect(of(0, 1000)).toEqual([...upTo(50), ...upTo(500)])
    expect(of(1000, 2000)).toEqual(upTo(500, 1000))
  })

  it('is put back by a snapshot, together with the agenda', () => {
    const owners = new Owners()
    const fill = (from: number): void => {
      for (let i = from; i < from + 40; i++) {
        owners.kernel.run(owners.kernel.now + 3)
        owners.wait(i % 2 === 0 ? 200 : 700, i)
      }
    }
    fill(0)
    const saved = {
      kernel: owners.kernel.save(),
      timeouts: owners.timeouts.save(),
      tokens: [...owners.tokens],
      expired: owners.expired.length,
    }
    owners.kernel.run(Infinity)
    const straight = [...owners.expired]
    for (const beforehand of [() => {}, () => fill(100)]) {
      beforehand()
      owners.kernel.load(saved.kernel)
      owners.timeouts.load(saved.timeouts)
      owners.tokens.clear()
      for (const [owner, token] of saved.tokens) owners.tokens.set(owner, token)
      owners.expired.length = saved.expired
      owners.kernel.run(Infinity)
      expect(owners.expired).toEqual(straight)
    }
  })
})

interface Step {
  /** Since the step before; even, so that no step falls on the instant of an expiry. */
  readonly gap: number
  readonly owner: number
  /** Odd; 0 cancels. */
  readonly length: number
  /** Whether the owner begins once more when this wait has expired; even, for the same reason. */
  readonly again: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  gap: fc.nat(40).map((n) => 2 * n),
  owner: fc.nat(11),
  length: fc.constantFrom(0, 31, 301, 301, 301, 2001),
  again: fc.constantFrom(0, 0, 0, 50, 300),
})

/** Every wait with its own timer: slow and plain. */
function expectedExpiries(steps: readonly Step[]): string[] {
  const found: string[] = []
  const last = new Map<number, { at: number; again: number; begun: number }>()
  const settle = (owner: number, until: number): void => {
    const wait = last.get(owner)
    if (wait === undefined || wait.at > until) return
    found.push(`${wait.at} ${owner}`)
    if (wait.again > 0 && wait.at + wait.again <= until)
      found.push(`${wait.at + wait.again} ${owner}`)
    last.delete(owner)
  }
  let now = 0
  for (const { gap, owner, length, again } of steps) {
    now += gap
    settle(owner, now)
    last.delete(owner)
    if (length > 0) last.set(owner, { at: now + length, again, begun: now })
  }
  for (const owner of last.keys()) settle(owner, Infinity)
  return found.sort()
}

function expiries(steps: readonly Step[]): string[] {
  const owners = new Owners()
  const again = new Map<number, number>()
  let at = 0
  steps.forEach(({ gap }, i) => owners.kernel.at((at += gap), KIND.step, i))
  owners.onStep = (i) => {
    const step = steps[i]
    if (step === undefined) return
    owners.cancel(step.owner)
    again.delete(step.owner)
    if (step.length === 0) return
    owners.wait(step.length, step.owner)
    again.set(step.owner, step.again)
  }
  owners.onExpiry = (owner) => {
    const length = again.get(owner) ?? 0
    again.delete(owner)
    if (length > 0) owners.wait(length, owner)
  }
  owners.kernel.run(Infinity)
  return owners.expired.map(([when, owner]) => `${when} ${owner}`).sort()
}

describe('against one timer for each wait', () => {
  it('exactly those expire that nobody cancelled, at their time', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 150 }), (steps) => {
        expect(withPoisonedGlobals(() => expiries(steps))).toEqual(expectedExpiries(steps))
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('with hundreds of waits under way', () => {
    const many = fc.array(
      anyStep.map((step) => ({ ...step, gap: step.gap % 6, length: step.length && 2001 })),
      { minLength: 300, maxLength: 600 },
    )
    const spread = many.map((steps) => steps.map((step, i) => ({ ...step, owner: i % 257 })))
    fc.assert(
      fc.property(spread, (steps) => {
        expect(expiries(steps)).toEqual(expectedExpiries(steps))
      }),
      { seed: 4, numRuns: 20 },
    )
  })
})
