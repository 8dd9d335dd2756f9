/**
 * A sweep: many runs of one scenario along one option, under several seeds, so that what is law and
 * what is luck can be told apart.
 */
import { assert, present } from '../sim/assert.ts'
import { FactIndex } from '../sim/facts/fact-index.ts'
import { readMetric } from '../sim/facts/metrics.ts'
import type { WorldRecord } from '../sim/facts/record.ts'
import { recordFor } from '../sim/record.ts'
import { worldsOf, type Intervention, type Run, type WorldPlan } from '../sim/run.ts'
import { SWEEP_VALUES_MAX, type SweepSpec } from '../sim/scenarios/scenario.ts'
import { written } from '../sim/setting.ts'
import { Simulation } from '../sim/simulation.ts'
import type { Millis } from '../sim/units.ts'

/** What came of one value of the option. */
export interface SweepPoint {
  /** Value of the option. */
  readonly value: Millis
  /** Shortest time among the runs in which the message arrived; null when it did in none. */
  readonly low: Millis | null
  /** The middle one; of two in the middle the shorter, so that it is a time that was measured. */
  readonly median: Millis | null
  /** Longest time. */
  readonly high: Millis | null
  /** Runs in which the message arrived. */
  readonly arrived: number
  /** Runs. */
  readonly of: number
  /** By seed, from 1; null where the message did not arrive. */
  readonly all: readonly (Millis | null)[]
}

/** Seeds per value at most. */
const SEEDS_MAX = 1000

/** The values from the first to the last, in steps; the last is there if a step falls on it. */
export function sweepValues(spec: SweepSpec): Millis[] {
  const [from, to, step] = [written(spec.from), written(spec.to), written(spec.step)]
  assert(step > 0 && to >= from, `no values from ${spec.from} to ${spec.to} by ${spec.step}`)
  const count = Math.floor((to - from) / step) + 1
  assert(count <= SWEEP_VALUES_MAX, `${count} values, more than ${SWEEP_VALUES_MAX}`)
  return Array.from({ length: count }, (_, i) => from + i * step)
}

/** What has been set and done stays; the swept option has this value from the start. */
function withValue(run: Run, path: string, value: Millis, seed: number): Run {
  const others = run.interventions.filter(({ act }) => act.kind !== 'set' || act.path !== path)
  const set: Intervention = { at: 0, act: { kind: 'set', path, value } }
  return { ...run, seed, interventions: [set, ...others] }
}

/** The computation, in steps: whoever drives it may look elsewhere in between, or stop. */
export class Sweep {
  readonly values: readonly Millis[]
  /** Complete ones, in the order of the values; grows. */
  readonly points: SweepPoint[] = []
  readonly #run: Run
  readonly #spec: SweepSpec
  readonly #plan: WorldPlan
  /** Of the value that is under way. */
  #times: (Millis | null)[] = []
  #current: Simulation | null = null
  /** What readings need of its world; the same under every seed, and dear to make. */
  #record: WorldRecord | null = null

  constructor(run: Run, spec: SweepSpec) {
    const [world = ''] = spec.reading.split('.')
    // Whichever road is on the stage: the reading says which world it needs.
    const plan = worldsOf(run.scenario, 'both').find(({ id }) => id === world)
    this.#plan = present(plan, 'the world of the sweep', world)
    assert(spec.seeds >= 1 && spec.seeds <= SEEDS_MAX, `a sweep over ${spec.seeds} seeds`)
    this.#run = run
    this.#spec = spec
    this.values = sweepValues(spec)
  }

  get done(): boolean {
    return this.points.length === this.values.length
  }

  /**
   * Goes on with one simulation: to its end, or for so many events.
   * @returns events that have been handled
   */
  step(budget = Infinity): number {
    const value = this.values[this.points.length]
    if (value === undefined) return 0
    const simulation = (this.#current ??= this.#begin(value))
    const before = simulation.events
    simulation.run(Infinity, budget)
    if (simulation.ended) {
      this.#current = null
      this.#times.push(this.#timeOf(simulation))
      if (this.#times.length === this.#spec.seeds) this.#conclude(value)
    }
    return simulation.events - before
  }

  #begin(value: Millis): Simulation {
    const run = withValue(this.#run, this.#spec.path, value, this.#times.length + 1)
    this.#record ??= recordFor(run, this.#plan)
    return new Simulation(run, this.#plan)
  }

  /** A letter that came back has an end as well, but it has not arrived. */
  #timeOf({ chronicle }: Simulation): Millis | null {
    const { facts, messages, names } = chronicle
    const world = { ...present(this.#record, 'record'), facts, messages, names }
    const worlds = [new FactIndex(world)]
    const { reading } = this.#spec
    const message = reading.slice(0, reading.lastIndexOf('.'))
    if (readMetric(worlds, `${message}.outcome`, Infinity)?.value !== 'delivered') return null
    const found = readMetric(worlds, reading, Infinity)
    return found?.kind === 'time' ? found.value : null
  }

  #conclude(value: Millis): void {
    this.points.push(pointOf(value, this.#times))
    this.#times = []
    this.#record = null
  }
}

function pointOf(value: Millis, all: readonly (Millis | null)[]): SweepPoint {
  const sorted = all.filter((time) => time !== null).sort((a, b) => a - b)
  return {
    value,
    low: sorted[0] ?? null,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    high: sorted.at(-1) ?? null,
    arrived: sorted.length,
    of: all.length,
    all,
  }
}

/** The whole of it at once. */
export function sweepToEnd(run: Run, spec: SweepSpec): readonly SweepPoint[] {
  const sweep = new Sweep(run, spec)
  while (!sweep.done) sweep.step()
  return sweep.points
}
