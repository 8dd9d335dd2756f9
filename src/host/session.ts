/**
 * Turns requests into calls of the simulation, and what happened into batches. The same code runs
 * in a worker, in the page and in tests; only `post` and `later` differ.
 */
import { unreachable } from '../sim/assert.ts'
import { Timeline } from '../sim/engine/timeline.ts'
import type { HostTerms } from '../sim/facts/record.ts'
import { termsOf } from '../sim/record.ts'
import { Simulation, type SimulationState } from '../sim/simulation.ts'
import { roadOf, worldsOf, type Run } from '../sim/run.ts'
import type { Instant } from '../sim/units.ts'
import type { Request, Response, WorldBatch } from './protocol.ts'
import type { SweepWork } from './sweep-work.ts'

/** Events per world between two looks at the mail box. */
const SLICE = 20_000

interface LiveWorld {
  readonly simulation: Simulation
  readonly timeline: Timeline<SimulationState>
  /** What has been sent of it. */
  sent: { facts: number; messages: number; names: number }
  /** What its options say, until it has been sent. */
  terms: readonly HostTerms[] | null
}

export class Session {
  #worlds: LiveWorld[] = []
  #revision = 0
  #shift = 0
  readonly #post: (response: Response) => void
  readonly #later: (work: () => void) => void
  /** Fetched when somebody first asks for a sweep, or for a row of the summary. */
  #sweep: Promise<SweepWork> | null = null

  /** @param later runs a function after pending requests have been handled */
  constructor(post: (response: Response) => void, later: (work: () => void) => void) {
    this.#post = post
    this.#later = later
  }

  handle(request: Request): void {
    try {
      this.#answer(request)
    } catch (error) {
      this.#fault(error)
    }
  }

  #answer(request: Request): void {
    switch (request.type) {
      case 'load':
        return this.#load(request.run, request.revision)
      case 'intervene':
        return this.#intervene(request.run, request.at, request.revision)
      case 'sweep':
        return this.#withSweep((work) => work.begin(request.run, request.spec, request.revision))
      case 'summary':
        return this.#withSweep((work) => work.summarise(request.scenario, request.revision))
      case 'end-sweep':
        return this.#endSweep()
      case 'stop':
        this.#shift++
        return this.#endSweep()
      default:
        return unreachable(request)
    }
  }

  /** Requests keep their order: each waits for the same promise. */
  #withSweep(use: (work: SweepWork) => void): void {
    this.#sweep ??= import('./sweep-work.ts').then(
      ({ SweepWork: Work }) => new Work(this.#post, this.#later),
    )
    void this.#sweep.then(use).catch((error: unknown) => this.#fault(error))
  }

  /** Where nobody has asked for a sweep there is none to end. */
  #endSweep(): void {
    if (this.#sweep !== null) this.#withSweep((work) => work.end())
  }

  #load(run: Run, revision: number): void {
    this.#revision = revision
    this.#worlds = worldsOf(run.scenario, roadOf(run)).map((plan) => {
      const simulation = new Simulation(run, plan)
      const timeline = new Timeline(simulation)
      const sent = { facts: 0, messages: 0, names: 0 }
      return { simulation, timeline, sent, terms: termsOf(run, plan) }
    })
    this.#begin()
  }

  #intervene(run: Run, at: Instant, revision: number): void {
    this.#revision = revision
    for (const world of this.#worlds) {
      const { simulation, timeline } = world
      timeline.seek(at)
      timeline.forget()
      // What has been rewound is no longer sent; what never was must still be.
      const { facts, messages, names } = simulation.chronicle
      const { sent } = world
      world.sent = {
        facts: Math.min(sent.facts, facts.length),
        messages: Math.min(sent.messages, messages.length),
        names: Math.min(sent.names, names.length),
      }
      world.terms = termsOf(run, simulation.plan)
      simulation.intervene(run.interventions)
    }
    this.#begin()
  }

  #begin(): void {
    this.#shift++
    this.#work(this.#shift)
  }

  /** @param shift work of an earlier request ends when a new one begins */
  #work(shift: number): void {
    if (shift !== this.#shift) return
    try {
      for (const { simulation, timeline } of this.#worlds)
        if (!simulation.ended) timeline.run(Infinity, SLICE)
      const revision = this.#revision
      this.#post({ type: 'batch', revision, worlds: this.#worlds.map(batchOf) })
      if (this.#worlds.every(({ simulation }) => simulation.ended)) {
        this.#post({ type: 'done', revision })
      } else this.#later(() => this.#work(shift))
    } catch (error) {
      this.#fault(error)
    }
  }

  #fault(error: unknown): void {
    this.#shift++
    const message = error instanceof Error ? error.message : String(error)
    this.#post({ type: 'fault', revision: this.#revision, message })
  }
}

function batchOf(world: LiveWorld): WorldBatch {
  const { simulation, sent, terms } = world
  const { facts, messages, names } = simulation.chronicle
  const batch: WorldBatch = {
    world: simulation.plan.id,
    ...(terms === null ? {} : { terms }),
    facts: facts.slice(sent.facts, facts.length),
    messages: { from: sent.messages, list: messages.slice(sent.messages) },
    names: { from: sent.names, list: names.slice(sent.names) },
    until: simulation.now,
    ended: simulation.ended,
  }
  world.terms = null
  world.sent = { facts: facts.length, messages: messages.length, names: names.length }
  return batch
}
